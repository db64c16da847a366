"""Copies of the database, made while it is in use and believed only after they were read."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo
from app.errors import BackupFailed, ClassroomError, DamagedFile
from data.database import check_header, check_identity, connect_read_only
from data.keys import Key, use_key

_COUNTED = ("class", "student", "observation", "step")


class SqliteBackups:
    """Backups of one database file; every call may run in a worker."""

    def __init__(self, database: Path, now: Callable[[], datetime], key: Key | None = None) -> None:
        self._database = database
        self._now = now
        self._key = key

    def save(self, target: Path) -> BackupInfo:
        self._refuse(target)
        partial = target.with_name(target.name + ".part")
        try:
            expected = _copy(self._database, partial, self._key)
            found = inspect(partial, self._key)
            if _counts_of(partial, self._key) != expected:
                raise BackupFailed(target, "the copy holds less than the original")
            _settle(partial, target)
        except (OSError, sqlite.Error, DamagedFile) as error:
            raise BackupFailed(target, str(error)) from error
        finally:
            partial.unlink(missing_ok=True)
        return BackupInfo(
            target,
            target.stat().st_size,
            found.saved_at,
            found.classes,
            found.students,
            found.observations,
            found.last_lesson,
        )

    def _refuse(self, target: Path) -> None:
        if target.is_dir():
            raise BackupFailed(target.absolute(), "it is a folder")
        if target.exists() and target.samefile(self._database):
            raise BackupFailed(target, "it is the class file itself")

    def inspect(self, source: Path) -> BackupInfo:
        return inspect(source, self._key)

    def restore(self, source: Path) -> Path:
        inspect(source, self._key)
        stamp = self._now().strftime("%Y-%m-%d-%H%M%S")
        kept = self._database.with_name(f"rondo-before-{stamp}.db")
        fresh = self._database.with_name("restored.db.part")
        try:
            _copy(source, fresh, self._key)
            inspect(fresh, self._key)
            if self._database.exists():
                _set_aside(self._database, kept, self._key)
            _settle(fresh, self._database)
        except (OSError, sqlite.Error, DamagedFile) as error:
            raise BackupFailed(source, str(error)) from error
        finally:
            fresh.unlink(missing_ok=True)
        return kept


def inspect(source: Path, key: Key | None = None) -> BackupInfo:
    """Read a database file whole and say what it holds; `key` opens an encrypted one.

    Raises `NotABackup`, `FileIsNewer` or `DamagedFile`; the file is only read.
    """
    if key is None:
        check_header(source)
    try:
        with closing(connect_read_only(source, key)) as connection:
            check_identity(connection, source)
            _check_whole(connection, source)
            return _describe(connection, source)
    except sqlite.Error as error:
        raise DamagedFile(source, str(error)) from error


def _check_whole(connection: sqlite.Connection, source: Path) -> None:
    for check in ("quick_check", "integrity_check"):
        finding = connection.execute(f"PRAGMA {check}").fetchone()[0]
        if finding != "ok":
            raise DamagedFile(source, str(finding).splitlines()[-1])  # the first is a heading
    if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedFile(source, f"{orphan[0]} row {orphan[1]} belongs to nothing")


def _describe(connection: sqlite.Connection, source: Path) -> BackupInfo:
    def one(query: str) -> str:
        return str(connection.execute(query).fetchone()[0])

    classes = connection.execute("SELECT name FROM class WHERE archived = 0 ORDER BY id")
    return BackupInfo(
        path=source,
        size=source.stat().st_size,
        saved_at=int(one("SELECT coalesce(max(at), 0) FROM step")),
        classes=[row[0] for row in classes],
        students=int(one("SELECT count(*) FROM student WHERE archived = 0")),
        observations=int(one("SELECT count(*) FROM observation")),
        last_lesson=one("SELECT coalesce(max(day), '') FROM lesson"),
    )


def _copy(source: Path, target: Path, key: Key | None) -> tuple[int, ...]:
    """Copy by the online backup API; returns the counts of the very state that was copied."""
    target.unlink(missing_ok=True)
    with (
        closing(connect_read_only(source, key)) as live,
        closing(sqlite.connect(str(target))) as copy,
    ):
        use_key(copy, key)
        live.execute("BEGIN")
        counts = _counts(live)
        live.backup(copy)
        live.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode=DELETE")
    return counts


def _counts_of(path: Path, key: Key | None) -> tuple[int, ...]:
    with closing(connect_read_only(path, key)) as connection:
        return _counts(connection)


def _counts(connection: sqlite.Connection) -> tuple[int, ...]:
    return tuple(
        int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in _COUNTED
    )


def _set_aside(database: Path, kept: Path, key: Key | None) -> None:
    """Keep the database as it is; one that cannot be copied is kept byte by byte."""
    try:
        _copy(database, kept, key)
        _fold_log(database, key)
    except (sqlite.Error, ClassroomError):
        for suffix in ("", "-wal"):
            part = database.with_name(database.name + suffix)
            if part.exists():
                shutil.copyfile(part, kept.with_name(kept.name + suffix))
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _fold_log(database: Path, key: Key | None) -> None:
    """Bring what the log beside it holds into the file: who is stopped now has lost nothing."""
    with closing(sqlite.connect(str(database), isolation_level=None)) as connection:
        use_key(connection, key)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _settle(partial: Path, target: Path) -> None:
    """A power cut leaves the old file or the new one, never half of one."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(target)
