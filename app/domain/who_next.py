"""Who might come to the teacher's table next, and why.

The rule, in this order:

1. Who is owed a visit comes before everyone else.
2. Then who was not seen on the table's skill for a week or more, or never.
3. Then the rest.

Within each, who leaves the room before the lesson ends comes first, the soonest before the others.
After that the longest decides: owed since, then unseen for. Then who had the fewest minutes with
the teacher this week, then the order of the names. Only who is in the room and not at a
teacher's table is named; who sat at one in this lesson already, or comes to one anyway, only when
a visit is owed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.card import STALE_DAYS
from app.domain.ids import StudentId

NAMES = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """What speaks for a student.

    `owed_since` is the day (ISO text) of the oldest owed visit to a teacher, "" for none.
    `unseen` counts whole days since the last evidence on the table's skill, None for never.
    `leaves_at` (ms UTC) is when the student leaves the room within this lesson. `minutes` were
    with the teacher this week, `place` is the order of the names.
    """

    student_id: StudentId
    owed_since: str = ""
    unseen: int | None = None
    leaves_at: int | None = None
    minutes: int = 0
    place: int = 0

    @property
    def stale(self) -> bool:
        """Whether it is long enough to be a reason."""
        return self.unseen is None or self.unseen >= STALE_DAYS


def who_next(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The first three by the rule above."""
    return tuple(sorted(candidates, key=_rank)[:NAMES])


def _rank(one: Candidate) -> tuple[object, ...]:
    tier = 0 if one.owed_since else 1 if one.stale else 2
    leaves = one.leaves_at is None, one.leaves_at or 0
    never, days = one.unseen is None, one.unseen or 0
    return (tier, *leaves, one.owed_since, not never, -days, one.minutes, one.place)
