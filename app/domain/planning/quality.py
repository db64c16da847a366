"""How good a plan is, in figures a teacher can check by eye."""

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from app.domain.ids import StudentId
from app.domain.owed import Been, Taught, had_back
from app.domain.planning.seats import Seats
from app.domain.planning.values import Quality, RuleState

if TYPE_CHECKING:
    from app.domain.planning.table import PlanTable

ALONE = frozenset({"online", "independent", "reflection"})
"""Kinds of stations where those who are there at a time do not work together."""


def quality_of(table: "PlanTable", seats: Seats, states: Iterable[RuleState]) -> Quality:
    """The figures of a plan."""
    kept = [state.kept for state in states]
    asked, first = _choices(table, seats)
    owed, repaid = _owed(table, seats)
    return Quality(
        rules=len(kept),
        kept=sum(kept),
        new_partners=_new_partners(table, seats),
        longest_wait=_longest_wait(table, seats),
        choices_asked=asked,
        choices_first=first,
        owed=owed,
        owed_repaid=repaid,
    )


def partners(table: "PlanTable", seats: Seats) -> set[frozenset[StudentId]]:
    """The pairs who work together: in a group, or at a station where that is done."""
    return {
        frozenset(pair)
        for (_, station), there in seats.at.items()
        if table.in_groups or table.stations[station].kind not in ALONE
        for pair in combinations(there, 2)
    }


def _new_partners(table: "PlanTable", seats: Seats) -> int | None:
    together = partners(table, seats)
    if not together:
        return None
    return round(100 * len(together - table.lately) / len(together))


def _longest_wait(table: "PlanTable", seats: Seats) -> int | None:
    if not table.tables or not table.here:
        return None
    return max(
        0 if table.tables.intersection(seats.visits(s)) else table.since.get(s, 0) + 1
        for s in table.here
    )


def _choices(table: "PlanTable", seats: Seats) -> tuple[int, int]:
    asked = [(s, table.choices[s][0]) for s in table.here if table.choices.get(s)]
    return len(asked), sum(first in seats.visits(student) for student, first in asked)


def _owed(table: "PlanTable", seats: Seats) -> tuple[int, int]:
    """How many visits are owed, and how many of them the rounds that are left give back.

    What the rounds before gave back is owed no more.
    """
    owed = {s: table.owed[s] for s in table.here if table.owed.get(s)}
    count = sum(map(len, owed.values()))
    if not count:
        return 0, 0
    ms = table.lesson.round_seconds * 1000
    later = [(cell, there) for cell, there in seats.at.items() if cell[0] > table.fixed]
    been = [Been(s, at, r, ms) for (r, at), there in later for s in there]
    planned = {student: tuple(row) for student, row in seats.of.items()}
    plan = Taught(table.lesson.id, table.lesson.day, ms, planned, been, over=False)
    left = had_back(owed, plan, table.picture.stations)
    return count, count - sum(map(len, left.values()))
