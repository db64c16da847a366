"""What a command finds out about a profile before it touches it."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.opening.errors import NotLocal, OpenAlready
from app.domain.opening.place import LOCAL
from app.ports import Clock
from data.door import Door
from data.paths import Profile
from data.surroundings import Surroundings
from ui.bootstrap import held_by, settings_keeper
from ui.problems import problem


def about_place(profile: Profile, around: Surroundings | None = None) -> str:
    """What to say of a folder that is not this computer's own; "" when nothing need be said."""
    place = (around or Surroundings()).place_of(profile.folder)
    if place.kind == LOCAL or settings_keeper(profile).load().place_accepted == place.mark:
        return ""
    return problem(NotLocal(profile.folder, place.kind, place.service, ()))


@contextmanager
def alone(profile: Profile, clock: Clock) -> Iterator[None]:
    """Nobody else has the profile open meanwhile. Raises `OpenAlready` or `OnlyReading`."""
    door = Door(profile, Surroundings())
    holder = door.lock.take()
    if holder is not None:
        if door.is_same_teacher(holder):
            raise OpenAlready(profile.folder)
        raise held_by(holder, clock)
    try:
        yield
    finally:
        door.close()
