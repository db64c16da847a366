"""What filters and the menu of a column say."""

from collections.abc import Sequence

from app.domain.progress import ProgressTable
from ui.progress.choice import BY_CHOICES, BY_GOAL, BY_LAST_SEEN, BY_MINUTES, BY_SKILL
from ui.progress.filters import (
    AWAY,
    BELOW,
    BLIND,
    DOWN,
    NONE,
    OLD,
    OPEN,
    REACHED,
    READY,
    SOME,
    STUCK,
    TODAY,
    UNASKED,
    UNSEEN,
    UP,
    Filter,
    column_of,
)
from ui.progress.words import level_words, tr


def want_words(wanted: Filter, levels: Sequence[str]) -> str:
    """What is asked of a column."""
    if isinstance(wanted.want, int):
        return level_words(wanted.want, levels)
    return _words()[wanted.by, wanted.want]


def filter_words(wanted: Filter, table: ProgressTable) -> str:
    """The column and what is asked of it."""
    text = want_words(wanted, table.levels)
    if wanted.by != BY_SKILL:
        return text
    at = column_of(table, wanted.skill_id)
    return text if at is None else f"{table.columns[at].statement}: {text}"


def _words() -> dict[tuple[str, str], str]:
    return {
        (BY_SKILL, BELOW): tr("Needs attention"),
        (BY_SKILL, STUCK): tr("Stuck at one level"),
        (BY_SKILL, READY): tr("Ready for it: what comes before is secure"),
        (BY_SKILL, OLD): tr("Older than 21 days"),
        (BY_SKILL, BLIND): tr("Here but not seen on it"),
        (BY_SKILL, UP): tr("Up this month"),
        (BY_SKILL, DOWN): tr("Down this month"),
        (BY_LAST_SEEN, TODAY): tr("Seen today"),
        (BY_LAST_SEEN, UNSEEN): tr("Not seen for 7 days"),
        (BY_LAST_SEEN, AWAY): tr("Away, so not seen"),
        (BY_MINUTES, NONE): tr("No teacher time this week"),
        (BY_MINUTES, SOME): tr("Was with you this week"),
        (BY_GOAL, NONE): tr("No goal"),
        (BY_GOAL, OPEN): tr("Goal with steps to do"),
        (BY_CHOICES, NONE): tr("Never came to the first choice"),
        (BY_CHOICES, SOME): tr("Came to the first choice"),
        (BY_CHOICES, UNASKED): tr("Chose nothing"),
        (BY_GOAL, REACHED): tr("All steps of the goal done"),
    }
