"""Who might be meant by a rule: who is owed a visit, needs it most, or waited longest."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.ids import StudentId
from app.domain.planning.table import PlanTable

MUCH = 2
"""Need from here on, of 3, is told; so are lessons without the teacher."""


class Pick(NamedTuple):
    """Students who can be ticked with one press, and why they."""

    text: str
    students: frozenset[StudentId]


def picks_of(table: PlanTable) -> tuple[Pick, ...]:
    """For a visit to the teacher, those who come to mind; nobody is told in vain."""
    return tuple(pick for pick in _picks(table) if pick.students)


def _picks(table: PlanTable) -> Iterator[Pick]:
    here = frozenset(table.here)
    owed = {s for s, own in table.owed.items() if any(debt.led for debt in own)}
    owed = owed if table.tables else set()
    yield Pick(_tr("Owed a visit"), here & owed)
    most = max(table.need.values(), default=0)
    needy = {s for s, need in table.need.items() if need == most >= MUCH}
    yield Pick(_tr("Need it most"), here & needy)
    longest = max(table.since.values(), default=0)
    waiting = {s for s, lessons in table.since.items() if lessons == longest >= MUCH}
    yield Pick(_tr("Waited longest"), here & waiting)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanPicks", text)
