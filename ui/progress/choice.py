"""Which part of the progress table is shown, and in what order. No Qt in here."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.attention import needs, secure_from
from app.domain.ids import SkillId
from app.domain.progress import Cell, GoalMark, ProgressRow, ProgressTable
from app.services.roll import sort_key
from ui.progress.folding import StrandCell

EVERYONE = "everyone"
NOT_SEEN = "not seen"
NO_TEACHER_TIME = "no teacher time"
STUCK_ON_ANY = "stuck"
READY_FOR_ANY = "ready"
MARKED_GROUPS = frozenset({STUCK_ON_ANY, READY_FOR_ANY})
"""For these the table has to be marked; see `SuggestionService.marked`."""

BY_NAME = "name"
BY_SKILL = "skill"
BY_LAST_SEEN = "last seen"
BY_MINUTES = "minutes"
BY_GOAL = "goal"
BY_NEED = "need"
BY_CHOICES = "choices"

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
    skills = {table.columns[i].skill_id for i in kept}
    return replace(
        table,
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[i] for i in kept)) for row in table.rows),
        stuck=frozenset(pair for pair in table.stuck if pair[1] in skills),
        ready=frozenset(pair for pair in table.ready if pair[1] in skills),
    )


def rows_shown(table: ProgressTable, who: str, text: str, order: Order) -> ProgressTable:
    """The table with the rows that fit the group and the text, in order."""
    wanted = sort_key(text.strip())
    group = _group(table, who)
    kept = [row for row in table.rows if group(row) and _found(row, wanted)]
    kept.sort(key=_need(table, order), reverse=order.turned)
    return replace(table, rows=tuple(kept))


def _group(table: ProgressTable, who: str) -> Callable[[ProgressRow], bool]:
    if who == NOT_SEEN:
        return lambda row: row.not_seen_lately
    if who == NO_TEACHER_TIME:
        return lambda row: row.minutes == 0
    if who in MARKED_GROUPS:
        pairs = table.stuck if who == STUCK_ON_ANY else table.ready
        students = {student for student, _ in pairs}
        return lambda row: row.student_id in students
    return lambda _row: True


def _found(row: ProgressRow, wanted: str) -> bool:
    return wanted in sort_key(row.name) or wanted in sort_key(row.full_name)


def _need(table: ProgressTable, order: Order) -> Callable[[ProgressRow], tuple[float, int]]:
    """How rows compare; equal ones stay in the order of the table, whichever way it is turned."""
    place = {row.student_id: at for at, row in enumerate(table.rows)}
    tie = -1 if order.turned else 1
    if order.by == BY_NAME:
        return lambda row: (place[row.student_id], 0)
    rank = _rank(table, order)
    return lambda row: (rank(row), tie * place[row.student_id])


def _rank(table: ProgressTable, order: Order) -> Callable[[ProgressRow], float]:
    if order.by == BY_LAST_SEEN:
        return lambda row: -(_NEVER if row.last_seen_days is None else row.last_seen_days)
    if order.by == BY_MINUTES:
        return lambda row: row.minutes
    if order.by == BY_GOAL:
        return lambda row: goal_share(row.goal)
    if order.by == BY_CHOICES:
        return lambda row: row.choices[1] / row.choices[0] if row.choices[0] else 2.0
    if order.by == BY_NEED:
        secure = secure_from(len(table.levels))
        return lambda row: -needs(row.cells, secure)
    skills = [column.skill_id for column in table.columns]
    if order.skill_id not in skills:
        return lambda _row: 0
    at = skills.index(order.skill_id)
    return lambda row: _level(row.cells[at])


def goal_share(goal: GoalMark | None) -> float:
    """How far a goal is, from 0 to 1; below 0 without one."""
    if goal is None:
        return -1.0
    return sum(goal.done) / len(goal.done) if goal.done else 0.0


def _level(cell: Cell) -> float:
    """The level; of a folded strand the share of its skills that are secure."""
    return cell.share if isinstance(cell, StrandCell) else cell.level
