"""Showing only the rows that say one thing in a column. No Qt in here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.attention import is_blind, is_secure, secure_from
from app.domain.ids import SkillId
from app.domain.progress import Cell, ProgressRow, ProgressTable
from ui.progress.choice import BY_CHOICES, BY_GOAL, BY_LAST_SEEN, BY_MINUTES, BY_SKILL

OLD, UP, DOWN, BLIND, BELOW = "old", "up", "down", "blind", "below"
TODAY, UNSEEN, AWAY = "today", "unseen", "away"
NONE, SOME, UNASKED = "none", "some", "unasked"
OPEN, REACHED = "open", "reached"
STUCK, READY = "stuck", "ready"
MARKED = frozenset({STUCK, READY})
"""For these the table has to be marked; see `SuggestionService.marked`."""

Want = int | str
"""A level, 0 for no evidence, or one of the words above."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Only rows that say `want` in the column `by`; of a skill when it is one."""

    by: str
    want: Want
    skill_id: SkillId | None = None

    @property
    def column(self) -> tuple[str, SkillId | None]:
        """The column it is about: one filter for each."""
        return (self.by, self.skill_id)


def fits(row: ProgressRow, table: ProgressTable, wanted: Filter) -> bool:
    """Whether a row of the table is one of those wanted. A column that is not shown hides none."""
    if wanted.by != BY_SKILL:
        return _ABOUT_ROWS[wanted.by, wanted.want](row)
    at = column_of(table, wanted.skill_id)
    if at is None:
        return True
    if wanted.want in MARKED:
        marked = table.stuck if wanted.want == STUCK else table.ready
        return (row.student_id, wanted.skill_id) in marked
    return says(row.cells[at], row, table, wanted.want)


def says(cell: Cell, row: ProgressRow, table: ProgressTable, want: Want) -> bool:
    """Whether a cell says what is wanted."""
    if isinstance(want, int):
        return cell.level == want
    if want == BELOW:
        return not is_secure(cell, secure_from(len(table.levels)))
    if want == BLIND:
        return is_blind(cell, row.student_id, table.presence, table.now)
    return cell.stale if want == OLD else cell.trend == (1 if want == UP else -1)


def offers(table: ProgressTable, by: str, skill: SkillId | None) -> list[tuple[Filter, int]]:
    """What can be asked of a column, and how many rows say so; only what some row says."""
    if by == BY_SKILL and column_of(table, skill) is None:
        return []  # a strand that is folded
    found = [Filter(by, want, skill) for want in _wants(table, by)]
    counted = [(one, _count(table.rows, table, one)) for one in found]
    return [(one, count) for one, count in counted if count]


def column_of(table: ProgressTable, skill: SkillId | None) -> int | None:
    """Where a skill stands in the table, None when it is not shown."""
    ids = [column.skill_id for column in table.columns]
    return ids.index(skill) if skill in ids else None


def _wants(table: ProgressTable, by: str) -> tuple[Want, ...]:
    if by == BY_SKILL:
        return (*range(len(table.levels) + 1), BELOW, STUCK, READY, OLD, BLIND, UP, DOWN)
    return tuple(want for kind, want in _ABOUT_ROWS if kind == by)


def _count(rows: Iterable[ProgressRow], table: ProgressTable, wanted: Filter) -> int:
    return sum(1 for row in rows if fits(row, table, wanted))


def _reached(row: ProgressRow) -> bool:
    return row.goal is not None and bool(row.goal.done) and all(row.goal.done)


_ABOUT_ROWS: Mapping[tuple[str, Want], Callable[[ProgressRow], bool]] = MappingProxyType(
    {
        (BY_LAST_SEEN, TODAY): lambda row: row.last_seen_days == 0,
        (BY_LAST_SEEN, UNSEEN): lambda row: row.not_seen_lately,
        (BY_LAST_SEEN, AWAY): lambda row: row.was_away,
        (BY_MINUTES, NONE): lambda row: row.minutes == 0,
        (BY_MINUTES, SOME): lambda row: row.minutes > 0,
        (BY_GOAL, NONE): lambda row: row.goal is None,
        (BY_GOAL, OPEN): lambda row: row.goal is not None and not _reached(row),
        (BY_GOAL, REACHED): _reached,
        (BY_CHOICES, NONE): lambda row: row.choices[0] > 0 and row.choices[1] == 0,
        (BY_CHOICES, SOME): lambda row: row.choices[1] > 0,
        (BY_CHOICES, UNASKED): lambda row: row.choices[0] == 0,
    }
)
