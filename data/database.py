"""Opening a database file: what it is, whether we may touch it, and how it is set up."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.looking import Tell, unheard
from app.domain.opening.errors import FileIsBusy, FileIsOlder, LogIsLeft
from app.errors import ClassroomError, DamagedFile, NotSaved
from data.identity import (
    APPLICATION_ID,
    check_files,
    check_header,
    check_identity,
    look,
    pragma,
)
from data.keys import Key, use_key
from data.schema import SCHEMA
from data.seals import teach
from data.trouble import DAMAGED, is_full, is_trouble, reason_of

__all__ = [
    "APPLICATION_ID",
    "SCHEMA",
    "Connection",
    "Unreadable",
    "check_header",
    "check_identity",
    "connect",
    "connect_read_only",
    "finish_exchange",
    "pragma",
    "transaction",
]

Connection = sqlite.Connection

Unreadable = sqlite.DatabaseError
"""What reading raises when a file that could be opened turns out to be damaged."""

BUSY_S = 2.0
"""How long another program may hold the file before the teacher is told."""
LARGE = 32 * 1024 * 1024
"""Bytes of a file that may not be read from end to end while somebody waits for a picture."""
_NOT_FOR_US = ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
_WITH_LOG = ("journal_mode=WAL",)
# Where two computers may reach the file there is no log beside it: it needs memory they share; nor
# where it can be pulled out, as that memory is a file.
# Exclusive, because a file that has a log can be opened without that memory in no other way.
_WITHOUT_LOG = ("journal_mode=DELETE", "locking_mode=NORMAL")
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    # KiB, taken only as pages are read: what the progress of 60 students by 40 skills touches with
    # five million observations in the file. With half of it that screen took twice as long.
    "cache_size=-32000",
)


def connect(
    path: Path, key: Key | None = None, log: bool = True, tell: Tell | None = unheard
) -> sqlite.Connection:
    """Open or make a Rondo database, encrypted when there is a key.

    Without `log` it is kept as a share needs it. An older file is brought up to date, and `tell`
    hears how far that is; None refuses one (`FileIsOlder`), and a log that it takes a while to
    read (`LogIsLeft`). Raises `DamagedFile`, `NotABackup` (a
    foreign file), `FileIsNewer` or `FileIsBusy`; the file then keeps every byte it had. Raises
    `NotSaved` when a new one cannot be written, or "read_only" when this one cannot.
    """
    check_files(path)
    finish_exchange(path)
    if path.exists():
        look(path, key, will_change_header=log)
        if tell is None and _takes_a_while(path):
            raise LogIsLeft(path)
        _refuse_foreign_log(path, key)
    else:
        _make(path, key)
    connection = sqlite.connect(str(path), timeout=BUSY_S, isolation_level=None)
    try:
        use_key(connection, key)
        _set_up(connection, path, key, log, tell)
    except sqlite.Error as error:
        connection.close()
        raise _not_opened(error, path) from error
    except ClassroomError as error:
        connection.close()
        if isinstance(error, NotSaved) and error.reason == DAMAGED:
            raise DamagedFile(path, str(error.__cause__)) from error
        raise
    return connection


def finish_exchange(path: Path) -> None:
    """End the exchange of a damaged file that was stopped."""
    if path.with_name(f"{path.name}.mended").exists():
        from data.damage.aside import finish  # not for the start: there is seldom one

        finish(path)


def _takes_a_while(path: Path) -> bool:
    """Whether a log is left beside so large a file that to read both holds a picture up."""
    log = path.with_name(f"{path.name}-wal")
    is_left = log.exists() and log.stat().st_size > 0
    return is_left and path.stat().st_size >= LARGE


def _refuse_foreign_log(path: Path, key: Key | None) -> None:
    """SQLite would read any log into any file."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        from data.log_belongs import is_foreign_log  # not for the start: there is seldom one

        if is_foreign_log(path, key):
            raise DamagedFile(path, "the log beside it belongs to another file")


def _not_opened(error: sqlite.Error, path: Path) -> ClassroomError:
    """What to tell of a file that SQLite did not open."""
    name = getattr(error, "sqlite_errorname", "") or ""
    reason = "read_only" if name.startswith(_NOT_FOR_US) else reason_of(error)
    if name.startswith("SQLITE_IOERR") and is_full(path.parent):
        reason = "full"  # where not even the log's index fits SQLite does not say why
    if reason == "busy":
        return FileIsBusy(path)
    return DamagedFile(path, str(error)) if reason in {"other", DAMAGED} else NotSaved(reason)


def connect_read_only(
    path: Path, key: Key | None = None, any_thread: bool = False
) -> sqlite.Connection:
    """A second connection for long readers, such as backups.

    `any_thread` promises that no two threads use it at once.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite.connect(
        uri, uri=True, isolation_level=None, check_same_thread=not any_thread
    )
    use_key(connection, key)
    return connection


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
        raise NotSaved(reason_of(error)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _name(fresh: Path, path: Path) -> None:
    """Give the file its name, unless another start was quicker: then that one's file counts."""
    try:
        os.link(fresh, path)
    except OSError:
        if not path.exists():  # a disk without links, such as a stick
            fresh.rename(path)


def _set_up(
    connection: sqlite.Connection, path: Path, key: Key | None, log: bool, tell: Tell | None
) -> None:
    if not log:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    check_identity(connection, path)
    if tell is None and pragma(connection, "user_version") < SCHEMA:
        raise FileIsOlder(path)
    teach(connection)
    for setting in (*(_WITH_LOG if log else _WITHOUT_LOG), *_PRAGMAS):
        connection.execute(f"PRAGMA {setting}")
    if pragma(connection, "user_version") < SCHEMA:
        # Imported here for the start: a file that is up to date does not need it (50 ms).
        from data.migrating import bring_up

        bring_up(connection, path, key, tell or unheard)


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
        _roll_back(connection)
        if isinstance(error, sqlite.Error) and is_trouble(error):
            raise NotSaved(reason_of(error)) from error
        raise


def _roll_back(connection: sqlite.Connection) -> None:
    """A disk that is gone cannot even take that; then there is nothing to take back on it."""
    with suppress(sqlite.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
