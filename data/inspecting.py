"""Reading a database file whole, before anybody relies on it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo, Stop, never
from app.errors import DamagedFile, PassphraseNeeded
from data.copies import Stopped
from data.database import check_header, check_identity, connect_read_only
from data.identity import is_plain
from data.keys import Key
from data.safe.tail import tail_size

_LOOK_UP_EVERY = 100_000
"""Steps of SQLite's own machine between two looks at whether to stop."""

_CACHE_KIB = 64 * 1024
"""What a year of evidence takes: each page is then read, and decrypted, once for all checks."""

_NEWEST = "SELECT coalesce((SELECT {} FROM step ORDER BY id DESC LIMIT 1), 0)"
"""Ids rise whatever the clock says, so the newest step is the one with the highest."""


def inspect(source: Path, key: Key | None = None, stop: Stop = never) -> BackupInfo:
    """Read a database file whole and say what it holds; `key` opens an encrypted one.

    Raises `NotABackup`, `FileIsNewer` or `DamagedFile`, or `copies.Stopped`; the file is only read.
    """
    return _read(source, key, lambda connection: _check_whole(connection, source, stop))


def glance(source: Path, key: Key | None = None) -> BackupInfo:
    """What a file says it holds; nothing is verified. Raises what `inspect` raises."""
    return _read(source, key)


def share_steps(one: Path, other: Path, key: Key | None = None) -> bool:
    """Whether the newest step of either is in the other: ids are given once in the world."""
    with (
        closing(connect_read_only(one, key)) as first,
        closing(connect_read_only(other, key)) as second,
    ):
        return _has_newest_of(first, second) or _has_newest_of(second, first)


def _has_newest_of(there: sqlite.Connection, connection: sqlite.Connection) -> bool:
    newest = connection.execute(_NEWEST.format("id")).fetchone()
    return bool(there.execute("SELECT 1 FROM step WHERE id = ?", newest).fetchone())


def _read(
    source: Path, key: Key | None, check: Callable[[sqlite.Connection], None] | None = None
) -> BackupInfo:
    # Its bytes are looked at only when SQLite does not read it. What it reads may be the live
    # database, and to close a file drops every lock this process has on it.
    if not (source.is_file() and source.stat().st_size):
        check_header(source)
    try:
        with closing(connect_read_only(source, key)) as connection:
            check_identity(connection, source)
            if check is not None:
                check(connection)
            return describe(connection, source)
    except sqlite.Error as error:
        if "not a database" in str(error):
            if key is not None and is_plain(source):
                return _read(source, None, check)
            _refuse(source, key)
        raise DamagedFile(source, str(error)) from error


def _refuse(source: Path, key: Key | None) -> None:
    """Say what it is that SQLite does not read at all."""
    if key is None:
        check_header(source)
    elif tail_size(source):
        raise PassphraseNeeded(source)  # another key's


def _check_whole(connection: sqlite.Connection, source: Path, stop: Stop) -> None:
    connection.set_progress_handler(stop, _LOOK_UP_EVERY)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        for check in ("quick_check", "integrity_check"):
            finding = connection.execute(f"PRAGMA {check}").fetchone()[0]
            if finding != "ok":
                raise DamagedFile(source, str(finding).splitlines()[-1])  # the first is a heading
        if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedFile(source, f"{orphan[0]} row {orphan[1]} belongs to nothing")
    except (sqlite.Error, DamagedFile) as error:
        if stop():
            raise Stopped from error
        raise


def describe(connection: sqlite.Connection, source: Path) -> BackupInfo:
    """What a database holds, on a connection that has it open."""

    def one(query: str) -> str:
        return str(connection.execute(query).fetchone()[0])

    classes = connection.execute("SELECT name FROM class WHERE archived = 0 ORDER BY id")
    return BackupInfo(
        path=source,
        size=source.stat().st_size,
        saved_at=int(one(_NEWEST.format("at"))),
        classes=[row[0] for row in classes],
        students=int(one("SELECT count(*) FROM student WHERE archived = 0")),
        observations=int(one("SELECT count(*) FROM observation")),
        last_lesson=one("SELECT coalesce(max(day), '') FROM lesson"),
        newest_step=int(one(_NEWEST.format("id"))),
    )
