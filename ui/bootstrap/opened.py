"""A profile in use: what the window asks of the files while it is open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.classroom import Classroom
from app.domain.opening.errors import OnlyReading
from app.ports import Backups, Pulse
from app.workspace import Kinds
from data.database import Connection
from data.evidence import SqliteEvidence
from data.keys import Key
from data.mapping import TABLES
from data.paths import Profile
from data.store import SqliteStore
from data.trouble import ask, be_quick
from ui.bootstrap.safety import backups_of, erasure_of

if TYPE_CHECKING:
    from app.domain.backups import Stop
    from app.domain.changes import Step
    from app.domain.damage import CheckReport
    from app.domain.ids import StepId
    from app.domain.looking import Tell
    from app.ports import Erasure, Flips, Histories
    from app.ports.finding import Finder
    from app.services.backups import BackupService
    from app.services.holding import Shelf

EVERYTHING: Kinds = frozenset(TABLES)
"""Every kind of thing there is, for when nobody knows what changed."""


@dataclass
class OpenProfile:
    """A profile in use: its classroom and its backups. Close it before the file is replaced."""

    profile: Profile
    classroom: Classroom
    store: SqliteStore = field(repr=False)
    evidence: SqliteEvidence = field(repr=False)
    key: Key | None = None
    log: bool = True
    reading: OnlyReading | None = None
    """Why nothing can be changed, when nothing can."""
    wrote_apart: bool = False
    """Whether `data_version` has changed by a step of our own."""

    @property
    def read_only(self) -> str:
        """The reason why nothing can be changed: "holder", "folder" or "file"; else ""."""
        return self.reading.reason if self.reading else ""

    def must_write(self) -> None:
        """Raises `OnlyReading` when nothing can be changed."""
        if self.reading is not None:
            raise self.reading

    @property
    def connection(self) -> Connection:
        return self.store.connection

    @property
    def database(self) -> Path:
        return self.profile.database

    @property
    def backups(self) -> Backups:
        return backups_of(self.profile, self.classroom.clock, self.key)

    @property
    def pulse(self) -> Pulse:
        """A sign of life in the profile; none where nothing can be changed."""
        from data.pulse import FilePulse, NoPulse  # not for the start

        return NoPulse() if self.reading else FilePulse(self.profile.pulse)

    @property
    def erasure(self) -> "Erasure":
        """Takes people out of everything; it has connections of its own."""
        return erasure_of(self.profile, self.classroom.clock, self.key)

    @property
    def histories(self) -> "Histories":
        """What things were before."""
        from data.histories import SqliteHistories  # not for the start

        return SqliteHistories(self.store.asking)

    def held(self) -> int:
        """How many steps wait to be written. Raises `OnlyReading` where nothing can be."""
        self.must_write()
        return len(self.shelf().load())

    def backup_service(self) -> "BackupService":
        """Backups that come by themselves, in the profile and in the second place."""
        from data.backup_shelf import service_of  # not for the start

        return service_of(self.profile, self.classroom.clock, self.key)

    def data_version(self) -> int:
        """A number that changes when another program has written. Raises `errors.NotRead`."""
        return int(ask(self.connection, "PRAGMA data_version")[0][0])

    @property
    def flips(self) -> "Flips":
        """What changed by itself, and what was written."""
        from data.flips import SqliteFlips  # not for the start

        return SqliteFlips(self.store)

    def check(self, stop: "Stop", tell: "Tell", everything: bool = True) -> "CheckReport | None":
        """Read the class file from end to end, and everything else; None when it was stopped.

        For a worker.
        """
        from data.checking import check_open  # not for the start

        return check_open(self.profile, self.key, everything, stop, tell)

    def hear_damage(self, heard: Callable[[], None]) -> None:
        """Hear of it when the file turns out to be damaged while it is read or written."""
        self.store.asking.damaged = self.evidence.asking.damaged = heard

    def be_quick(self) -> None:
        """From now on nothing waits longer than a moment for another program."""
        be_quick(self.connection)

    def revive(self, reason: str) -> None:
        """Make the connection good again after `errors.NotSaved` of that reason.

        Raises `errors.ClassroomError` where the file is not there again.
        """
        from data.reviving import revived  # not for the start

        connection = revived(self.store, self.database, self.key, reason, self.log)
        if connection is not self.connection:
            self.store.use(connection)
            self.evidence.use(connection)

    def forget_some(self) -> bool:
        """Forget a few steps that are too old to undo; returns whether there may be more.

        Raises `errors.NotSaved` and `NotRead`.
        """
        from data.compacting import forget_some  # not for the start

        return forget_some(self.connection, self.classroom.clock.now_ms())

    @property
    def finder(self) -> "Finder":
        """Finds notes again; by the open connection where nobody else can read beside it."""
        from data.finding.finder import SqliteFinder  # not for the start

        alone = not self.log or self.reading is not None
        return SqliteFinder(self.database, self.key, self.connection if alone else None)

    @property
    def writes_apart(self) -> bool:
        """Whether a large step may be written beside the window."""
        return self.log and self.reading is None

    def record_apart(self, step: "Step") -> None:
        """Write a step on a connection of its own, in a worker; raises as `Store.record` does."""
        from data.apart import record_apart  # not for the start

        self.store.there.check()  # another file in its place is not written
        record_apart(self.database, self.key, step)
        self.store.last_id = max(self.store.last_id, step.id)
        self.wrote_apart = True

    def turn_apart(self, again: bool, own: "StepId") -> "Step":
        """Undo or redo the newest step in a worker; raises as `Workspace.undo` and `redo` do."""
        from data.apart import turn_apart  # not for the start

        self.store.there.check()
        step = turn_apart(self.database, self.key, self.classroom.clock, again, own)
        self.store.last_id = max(self.store.last_id, step.id)
        self.wrote_apart = True
        return step

    def index_some(self) -> bool:
        """Bring some notes into the index that are not in it; returns whether there may be more.

        Raises `errors.NotSaved` and `NotRead`.
        """
        from data.finding.index import catch_up  # not for the start

        return self.reading is None and catch_up(self.connection)

    def index_anew(self) -> None:
        """Make the index of notes anew, some at a time: `index_some`. Raises `errors.NotSaved`."""
        from data.finding.index import begin_anew  # not for the start

        self.must_write()
        begin_anew(self.connection)

    def count_anew(self) -> None:
        """Count anew how much evidence there is; in a worker where it `writes_apart`.

        Raises `errors.NotSaved`, and `OnlyReading` when nothing can be changed.
        """
        from data.apart import count_apart  # not for the start
        from data.tallies import count_anew  # not for the start

        self.must_write()
        if self.log:
            count_apart(self.database, self.key)
        else:
            count_anew(self.connection)

    def shelf(self, in_memory: bool = False) -> "Shelf":
        """Where notes are held that cannot be written; an encrypted class leaves none anywhere."""
        from data.shelf import shelf_of  # not for the start

        return shelf_of(self.database, self.key is not None, in_memory)

    def close(self) -> None:
        self.connection.close()
