"""Opening a database to read it, where nothing can or may be written."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from data.database import BUSY_S, connect
from data.identity import applied, as_it_lies, copy_with_logs
from data.keys import Key, use_key
from data.schema import MIGRATIONS

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


def connect_to_read(path: Path, key: Key | None = None) -> sqlite.Connection:
    """A connection that changes nothing, of a file that was looked at before.

    A file that nobody has open is read as it lies. One with a log is read with its log; where that
    cannot be, or where the file is an older Rondo's, what is read is a copy of this moment, which
    is thrown away when the connection is closed. Raises `sqlite.Error`.
    """
    last: sqlite.Error | None = None
    for way in _ways(path):
        connection: sqlite.Connection | None = None
        try:
            connection = way(path, key)
            if applied(connection) >= set(MIGRATIONS):
                connection.execute("PRAGMA query_only=ON")
                return connection
        except sqlite.Error as error:
            last = error
        if connection is not None:
            connection.close()
    raise last or sqlite.OperationalError("it cannot be read")


Way = Callable[[Path, Key | None], sqlite.Connection]


def _ways(path: Path) -> tuple[Way, ...]:
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal", "-shm")]
    is_alone = not any(part.exists() for part in beside)
    return (as_it_lies, _as_a_copy) if is_alone else (_with_its_log, _as_a_copy)


def _with_its_log(path: Path, key: Key | None) -> sqlite.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite.connect(address, uri=True, timeout=BUSY_S, isolation_level=None)
    use_key(connection, key)
    return connection


class _Copy(sqlite.Connection):
    """A connection whose file goes with it."""

    folder: "TemporaryDirectory[str] | None" = None

    def close(self) -> None:
        super().close()
        if self.folder is not None:
            self.folder.cleanup()


def _as_a_copy(path: Path, key: Key | None) -> sqlite.Connection:
    from data.passing import passing_folder  # not for the start: only where nothing can be written

    folder = passing_folder("read")
    copy = copy_with_logs(path, Path(folder.name))
    copy.chmod(0o600)
    connect(copy, key).close()  # puts file and log together, and brings an older file up
    connection = sqlite.connect(str(copy), isolation_level=None, factory=_Copy)
    connection.folder = folder
    use_key(connection, key)
    return connection
