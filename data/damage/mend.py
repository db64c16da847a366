"""Making a whole file of the newest good backup and what a damaged one still gives."""

import random
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo, Stop, never
from app.domain.changes import Change, Step, label
from app.domain.damage import Damage, Mended, Rescue
from app.domain.ids import COUNTER_BITS, IdMaker, StepId
from app.errors import BackupFailed, ClassroomError, DamagedFile
from data.copies import copy_database
from data.damage.aside import put_in_place, thin
from data.damage.history import is_of_same
from data.damage.look import look
from data.damage.salvage import salvage
from data.damage.scratch import alone, scratch
from data.damage.walk import Source
from data.database import connect, connect_read_only
from data.erasure.again import erase_again
from data.erasure.record import known_of
from data.inspecting import glance, inspect
from data.keys import Key
from data.log_belongs import is_foreign_log
from data.store import SqliteStore

BATCH = 20_000
"""Rows of one step: only where there is no backup are there more, and then nothing to undo to."""


class Mender:
    """Mends one class file. `backups` names the files to look through, in any order.

    Nobody may have the file open meanwhile. Every call is for a worker.
    """

    def __init__(
        self,
        database: Path,
        backups: Callable[[], Iterable[Path]],
        now: Callable[[], datetime],
        key: Key | None = None,
    ) -> None:
        self._database = database
        self._backups = backups
        self._now = now
        self._key = key

    def rescue(self, stop: Stop = never) -> Rescue:
        """What there is to go on with; no byte of any file changes. Raises `copies.Stopped`."""
        if is_foreign_log(self._database, self._key):
            own = self._own_without_log(stop)
            if own is not None:
                return Rescue(own, own_base=True)
            return salvage(self._database, self._base(stop), self._key, stop, with_log=False)
        return salvage(self._database, self._base(stop), self._key, stop)

    def _base(self, stop: Stop) -> BackupInfo | None:
        """The newest good one of this very class: the backups of another may lie there too."""
        known = self._known()
        with (
            scratch(self._database, None, self._key) as copy,
            closing(Source(copy, self._key, stop)) as source,
        ):
            own = [info for info in known if self._is_own(info, source)]
        return self._first_good(own, stop) or self._first_good(known, stop)

    def _known(self) -> list[BackupInfo]:
        return sorted(filter(None, map(self._glance, self._backups())), key=_age, reverse=True)

    def _first_good(self, known: Iterable[BackupInfo], stop: Stop) -> BackupInfo | None:
        """The first that is whole; else the first that is whole but for some rows."""
        doubtful = None
        for info in known:
            damage = self._damage(info, stop)
            if damage is not None and damage.is_whole:
                return info
            if damage is not None and not damage.is_deep:
                doubtful = doubtful or info
        return doubtful

    def _is_own(self, info: BackupInfo, source: Source) -> bool:
        try:
            with closing(connect_read_only(info.path, self._key)) as base:
                return is_of_same(source, base)
        except sqlite.Error:
            return False

    def mend(self, rescue: Rescue, stop: Stop = never) -> Mended:
        """Put the whole file in place, and set the damaged one aside.

        Raises `errors.BackupFailed` or `NotSaved`; then everything is as it was.
        """
        with TemporaryDirectory(prefix="rondo-mend-", dir=self._database.parent) as folder:
            fresh = Path(folder) / self._database.name
            try:
                self._build(rescue, fresh, stop)
                aside = put_in_place(fresh, self._database, self._now())
            except (OSError, sqlite.Error, DamagedFile) as error:
                raise BackupFailed(self._database, str(error)) from error
        thin(self._database)
        return Mended(rescue, aside)

    def _build(self, rescue: Rescue, fresh: Path, stop: Stop) -> None:
        if rescue.own_base:
            alone(self._database, fresh)
        elif rescue.base is not None:
            copy_database(rescue.base.path, fresh, self._key, stop)
        with closing(connect(fresh, self._key)) as connection:
            self._bring_back(SqliteStore(connection), rescue.changes, rescue.base is not None)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
        with scratch(self._database, None, self._key) as copy:
            erase_again(known_of(copy, self._key, self._database), fresh, self._key)
        inspect(fresh, self._key, stop)

    def _bring_back(self, store: SqliteStore, changes: Sequence[Change], undoable: bool) -> None:
        """One step; with nothing to go back to it may be several, and none to undo."""
        now_ms = int(self._now().timestamp() * 1000)
        start = random.SystemRandom().getrandbits(COUNTER_BITS)
        ids = IdMaker(lambda: now_ms, start, store.highest_id())
        size = len(changes) if undoable else BATCH
        for at in range(0, len(changes), max(1, size)):
            some = tuple(changes[at : at + size])
            told = label("salvaged", count=str(len(some)))
            store.record(Step(StepId(ids()), now_ms, told, some, None, undoable))

    def _own_without_log(self, stop: Stop) -> BackupInfo | None:
        with TemporaryDirectory(prefix="rondo-look-", dir=self._database.parent) as folder:
            copy = alone(self._database, Path(folder) / self._database.name)
            info = self._glance(copy)
            return info if info is not None and self._is_good(info, stop) else None

    def _glance(self, file: Path) -> BackupInfo | None:
        try:
            return glance(file, self._key)
        except (ClassroomError, OSError, sqlite.Error):
            return None

    def _is_good(self, info: BackupInfo, stop: Stop) -> bool:
        damage = self._damage(info, stop)
        return damage is not None and damage.is_whole

    def _damage(self, info: BackupInfo, stop: Stop) -> Damage | None:
        try:
            return look(info.path, self._key, stop)
        except sqlite.Error:
            return None


def _age(info: BackupInfo) -> tuple[int, int]:
    return info.newest_step, info.saved_at
