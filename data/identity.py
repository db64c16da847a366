"""What a file is, found out before anything is written, locked or made beside it."""

import shutil
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.errors import DamagedFile, FileIsNewer, NotABackup, PassphraseNeeded
from data.keys import Key, use_key
from data.log_file import first_page_in_log
from data.paths import plain
from data.safe.tail import PAGE, is_sealed, tail_size
from data.schema import MIGRATIONS, SCHEMA

APPLICATION_ID = 0x526F6E64  # "Rond"
MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_TRIES = 3
_IDENTITY = (slice(40, 44), slice(60, 64), slice(68, 72))  # schema cookie, version, application


def look(path: Path, key: Key | None = None, will_change_header: bool = True) -> None:
    """Refuse what is not ours to open. Nothing is written, not even a lock.

    Raises `DamagedFile`, `NotABackup`, `FileIsNewer` or `NotAFile`. A file whose header would be
    changed by opening it, because it was made as a backup, is read whole first. Never call it while
    this process has the file open: to close a file drops every lock a process has on it.
    """
    check_files(path)
    if key is not None:
        _look_inside(path, key, whole=False)
        _check_last_page(path)
        return
    header = check_header(path)
    if _left_behind(path, header):
        _look_at_copy(path, key)
        return
    if _number(header, 68) != APPLICATION_ID and _was_ours(path):
        raise DamagedFile(path, "its beginning does not read")
    _check_numbers(_number(header, 68), _number(header, 60), path)
    _check_size(header, path)
    in_wal_mode = header[18:20] == b"\x02\x02"
    _look_inside(path, key, whole=will_change_header and not in_wal_mode)


def check_files(path: Path) -> None:
    """Raises `NotAFile` where one of the files that SQLite and we open is none."""
    for suffix in ("", "-wal", "-shm", "-journal", ".mended"):
        plain(path.with_name(path.name + suffix))


def check_header(path: Path) -> bytes:
    """Refuse what is not a plain SQLite file, by its first bytes alone; they are returned.

    An encrypted one has none that say so: it is known by its vault, and `PassphraseNeeded`.
    """
    with plain(path).open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        raise DamagedFile(path, "it is empty")
    if header == bytes(len(header)):
        raise DamagedFile(path, "its beginning is empty")
    if not header.startswith(MAGIC):
        if _number(header, 68) == APPLICATION_ID or _was_ours(path):
            raise DamagedFile(path, "its beginning does not read")
        raise PassphraseNeeded(path) if is_sealed(path) else NotABackup(path)
    if len(header) < _HEADER_BYTES:
        raise DamagedFile(path, "it is cut off")
    return header


def _was_ours(path: Path) -> bool:
    from data.traces import was_ours  # not for the start: what is in order says whose it is

    return was_ours(path)


def is_plain(path: Path) -> bool:
    """Whether it begins as SQLite's files do that are not encrypted.

    Never ask it of a file that this process has open: see `look`.
    """
    with plain(path).open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def check_identity(connection: sqlite.Connection, path: Path) -> None:
    """Refuse a file that is another program's or a newer Rondo's."""
    _check_numbers(pragma(connection, "application_id"), pragma(connection, "user_version"), path)
    if applied(connection) - set(MIGRATIONS):
        raise FileIsNewer(path)


def applied(connection: sqlite.Connection) -> set[str]:
    """The names of the migrations that made this file what it is."""
    listed = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if not connection.execute(listed).fetchone()[0]:
        return set()
    names = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'rondo'"
    return {row[0] for row in connection.execute(names)}


def pragma(connection: sqlite.Connection, name: str) -> int:
    """The number a pragma answers with."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _look_inside(path: Path, key: Key | None, whole: bool) -> None:
    """Read it as a file that nobody writes; if somebody does, a second look is right."""
    for tries_left in reversed(range(_TRIES)):
        try:
            with closing(as_it_lies(path, key)) as connection:
                check_identity(connection, path)
                if whole:
                    _check_pages(connection, path)
                return
        except sqlite.DatabaseError as error:
            if tries_left:
                continue
            if not _log_of(path):
                raise DamagedFile(path, str(error)) from error
            _look_at_copy(path, key)  # the disk was full while the log was folded into it


def as_it_lies(path: Path, key: Key | None) -> sqlite.Connection:
    """Read the file alone: without its log, without locks, leaving no trace."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite.connect(address, uri=True, isolation_level=None)
    use_key(connection, key)
    return connection


def _check_pages(connection: sqlite.Connection, path: Path) -> None:
    finding = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if finding != "ok":
        raise DamagedFile(path, finding.splitlines()[-1])  # the first is a heading


def _check_numbers(application: int, version: int, path: Path) -> None:
    if application != APPLICATION_ID:
        raise NotABackup(path)
    if version > SCHEMA:
        raise FileIsNewer(path)


def _check_size(header: bytes, path: Path) -> None:
    """A file that is shorter than it says was cut; what a log still holds was asked before."""
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    if page < 512 or page & (page - 1):
        raise DamagedFile(path, "its beginning does not read")
    is_valid = header[24:28] == header[92:96]
    if is_valid and not _log_of(path) and path.stat().st_size < page * _number(header, 28):
        raise DamagedFile(path, "its end is missing")


def _check_last_page(path: Path) -> None:
    """SQLite takes a part of a page for a page, and may not read one that is free before years."""
    if not _log_of(path) and (path.stat().st_size - tail_size(path)) % PAGE:
        raise DamagedFile(path, "its end is missing")


def _left_behind(path: Path, header: bytes) -> bool:
    """Whether a log or journal beside it says something else about what the file is."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        return True
    log = _log_of(path)
    newest = first_page_in_log(log) if log else None
    return newest is not None and any(newest[part] != header[part] for part in _IDENTITY)


def _look_at_copy(path: Path, key: Key | None) -> None:
    """Let SQLite put file and log together, on a copy that is thrown away."""
    from data.passing import passing_folder  # not for the start: there is seldom such a log

    with passing_folder("look") as folder:
        copy = copy_with_logs(path, Path(folder))
        try:
            with closing(sqlite.connect(str(copy), isolation_level=None)) as connection:
                use_key(connection, key)
                check_identity(connection, path)
                _check_pages(connection, path)
        except sqlite.DatabaseError as error:
            raise DamagedFile(path, str(error)) from error


def copy_with_logs(path: Path, folder: Path) -> Path:
    """Copy a file with the log and journal that belong to it, byte by byte."""
    for suffix in ("", "-wal", "-journal"):
        part = plain(path.with_name(path.name + suffix))
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return folder / path.name


def _log_of(path: Path) -> Path | None:
    log = path.with_name(f"{path.name}-wal")
    return log if log.exists() and log.stat().st_size else None


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")
