"""Which part of the progress table is shown, and in what order. No Qt in here."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.ids import SkillId
from app.domain.progress import ProgressRow, ProgressTable
from app.services.roll import sort_key

EVERYONE = "everyone"
NOT_SEEN = "not seen"
NO_TEACHER_TIME = "no teacher time"

BY_NAME = "name"
BY_SKILL = "skill"
BY_LAST_SEEN = "last seen"
BY_MINUTES = "minutes"

_NEVER = 1_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """What the rows are ordered by: first who needs it most, the other way when `turned`."""

    by: str = BY_NAME
    skill_id: SkillId | None = None
    turned: bool = False

    @property
    def key(self) -> tuple[str, SkillId | None]:
        """What it is by, whichever way it is turned."""
        return (self.by, self.skill_id)


def next_order(now: Order, by: str, skill_id: SkillId | None = None) -> Order:
    """The order after a click on a heading: this way, then the other way, then by name."""
    if now.key != (by, skill_id):
        return Order(by, skill_id)
    if not now.turned or by == BY_NAME:
        return replace(now, turned=not now.turned)
    return Order()


def strand_only(table: ProgressTable, strand: SkillId | None) -> ProgressTable:
    """The table with the skills of one strand; None leaves all."""
    if strand is None:
        return table
    kept = [i for i, column in enumerate(table.columns) if column.strand_id == strand]
    return replace(
        table,
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[i] for i in kept)) for row in table.rows),
    )


def rows_shown(table: ProgressTable, who: str, text: str, order: Order) -> ProgressTable:
    """The table with the rows that fit the group and the text, in order."""
    wanted = sort_key(text.strip())
    kept = [row for row in table.rows if _fits(row, who) and _found(row, wanted)]
    kept.sort(key=_need(table, order), reverse=order.turned)
    return replace(table, rows=tuple(kept))


def _fits(row: ProgressRow, who: str) -> bool:
    if who == NOT_SEEN:
        return row.not_seen_lately
    return row.minutes == 0 if who == NO_TEACHER_TIME else True


def _found(row: ProgressRow, wanted: str) -> bool:
    return wanted in sort_key(row.name) or wanted in sort_key(row.full_name)


def _need(table: ProgressTable, order: Order) -> Callable[[ProgressRow], tuple[int, int]]:
    """How rows compare; equal ones stay in the order of the table, whichever way it is turned."""
    place = {row.student_id: at for at, row in enumerate(table.rows)}
    tie = -1 if order.turned else 1
    if order.by == BY_NAME:
        return lambda row: (place[row.student_id], 0)
    skills = [column.skill_id for column in table.columns]
    at = skills.index(order.skill_id) if order.skill_id in skills else None

    def need(row: ProgressRow) -> tuple[int, int]:
        rank = 0
        if order.by == BY_LAST_SEEN:
            rank = -(_NEVER if row.last_seen_days is None else row.last_seen_days)
        elif order.by == BY_MINUTES:
            rank = row.minutes
        elif at is not None:
            rank = row.cells[at].level
        return rank, tie * place[row.student_id]

    return need
