"""Planning as a value: what is known goes in, a plan or a conflict comes out.

A job holds no store and no names, so that it can be done in a process of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.classes import Student
from app.domain.planning.table import PlanTable
from app.domain.planning.values import REPAIR, Conflict, PlanProgress, Proposal

SECONDS = 1.5
"""So long an ordinary computer searches. It is steps that are counted, so that the answer is the
same on a slow one; whoever asks may say stop at any time and gets the best so far."""

GoOn = Callable[[PlanProgress], bool]


@dataclass(frozen=True)
class PlanJob:
    """One question: the same table, way and seed have the same answer unless it was stopped."""

    table: PlanTable
    way: str
    seed: int = 0
    seconds: float = SECONDS

    def run(self, go_on: GoOn) -> Proposal | Conflict:
        """Search; `go_on` hears of progress and ends it with False."""
        from app.services.plans.search import repaired, searched  # not at the start

        if self.way == REPAIR:
            return repaired(self.table, go_on)
        return searched(self.table, self.way, self.seed, self.seconds, go_on)


def without_names(table: PlanTable) -> PlanTable:
    """The table with nobody's name in it: nothing of a plan depends on one."""
    picture = table.picture
    nameless = tuple(Student(s.id, s.class_id, "", "", "") for s in picture.students)
    return replace(table, picture=replace(picture, students=nameless, names={}, skills={}))
