"""Small groups worth a lesson's time, each with its reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import inf

from app.domain.attention import DAY_MS, secure_from
from app.domain.ids import SkillId, StudentId
from app.domain.progress import Cell, Pair, ProgressRow, ProgressTable, SkillColumn

NEED, READY, STUCK = "need", "ready", "stuck"
FEWEST, MOST = 2, 6
"""How many students make a small group; of more, those unseen longest are suggested."""
STUCK_LOOKS = 3
"""So many looks at one level, not all on one day, are no change."""
SHOWN = {NEED: 3, READY: 2, STUCK: 2}
"""How many of each kind are suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Students who could work on one skill together.

    `kind` is "need" (all at `level`, which is not secure), "ready" (what comes before it is secure,
    by the skills named `before`; `level` is the highest among them) or "stuck" (`STUCK_LOOKS` looks
    and still at `level`). `days` are those since the one unseen longest was seen on the skill, None
    when somebody never was. `stuck` counts those among them who are.
    """

    kind: str
    skill_id: SkillId
    skill: str
    students: tuple[StudentId, ...]
    names: tuple[str, ...]
    level: int
    days: int | None
    before: tuple[str, ...] = ()
    stuck: int = 0


def suggestions(
    table: ProgressTable,
    precedes: Mapping[SkillId, Collection[SkillId]],
    stuck: Collection[Pair] = (),
) -> tuple[Suggestion, ...]:
    """The best of each kind first, then the second best: in need, ready, stuck.

    `precedes` says of a skill which ones it is learned before.
    """
    needs = _best(NEED, (_need(table, at, stuck) for at in range(len(table.columns))))
    shown = {(one.skill_id, student) for one in needs for student in one.students}
    left = {pair for pair in stuck if (pair[1], pair[0]) not in shown}
    stays = _best(STUCK, (_stuck(table, at, left) for at in range(len(table.columns))))
    before = _before(table, precedes)
    ready = _best(READY, (_ready(table, at, before) for at in before))
    rounds = zip_longest(needs, ready, stays)
    return tuple(one for each in rounds for one in each if one is not None)


def below_secure(table: ProgressTable) -> tuple[Pair, ...]:
    """Who was seen on what and is not secure there: those who may be stuck."""
    secure = secure_from(len(table.levels))
    return tuple(
        (row.student_id, column.skill_id)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if 0 < cell.level < secure and not cell.by_hand
    )


def ready_pairs(
    table: ProgressTable, precedes: Mapping[SkillId, Collection[SkillId]]
) -> frozenset[Pair]:
    """Who is secure in all that comes before which skill, and not in the skill itself.

    A skill that nothing comes before is nobody's next.
    """
    secure = secure_from(len(table.levels))
    return frozenset(
        (row.student_id, table.columns[at].skill_id)
        for at, earlier in _before(table, precedes).items()
        for row in table.rows
        if _is_ready(row, at, earlier, secure)
    )


def is_stuck(looks: Sequence[tuple[int, int]]) -> bool:
    """Whether the newest looks, as (level, day), are enough, of one level, and of several days."""
    newest = looks[:STUCK_LOOKS]
    levels, days = {level for level, _ in newest}, {day for _, day in newest}
    return len(newest) == STUCK_LOOKS and len(levels) == 1 and len(days) > 1


def _best(kind: str, found: Iterable[Suggestion | None]) -> list[Suggestion]:
    there = [one for one in found if one is not None]
    there.sort(key=lambda one: (_rank(one), one.skill_id))
    return there[: SHOWN[kind]]


def _rank(one: Suggestion) -> tuple[float, ...]:
    """The lowest level first, then the largest group, then the one unseen longest."""
    unseen = inf if one.days is None else one.days
    low = -one.level if one.kind == READY else one.level
    return (low, -len(one.students), -unseen)


def _need(table: ProgressTable, at: int, stuck: Collection[Pair]) -> Suggestion | None:
    """The lowest level at which enough students stand."""
    skill = table.columns[at].skill_id
    for level in range(1, secure_from(len(table.levels))):
        rows = [row for row in table.rows if row.cells[at].level == level]
        if len(rows) >= FEWEST:
            rows = _longest_unseen(rows, at)
            many = sum(1 for row in rows if (row.student_id, skill) in stuck)
            return _suggestion(table, NEED, at, rows, level, stuck=many)
    return None


def _stuck(table: ProgressTable, at: int, stuck: Collection[Pair]) -> Suggestion | None:
    skill = table.columns[at].skill_id
    rows = [row for row in table.rows if (row.student_id, skill) in stuck]
    if not rows:
        return None
    level = min(row.cells[at].level for row in rows)
    rows = _longest_unseen([row for row in rows if row.cells[at].level == level], at)
    return _suggestion(table, STUCK, at, rows, level, stuck=len(rows))


def _ready(table: ProgressTable, at: int, before: Mapping[int, list[int]]) -> Suggestion | None:
    """Who is secure in all that comes before, and not in the skill itself."""
    secure = secure_from(len(table.levels))
    rows = [row for row in table.rows if _is_ready(row, at, before[at], secure)]
    if not rows:
        return None
    rows = sorted(rows, key=lambda row: -row.cells[at].level)[:MOST]
    level = max(row.cells[at].level for row in rows)
    names = tuple(table.columns[one].statement for one in before[at])
    return _suggestion(table, READY, at, rows, level, names)


def _is_ready(row: ProgressRow, at: int, before: Iterable[int], secure: int) -> bool:
    return row.cells[at].level < secure and all(row.cells[one].level >= secure for one in before)


def _before(
    table: ProgressTable, precedes: Mapping[SkillId, Collection[SkillId]]
) -> dict[int, list[int]]:
    """For each column that something comes before: those columns."""
    places = {column.skill_id: at for at, column in enumerate(table.columns)}
    found: dict[int, list[int]] = {}
    for skill, later in precedes.items():
        for other in later:
            if skill in places and other in places and skill != other:
                found.setdefault(places[other], []).append(places[skill])
    return found


def _longest_unseen(rows: Sequence[ProgressRow], at: int) -> list[ProgressRow]:
    """As many as make a group, in the order of the table."""
    chosen = sorted(rows, key=lambda row: row.cells[at].seen_at or 0)[:MOST]
    return [row for row in rows if row in chosen]


def _suggestion(
    table: ProgressTable,
    kind: str,
    at: int,
    rows: Sequence[ProgressRow],
    level: int,
    before: tuple[str, ...] = (),
    stuck: int = 0,
) -> Suggestion:
    column: SkillColumn = table.columns[at]
    return Suggestion(
        kind=kind,
        skill_id=column.skill_id,
        skill=column.statement,
        students=tuple(row.student_id for row in rows),
        names=tuple(row.name for row in rows),
        level=level,
        days=_days([row.cells[at] for row in rows], table.now),
        before=before,
        stuck=stuck,
    )


def _days(cells: Sequence[Cell], now: int) -> int | None:
    seen = [cell.seen_at for cell in cells if cell.seen_at is not None]
    return (now - min(seen)) // DAY_MS if len(seen) == len(cells) else None
