"""Who was in the room when the class was taught: an absent student is not one who was missed."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.ids import StudentId

PRESENCE_DAYS = 60
"""Lessons of so many days back are counted."""


class Lessons(NamedTuple):
    """Of `taught` recorded lessons a student was in `here`."""

    here: int = 0
    taught: int = 0

    def days_here(self, days: int) -> float:
        """Of so many days, those that count for this student: their share of the lessons.

        All of them where no lesson was recorded, as nothing is known of who was away.
        """
        return days * self.here / self.taught if self.taught else float(days)

    @property
    def away_throughout(self) -> bool:
        """Whether there were lessons, and the student was in none of them."""
        return self.taught > 0 and self.here == 0


NO_LESSONS = Lessons()


@dataclass(frozen=True, slots=True)
class Presence:
    """When lessons began (ms UTC, oldest first): all of them, and those each student was in.

    `guest` are lessons of other classes each student was in besides: nobody else missed them.
    """

    taught: tuple[int, ...] = ()
    here: Mapping[StudentId, tuple[int, ...]] = field(default_factory=dict)
    guest: Mapping[StudentId, tuple[int, ...]] = field(default_factory=dict)

    def since(self, student: StudentId, at: int | None) -> Lessons:
        """The lessons that began after an instant (ms UTC); all that are known for None."""
        own, guest = self.here.get(student, ()), self.guest.get(student, ())
        begun = -1 if at is None else at
        besides = _after(guest, begun)
        return Lessons(_after(own, begun) + besides, _after(self.taught, begun) + besides)


UNKNOWN = Presence()
"""Nothing was recorded: everyone counts as having been there."""


def _after(starts: tuple[int, ...], at: int) -> int:
    return len(starts) - bisect_right(starts, at)
