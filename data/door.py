"""The door of a profile: where it lies, who has it open, and the lock while we have."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from app.domain.looking import Tell, unheard
from app.domain.opening.errors import FileIsBusy, FolderMissing
from app.domain.opening.holder import Holder
from app.domain.opening.place import LOCAL, Place
from data.database import BUSY_S
from data.keys import Key
from data.lock import ProfileLock
from data.opening import Access, open_file
from data.paths import Profile, default_folder
from data.surroundings import Surroundings

if TYPE_CHECKING:
    from data.damage.mend import Mender

_TRY_EVERY_S = 0.1
_BUSY_ERRNO = frozenset({11, 16, 26})  # EAGAIN, EBUSY, ETXTBSY
_BUSY_WINDOWS = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_wait = Event().wait


class Door:
    """Asks nobody and shows nothing: what is in the way is raised, for others to explain.

    `anew` says that a class file which is gone stays gone; `tell` hears how far an older one is
    brought up to date, None refuses it.
    """

    def __init__(
        self,
        profile: Profile,
        around: Surroundings,
        pause: Callable[[float], object] = _wait,
    ) -> None:
        self.profile = profile
        self._around = around
        self._pause = pause
        self._place: Place | None = None
        self._lock: ProfileLock | None = None
        self.anew = False
        self.tell: Tell | None = unheard

    @property
    def place(self) -> Place:
        """Where the profile lies."""
        if self._place is None:
            self._place = self._around.place_of(self.profile.folder)
        return self._place

    @property
    def has_log(self) -> bool:
        """Whether SQLite may keep its log beside the file: only where one computer writes.

        Nor on a stick: the log needs memory that is a file, and when that is pulled out the system
        ends whoever reads it. And a stick is what people copy one file from.
        """
        return self.place.kind == LOCAL

    @property
    def is_ours(self) -> bool:
        """Whether we have the lock."""
        return self.lock.is_ours

    @property
    def lock(self) -> ProfileLock:
        if self._lock is None:
            believed = not self.place.is_shared
            self._lock = ProfileLock(self.profile.lock, self._around, believed)
        return self._lock

    def find(self) -> None:
        """Make the folder of a new profile. Raises `FolderMissing` or OSError.

        A folder whose own place is missing too was on a disk that is not there.
        """
        folder = self.profile.folder
        is_lost = not folder.exists() and not folder.absolute().parent.exists()
        if is_lost and folder != default_folder():
            raise FolderMissing(folder)
        self.profile.made()

    def other(self) -> Holder | None:
        """Who else has it open, if that is another person or another computer."""
        holder = self.lock.holder()
        return None if holder is None or self.is_same_teacher(holder) else holder

    def is_same_teacher(self, holder: Holder) -> bool:
        """Whether the holder is another window of the teacher's on this computer."""
        return holder.is_of(self._around.me())

    def open(self, key: Key | None = None, read_only: str = "") -> Access:
        """Open the class file. A program that will not let go of it is given two seconds."""
        tries = round(BUSY_S / _TRY_EVERY_S)
        for tries_left in reversed(range(tries)):
            try:
                given = (self.has_log, self.anew, self.tell)
                return open_file(self.profile, self._around, key, read_only, *given)
            except OSError as error:
                if not _is_busy(error):
                    raise
                if not tries_left:
                    raise FileIsBusy(self.profile.database) from error
            self._pause(_TRY_EVERY_S)
        raise FileIsBusy(self.profile.database)

    def mender(self, now: Callable[[], datetime], key: Key | None, second: str) -> "Mender":
        """Mends the class file with the backups of the profile and of the `second` place, if any.

        Nobody may have it open meanwhile.
        """
        from data.damage.mend import Mender  # not for the start

        places = [self.profile.backups, *(Path(place) for place in (second,) if place)]

        def backups() -> Iterator[Path]:
            for place in places:
                yield from place.glob("rondo-*.rondo")

        return Mender(self.profile.database, backups, now, key)

    def close(self) -> None:
        """Let the lock go."""
        if self._lock is not None:
            self._lock.release()


def other_files(folder: Path) -> list[str]:
    """The names in a folder; none when it cannot be read."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _is_busy(error: OSError) -> bool:
    return error.errno in _BUSY_ERRNO or getattr(error, "winerror", 0) in _BUSY_WINDOWS
