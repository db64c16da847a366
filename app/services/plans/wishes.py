"""What gives way in a plan where it has to: visits owed, and that nobody comes somewhere twice."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.planning.table import PlanTable
from app.planner import brief as b

OWED = "owed"
MOST_BACK = 2
"""So many visits to the teacher are given back in one lesson: each gives back one."""


def is_once(rule: str) -> bool:
    """Whether a rule of the planner is that nobody comes to a station twice."""
    return rule.startswith(("visits:", "allowed:"))


def without_once(brief: b.Brief) -> b.Brief:
    """The brief without that: nobody entered it, and it gives way where nothing else can."""
    return replace(
        brief,
        stations=tuple(replace(station, max_visits=None) for station in brief.stations),
        students=tuple(replace(student, allowed=None) for student in brief.students),
    )


def owed_visits(table: PlanTable) -> tuple[b.MustVisit, ...]:
    """What is owed, as visits: wished for, and let go of where they cannot be."""
    return tuple(_owed(table))


def is_wish(rule: str) -> bool:
    """Whether a rule of the planner is one of those."""
    return rule.startswith(f"{OWED}:")


def _owed(table: PlanTable) -> Iterator[b.MustVisit]:
    left = len(table.rounds[table.fixed :])
    for student in table.here:
        debts = table.owed.get(student, ())
        led = sum(debt.led for debt in debts) if table.tables else 0
        others = {d.station_id for d in debts if d.station_id in table.stations}
        if led and left:
            tables = frozenset(map(str, table.tables))
            count = 1 if table.in_groups else min(led, MOST_BACK, left)
            yield b.MustVisit(f"{OWED}:{student}", (str(student),), tables, left, count)
        for station in sorted(others - table.tables):
            name = f"{OWED}:{student}:{station}"
            yield b.MustVisit(name, (str(student),), frozenset({str(station)}), left)
