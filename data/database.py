"""Opening a database file: what it is, whether we may touch it, and how it is set up."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.errors import ClassroomError, DamagedFile, FileIsNewer, NotABackup, NotSaved
from data.keys import Key, use_key
from data.schema import MIGRATIONS, SCHEMA

Connection = sqlite.Connection

Unreadable = sqlite.DatabaseError
"""What reading raises when a file that could be opened turns out to be damaged."""

APPLICATION_ID = 0x526F6E64  # "Rond"

_HEADER = b"SQLite format 3\x00"
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "busy_timeout=2000",
    # KiB, taken only as pages are read: what the progress of 60 students by 40 skills touches in
    # ten years of evidence. With the usual 2 MB that screen took 1.4 times as long as in one year.
    "cache_size=-16000",
)


def connect(path: Path, key: Key | None = None) -> sqlite.Connection:
    """Open or make a Rondo database, encrypted when there is a key.

    Raises `DamagedFile`, `NotABackup` (a foreign file) or `FileIsNewer`; the file then keeps
    every byte it had. Raises `NotSaved` when a new one cannot be written.
    """
    if not path.exists():
        _make(path, key)
    if key is None:
        check_header(path)
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        use_key(connection, key)
        _set_up(connection, path, key)
    except sqlite.Error as error:
        connection.close()
        raise DamagedFile(path, str(error)) from error
    except ClassroomError:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path, key: Key | None = None) -> sqlite.Connection:
    """A second connection for long readers, such as backups."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite.connect(uri, uri=True, isolation_level=None)
    use_key(connection, key)
    return connection


def check_header(path: Path) -> None:
    """Refuse what is not a SQLite file, by its first bytes alone."""
    with path.open("rb") as file:
        head = file.read(len(_HEADER))
    if not head or head == bytes(len(head)):
        raise DamagedFile(path, "the file is empty")
    if head != _HEADER:
        raise NotABackup(path)


def check_identity(connection: sqlite.Connection, path: Path) -> None:
    """Refuse a file that is another program's or a newer Rondo's."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise NotABackup(path)
    if pragma(connection, "user_version") > SCHEMA or _migrated(connection) - set(MIGRATIONS):
        raise FileIsNewer(path)


def _migrated(connection: sqlite.Connection) -> set[str]:
    """Names of the migrations that made the file what it is."""
    names = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'rondo'")
    return {name for (name,) in names}


def pragma(connection: sqlite.Connection, name: str) -> int:
    """The number a pragma answers with."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _make(path: Path, key: Key | None) -> None:
    """Make a file under another name first: a start that is killed leaves no half of one."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite.connect(str(fresh), isolation_level=None)) as connection:
            use_key(connection, key)
            connection.execute("PRAGMA synchronous=OFF")  # it holds nothing yet
            _make_tables(connection)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        _name(fresh, path)
    except sqlite.OperationalError as error:
        raise NotSaved(_reason(error)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _name(fresh: Path, path: Path) -> None:
    """Give the file its name, unless another start was quicker: then that one's file counts."""
    try:
        os.link(fresh, path)
    except OSError:
        if not path.exists():  # a disk without links, such as a stick
            fresh.rename(path)


def _set_up(connection: sqlite.Connection, path: Path, key: Key | None) -> None:
    check_identity(connection, path)
    for setting in _PRAGMAS:
        connection.execute(f"PRAGMA {setting}")
    if pragma(connection, "user_version") < SCHEMA:
        # Imported here for the start: a file that is up to date does not need it (50 ms).
        from data.migrating import bring_up

        bring_up(connection, path, key)


def _make_tables(connection: sqlite.Connection) -> None:
    from data.migrating import make_tables  # not for the start: there is a file already

    make_tables(connection)


@contextmanager
def transaction(connection: sqlite.Connection) -> Iterator[None]:
    """All or nothing. Raises `NotSaved` when the disk refuses; then nothing has changed.

    The write lock is taken at once (IMMEDIATE), so what is read inside cannot change before it
    is written, whoever else has the file open.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite.OperationalError):
            raise NotSaved(_reason(error)) from error
        raise


def _reason(error: sqlite.OperationalError) -> str:
    text = str(error)
    if "full" in text:
        return "full"
    return "busy" if "locked" in text or "busy" in text else "other"
