"""Copies of the database, made while it is in use and believed only after they were read."""

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo, Stop, never
from app.domain.opening.errors import NotRestored
from app.errors import BackupFailed, ClassroomError, DamagedFile, NotABackup
from data.copies import (
    Counts,
    Stopped,
    copy_database,
    copy_open,
    count_rows,
    discard,
    settle,
    sync,
)
from data.database import connect_read_only, finish_exchange
from data.inspecting import glance, inspect, share_steps
from data.keys import Key
from data.replacing import reads_whole, replace_bytes, replace_held
from data.trouble import is_full

__all__ = ["SUFFIX", "Amend", "SqliteBackups", "inspect"]

SUFFIX = ".rondo"

Amend = Callable[[Path], None]
"""Done to a finished copy before it is verified and gets its name, such as adding a trailer."""

Take = Callable[[Path, Path], Key | None]
"""Writes what a verified backup holds into a new file; returns the key that one has."""

Copy = Callable[[Path], Counts | None]
"""Writes the database into a file; says how many rows each table has, where that is known."""

_RESERVE = 256 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT}


def as_it_is(_copy: Path) -> None:
    """A copy needs nothing more."""


class SqliteBackups:
    """Backups of one database file; every call may run in a worker."""

    def __init__(
        self,
        database: Path,
        now: Callable[[], datetime],
        key: Key | None = None,
        amend: Amend = as_it_is,
        take: Take | None = None,
    ) -> None:
        self._database = database
        self._now = now
        self._key = key
        self._amend = amend
        self._take = take or self._copy_whole

    def save(self, target: Path, stop: Stop = never) -> BackupInfo:
        self._refuse(target)
        try:
            return self._save(target, stop)
        except Stopped as error:
            raise BackupFailed(target, "it was stopped") from error
        except (OSError, sqlite.Error, DamagedFile) as error:
            self._blame_the_source(error)
            raise BackupFailed(target, _why(error, target)) from error

    def new_file(self, folder: Path) -> Path:
        """A name for a backup made now in that folder, which nothing there has yet."""
        stamp = f"{self._now():%Y-%m-%d-%H%M%S}"
        names = (f"rondo-{stamp}{more}{SUFFIX}" for more in ("", *(f"-{n}" for n in range(2, 99))))
        return next(path for path in map(folder.joinpath, names) if not path.exists())

    def fits(self, folder: Path) -> bool:
        """Whether a copy leaves room there: the next note has to fit on the same disk."""
        parts = [self._database.with_name(self._database.name + more) for more in ("", "-wal")]
        size = sum(part.stat().st_size for part in parts if part.exists())
        return shutil.disk_usage(folder).free > size + size // 8 + _RESERVE

    def inspect(self, source: Path, stop: Stop = never) -> BackupInfo:
        try:
            return inspect(source, self._key, stop)
        except Stopped as error:
            raise BackupFailed(source, "it was stopped") from error

    def glance(self, source: Path) -> BackupInfo:
        """What a backup says it holds; nothing is verified. Raises what `inspect` raises."""
        return glance(source, self._key)

    def live(self) -> BackupInfo:
        return glance(self._database, self._key)

    def is_of_this(self, source: Path) -> bool:
        """Whether a backup and the live database share a past; not when it cannot be read."""
        try:
            return share_steps(source, self._database, self._key)
        except (ClassroomError, OSError, sqlite.Error):
            return False

    def restore(self, source: Path) -> Path:
        fresh = self._database.with_name("restored.db.part")
        try:
            key = self._take(source, fresh)
            self._erase_again(fresh, key)
            inspect(fresh, key)
            return self._replace(fresh)
        except (OSError, sqlite.Error, DamagedFile) as error:
            if isinstance(error, DamagedFile) and error.path == source:
                raise
            raise NotRestored(source, _why(error, self._database)) from error
        finally:
            discard(fresh)

    def _erase_again(self, fresh: Path, key: Key | None) -> None:
        from data.erasure.again import erase_again  # not for the start: only a restore needs it
        from data.erasure.record import known_of  # nor does the start need that

        erase_again(known_of(self._database, self._key), fresh, key)

    def _copy_whole(self, source: Path, fresh: Path) -> Key | None:
        inspect(source, self._key)
        copy_database(source, fresh, self._key)
        return self._key

    def _save(self, target: Path, stop: Stop) -> BackupInfo:
        return self._kept(
            target,
            lambda partial: copy_database(self._database, partial, self._key, stop, ours=True),
            stop,
        )

    def _kept(self, target: Path, copy: Copy, stop: Stop = never) -> BackupInfo:
        """Write a copy beside, read it whole, and only then give it its name."""
        partial = target.with_name(f"{target.name}.{os.getpid()}.part")
        try:
            counts = copy(partial)
            self._amend(partial)
            sync(partial)
            found = inspect(partial, self._key, stop)
            if counts is not None and _counts_of(partial, self._key) != counts:
                raise BackupFailed(target, "the copy holds less than the original")
            settle(partial, target)
        finally:
            discard(partial)
        return _moved(found, target)

    def _refuse(self, target: Path) -> None:
        if target.is_dir():
            raise BackupFailed(target.absolute(), "it is a folder")
        if target.exists() and not target.is_file():
            raise BackupFailed(target.absolute(), "it is no file")
        if target.exists() and target.samefile(self._database):
            raise BackupFailed(target, "it is the class file itself")

    def _blame_the_source(self, error: Exception) -> None:
        """A copy of a damaged file is damaged too: say which of the two it is that suffers."""
        if isinstance(error, OSError | sqlite.OperationalError):
            return
        if self._database.exists():
            try:
                inspect(self._database, self._key)
            except NotABackup as gone:
                raise DamagedFile(self._database, "its beginning is overwritten") from gone

    def _leave_logs(self, stamp: str) -> None:
        """The log of a file that is gone must not be mixed with the one that takes its place."""
        for suffix in ("-wal", "-shm", "-journal"):
            log = self._database.with_name(self._database.name + suffix)
            if log.exists():
                log.rename(log.with_name(f"{log.name}.left-{stamp}"))

    def _leave_what_is_no_file(self, stamp: str) -> None:
        """A folder, pipe or device where the class file or its log should be: out of the way."""
        for suffix in ("", "-wal", "-shm", "-journal"):
            part = self._database.with_name(self._database.name + suffix)
            if part.exists() and not part.is_file():
                part.rename(part.with_name(f"{part.name}.left-{stamp}"))

    def _replace(self, fresh: Path) -> Path:
        """Keep what is there as a backup; what cannot be copied is kept byte by byte."""
        finish_exchange(self._database)  # else it would later take the place of what comes now
        folder, name = self._database.with_name("backups"), self._database.name
        folder.mkdir(parents=True, exist_ok=True)
        kept = self.new_file(folder)
        self._leave_what_is_no_file(kept.stem)
        if not self._database.exists():
            self._leave_logs(kept.stem)
            settle(fresh, self._database)
        elif reads_whole(self._database, self._key):
            replace_held(
                self._database,
                self._key,
                fresh,
                lambda live: self._kept(kept, lambda part: copy_open(live, part, self._key)),
            )
        else:
            kept = self._database.with_name(f"{name}.damaged-{self._now():%Y-%m-%d-%H%M%S}")
            replace_bytes(self._database, fresh, kept, self._database.with_name("rondo.key"))
        return kept


def _moved(found: BackupInfo, target: Path) -> BackupInfo:
    return replace(found, path=target, size=target.stat().st_size)


def _counts_of(path: Path, key: Key | None) -> Mapping[str, int]:
    with closing(connect_read_only(path, key)) as connection:
        return count_rows(connection)


def _why(error: Exception, target: Path) -> str:
    """Why there is no copy, in a few plain words."""
    if getattr(error, "errno", None) in _FULL or "full" in str(error):
        return "the disk is full"
    if isinstance(error, sqlite.OperationalError) and is_full(target.parent):
        return "the disk is full"
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return error.finding if isinstance(error, DamagedFile) else str(error)
