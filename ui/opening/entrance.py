"""The way into the teacher's own profile. Whatever is in the way is raised, for others to tell."""

from dataclasses import replace
from typing import NamedTuple

from app.domain.looking import Tell, unheard
from app.domain.opening.errors import FileIsOlder, NotLocal, OpenAlready
from app.domain.opening.holder import Holder
from app.domain.opening.place import CLOUD, LOCAL
from app.errors import NotSaved, PassphraseNeeded
from app.ports import Clock
from ui.bootstrap import (
    Door,
    Key,
    OpenProfile,
    Profile,
    Surroundings,
    begin_anew,
    bring_up_to_date,
    copies_beside,
    hand_over,
    open_profile,
    settings_keeper,
)


class Wish(NamedTuple):
    """What the teacher said on the way, where something was in it.

    `stay`: the class may lie where it lies. `over`: nobody has it open on the other computer any
    more. `read`: it is enough to look at it. `anew`: the class file that is gone stays gone. `up`:
    an older file was brought up to date just now.
    """

    key: Key | None = None
    stay: bool = False
    over: bool = False
    read: bool = False
    anew: bool = False
    up: bool = False


NOTHING_SAID = Wish()


class Elsewhere(Exception):
    """The window that has it open was raised, and knows what was asked for."""


class Entrance:
    """Holds the lock of one profile while it is open.

    `asked` is what this start of the program was asked for, for a window that is open already.
    """

    def __init__(self, clock: Clock, around: Surroundings, asked: dict[str, object]) -> None:
        self._clock = clock
        self._around = around
        self._asked = asked
        self._door: Door | None = None

    @property
    def is_ours(self) -> bool:
        """Whether we have the profile open with nobody else."""
        return self._door is not None and self._door.is_ours

    def enter(self, profile: Profile, wish: Wish) -> OpenProfile:
        """Open it. Raises `Elsewhere`, `errors.ClassroomError` or OSError; then nothing is kept."""
        door = self._door_of(profile)
        door.find()
        if door.place.kind != LOCAL:
            self._ask_about(door, wish)
        door.anew = wish.anew
        door.tell = unheard if wish.up else None
        try:
            holder = self._holder(door, wish)
            if wish.anew and holder is None:
                begin_anew(profile, f"{self._clock.local(self._clock.now_ms()):%Y-%m-%d-%H%M%S}")
            return open_profile(profile, self._clock, wish.key, door, holder)
        except (PassphraseNeeded, FileIsOlder):
            raise  # it is ours until the passphrase has been asked for, or it is up to date
        except BaseException:
            self.leave()
            raise

    def bring_up(self, profile: Profile, key: Key | None, tell: Tell) -> None:
        """Bring an older file up to date, a copy first. For a worker. Raises what `enter` does."""
        log = self._door.has_log if self._door is not None else True
        bring_up_to_date(profile, key, log, tell)

    def copies(self) -> tuple[str, ...]:
        """Second copies of the class file, where a sync program makes such."""
        if self._door is None or self._door.place.kind != CLOUD:
            return ()
        return copies_beside(self._door.profile)

    def leave(self) -> None:
        """Let others in."""
        if self._door is not None:
            self._door.close()
            self._door = None

    def _door_of(self, profile: Profile) -> Door:
        if self._door is None or self._door.profile != profile:
            self.leave()
            self._door = Door(profile, self._around)
        return self._door

    def _holder(self, door: Door, wish: Wish) -> Holder | None:
        """Take the lock, or find out who has it."""
        if door.is_ours:
            return None
        holder = door.lock.take(wish.over)
        if holder is None or wish.read or not door.is_same_teacher(holder):
            return holder
        if hand_over(door.profile.requests, self._asked):
            raise Elsewhere
        raise OpenAlready(door.profile.folder)

    def _ask_about(self, door: Door, wish: Wish) -> None:
        """Ask once about a place that is not this computer's own, before anything is written."""
        keeper = settings_keeper(door.profile)
        settings = keeper.load()
        place = door.place
        if settings.place_accepted == place.mark:
            return
        if not wish.stay:
            copies = copies_beside(door.profile) if place.kind == CLOUD else ()
            raise NotLocal(door.profile.folder, place.kind, place.service, copies)
        try:
            keeper.save(replace(settings, place_accepted=place.mark))
        except NotSaved:
            return  # it is asked again the next time
