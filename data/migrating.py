"""Bringing a file up to this Rondo's schema: a verified copy first, then one transaction."""

import errno
import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite
from sqlite_utils import Database

from app.domain.looking import Progress, Tell, unheard
from app.errors import BackupFailed, DamagedFile, NotSaved
from data.copies import PAGES, discard, settle
from data.database import APPLICATION_ID, pragma, transaction
from data.inspecting import inspect
from data.keys import Key, use_key
from data.mapping import TABLES
from data.migrations import migrations
from data.schema import SCHEMA
from data.seals import JOURNAL, seal_anew, sealed_cells

COPY = "rondo-before-update"
"""What the copies made here begin with; they lie beside the file, and open like a backup."""

_SEALED = (*TABLES.values(), *JOURNAL)

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def make_tables(connection: sqlite.Connection) -> None:
    """Lay out a file that holds nothing yet."""
    with transaction(connection):
        _apply(connection)


def bring_up(
    connection: sqlite.Connection, path: Path, key: Key | None = None, tell: Tell = unheard
) -> Path:
    """Run what is pending, whole or not at all; returns the copy of the file as it was before.

    Whoever is stopped in between finds the old file or the new one. Raises `BackupFailed` (no
    copy, so nothing was begun) or `NotSaved` (nothing has changed).
    """
    kept = _copy(connection, path, key, tell)
    tell(Progress("change"))
    with transaction(connection):
        apply_pending(connection)
    return kept


def apply_pending(connection: sqlite.Connection) -> None:
    """Run what is pending, if anything is; inside a transaction, and without a copy."""
    if pragma(connection, "user_version") < SCHEMA:  # another start may have been quicker
        _apply(connection)


def _apply(connection: sqlite.Connection) -> None:
    """Each kind of thing has its seals then, whatever its migration made."""
    before = {table: sealed_cells(connection, table) for table in _SEALED}
    migrations.apply(Database(connection))
    for table in _SEALED:
        seal_anew(connection, table, before[table])
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA}")


def _copy(connection: sqlite.Connection, path: Path, key: Key | None, tell: Tell) -> Path:
    """Copy the file as it is, read the copy whole, and only then give it its name."""
    target = path.with_name(f"{COPY}-{_changed_at(path):%Y-%m-%d-%H%M%S}.db")
    # Another start may be at the same: each has a half of its own.
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite.connect(str(partial))) as copy:
            use_key(copy, key)
            connection.backup(
                copy,
                pages=PAGES,
                progress=lambda _status, left, count: tell(Progress("copy", count - left, count)),
            )
            copy.execute("PRAGMA journal_mode=DELETE")
        tell(Progress("read"))
        _read_back(partial, path, key)
        settle(partial, target)
    except (OSError, sqlite.Error) as error:
        if "full" in str(error) or getattr(error, "errno", 0) in FULL:
            raise NotSaved("full") from error
        raise BackupFailed(target, str(error)) from error
    finally:
        discard(partial)
    return target


def _read_back(partial: Path, path: Path, key: Key | None) -> None:
    try:
        inspect(partial, key)
    except DamagedFile as error:  # the copy is true: it is the file itself that is damaged
        raise DamagedFile(path, error.finding) from error


def _changed_at(path: Path) -> datetime:
    """When the file was last written, on the clock of this computer."""
    log = path.with_name(f"{path.name}-wal")
    newest = max(file.stat().st_mtime for file in (path, log) if file.exists())
    return datetime.fromtimestamp(newest, UTC).astimezone()
