"""Where the floors meet: opens the files and puts the classroom together."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.classroom import Classroom, furnish
from app.domain.ids import COUNTER_BITS, IdMaker
from app.domain.opening.errors import OnlyReading
from app.domain.opening.holder import Holder
from app.ports import Backups, Clock, Pulse
from app.settings import SettingsKeeper
from app.workspace import Kinds
from data.database import Connection, Unreadable
from data.door import Door, other_files
from data.evidence import SqliteEvidence
from data.keys import Key
from data.mapping import TABLES
from data.moved import moved_to
from data.opening import begin_anew
from data.paths import Profile, default_folder
from data.places import conflict_copies
from data.reports import ReportFolder
from data.requests import clear as clear_requests
from data.requests import hand_over, make_room, take_requests
from data.settings_file import SettingsFile
from data.store import SqliteStore
from data.surroundings import Surroundings
from data.trouble import ask, be_quick

if TYPE_CHECKING:
    from app.domain.roster.table import RosterReader
    from app.ports import Erasure, Histories
    from app.services.backups import BackupService
    from app.services.holding import Shelf
    from data.crash import Crash, CrashMark
    from data.safe.profile_safe import ProfileSafe

_BITS = random.SystemRandom().getrandbits
EVERYTHING: Kinds = frozenset(TABLES)
"""Every kind of thing there is, for when nobody knows what changed."""

__all__ = [
    "EVERYTHING",
    "Crash",
    "CrashMark",
    "Door",
    "Key",
    "OpenProfile",
    "Profile",
    "Surroundings",
    "Unreadable",
    "backups_of",
    "begin_anew",
    "build_demo",
    "clear_requests",
    "copies_beside",
    "crash_mark",
    "hand_over",
    "held_by",
    "local_profile",
    "make_room",
    "move_profile",
    "open_profile",
    "profile_at",
    "report_folder",
    "roster_reader",
    "safe_of",
    "settings_keeper",
    "take_requests",
    "write_texts",
]


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
        from data.erasure.erasure import SqliteErasure  # not for the start

        second = _second_places(self.profile)
        return SqliteErasure(self.profile, self.classroom.clock.now_ms, self.key, second)

    @property
    def histories(self) -> "Histories":
        """What things were before."""
        from data.histories import SqliteHistories  # not for the start

        return SqliteHistories(self.connection)

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

    def shelf(self, in_memory: bool = False) -> "Shelf":
        """Where notes are held that cannot be written; an encrypted class leaves none anywhere."""
        from data.shelf import shelf_of  # not for the start

        return shelf_of(self.database, self.key is not None, in_memory)

    def close(self) -> None:
        self.connection.close()


def open_profile(
    profile: Profile,
    clock: Clock,
    key: Key | None = None,
    door: Door | None = None,
    holder: Holder | None = None,
) -> OpenProfile:
    """Open or make the profile's database; where that cannot be changed, to read it.

    `door` and `holder` are what is known already. Raises what `data.opening.open_file` raises.
    """
    door = door or Door(profile, Surroundings())
    door.find()
    holder = holder or (None if door.is_ours else door.other())
    access = door.open(key, "holder" if holder else "")
    store = SqliteStore(access.connection)
    ids = IdMaker(clock.now_ms, _BITS(COUNTER_BITS), store.highest_id())
    evidence = SqliteEvidence(access.connection)
    classroom = furnish(store, evidence, clock, ids)
    refused = OnlyReading(access.read_only) if access.read_only else None
    reading = held_by(holder, clock) if holder else refused
    return OpenProfile(profile, classroom, store, evidence, key, door.has_log, reading)


def held_by(holder: Holder, clock: Clock) -> OnlyReading:
    """Who has it open, in words and figures to be read."""
    since, now = clock.local(holder.since), clock.local(clock.now_ms())
    day = "" if since.date() == now.date() else f"{since:%Y-%m-%d} "
    said = f"{day}{since:%H:%M}" if holder.since else ""
    return OnlyReading("holder", holder.user, holder.host, said)


def profile_at(folder: Path | None) -> Profile:
    """The profile in a folder, or where it was moved to; None is this user's own."""
    return moved_to(Profile(folder)) if folder is not None else Profile(default_folder())


def settings_keeper(profile: Profile) -> SettingsKeeper:
    """Keeps the settings of a profile."""
    return SettingsFile(profile.settings)


def report_folder(profile: Profile) -> ReportFolder:
    """Where reports of our own bugs go."""
    return ReportFolder(profile.reports)


def crash_mark(profile: Profile) -> "CrashMark":
    """Says in the profile's reports that the app runs, and after the next start that it did."""
    from data.crash import CrashMark  # not for the start

    return CrashMark(profile.reports, profile.pulse)


def build_demo(profile: Profile, clock: Clock, seed: int = 1) -> None:
    """Write the demo class into a new profile; may run in a worker."""
    from app.demo.build import DemoBuilder, DemoSize  # not for the start

    opened = open_profile(profile, clock)
    try:
        room = opened.classroom
        DemoBuilder(room.workspace, room.ids, clock, seed).build(DemoSize())
    finally:
        opened.close()


def backups_of(
    profile: Profile, clock: Clock, key: Key | None = None, of_others: Key | None = None
) -> Backups:
    """Backups of a profile; `of_others` opens one that has another key when it is taken back."""
    from data.safe.sealing import sealed_backups  # not for the start

    return sealed_backups(profile, lambda: clock.local(clock.now_ms()), key, of_others)


def safe_of(profile: Profile, clock: Clock) -> "ProfileSafe":
    """The safe of a profile: its passphrase, and what is done with it."""
    from data.safe.profile_safe import ProfileSafe  # not for the start

    return ProfileSafe(profile, _BITS, clock.now_ms, lambda: _second_places(profile))


def _second_places(profile: Profile) -> list[Path]:
    return [Path(place) for place in (settings_keeper(profile).load().second_place,) if place]


def move_profile(profile: Profile, target: Profile, around: Surroundings) -> None:
    """Copy a profile that is not open to a folder of this computer; may run in a worker."""
    from data.moving import move_profile as move  # not for the start

    move(profile, target, around)


def local_profile() -> Profile:
    """A folder of this computer where no class is kept yet."""
    from data.moving import free_profile  # not for the start

    return free_profile(default_folder())


def copies_beside(profile: Profile) -> tuple[str, ...]:
    """Second copies of the class file that a sync program made."""
    return conflict_copies(other_files(profile.folder))


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write new files, each whole or not at all; an older one of that name is replaced."""
    from data.files.texts import write_texts as write  # not for the start

    write(texts)


def roster_reader() -> "RosterReader":
    """Reads class lists of every kind."""
    from data.files.class_list import ClassListReader  # not for the start

    return ClassListReader()
