"""What the progress screen says in words: whole sentences with named holes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.ids import SkillId
from app.domain.progress import Cell, ProgressRow, ProgressTable, SkillColumn
from ui.format import ago, class_title, day_short
from ui.progress.choice import (
    BY_CHOICES,
    BY_GOAL,
    BY_LAST_SEEN,
    BY_MINUTES,
    BY_NAME,
    BY_NEED,
    BY_SKILL,
)
from ui.progress.folding import StrandCell


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Progress", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Progress", one if count == 1 else many, None, count)
    return text.format(**facts)


def level_words(level: int, levels: Sequence[str]) -> str:
    """A level as "3 Secure", or "No evidence"."""
    if not level:
        return tr("No evidence")
    word = levels[level - 1] if level <= len(levels) else ""
    return f"{level} {word}".rstrip()


def cell_words(cell: Cell, levels: Sequence[str], seen_on: date | None, blind: bool = False) -> str:
    """Everything a heat cell shows, in words; `blind` when the student was there all the time."""
    parts = [level_words(cell.level, levels)]
    if isinstance(cell, StrandCell):
        parts = [tr("{secure} of {of} skills secure", secure=cell.secure, of=cell.of)]
    elif not cell.level and cell.seen_at is not None:
        parts = [tr("Not enough evidence for a level yet")]
    if cell.by_hand:
        parts.append(tr("set by hand"))
    if cell.trend:
        parts.append(tr("up this month") if cell.trend > 0 else tr("down this month"))
    if seen_on is not None:
        parts.append(tr("seen {day}", day=day_short(seen_on)))
    if cell.stale:
        parts.append(tr("older than 21 days"))
    if blind:
        parts.append(tr("here but not seen on it"))
    return ", ".join(parts)


def last_seen_words(days: int | None) -> str:
    """How long ago a student was last observed."""
    return tr("Not yet") if days is None else ago(days)


def days_brief(days: int | None) -> str:
    """The same where there is little room."""
    if days is None:
        return tr("Never")
    return tr("Today") if days <= 0 else tr("{days} d", days=days)


def minutes_words(minutes: int) -> str:
    """Minutes with the teacher."""
    return tr("{minutes} min", minutes=minutes)


def choice_words(row: ProgressRow) -> str:
    """How often a student came to the first choice."""
    asked, first = row.choices
    return tr("{first} of {asked}", first=first, asked=asked) if asked else tr("None chosen")


def goal_words(row: ProgressRow) -> str:
    """The goal and how far it is."""
    if row.goal is None:
        return tr("No goal")
    if not row.goal.done:
        return row.goal.title
    done, steps = sum(row.goal.done), len(row.goal.done)
    return tr("{goal}, {done} of {steps} steps done", goal=row.goal.title, done=done, steps=steps)


def column_words(column: SkillColumn, levels: Sequence[str]) -> str:
    """A skill and how many students are at each level."""
    counts = [f"{level_words(level, levels)}: {count}" for level, count in enumerate(column.counts)]
    name = f"{column.code} {column.statement}".strip()
    strand = column.strand if column.strand != name else ""
    return "\n".join([*filter(None, [strand]), name, *counts])


def class_line(table: ProgressTable) -> str:
    """Which class it is, and how many are in it."""
    students = counted("%n student", "%n students", len(table.rows))
    return f"{class_title(table.school_class.name)} · {students}"


def order_choices(table: ProgressTable) -> list[tuple[str, SkillId | None, str]]:
    """Everything the rows can be ordered by: what, the skill if it is one, and its words."""
    choices: list[tuple[str, SkillId | None, str]] = []
    if table.has_choices:
        choices.append((BY_CHOICES, None, tr("First choice, least often first")))
    always: list[tuple[str, SkillId | None, str]] = [
        (BY_NAME, None, tr("Name")),
        (BY_LAST_SEEN, None, tr("Last seen, longest ago first")),
        (BY_MINUTES, None, tr("With you this week, least first")),
        (BY_GOAL, None, tr("Goal, least done first")),
        *choices,
        (BY_NEED, None, tr("Needs attention, most first")),
    ]
    skills = [(BY_SKILL, column.skill_id, column.statement) for column in table.columns]
    return [*always, *skills]
