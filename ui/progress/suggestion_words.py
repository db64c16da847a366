"""What a suggested group says: what for, who, and why."""

from app.domain.progress import NOT_SEEN_DAYS
from app.domain.suggestions import READY, STUCK, STUCK_LOOKS, Suggestion
from ui.progress.words import counted, tr

ICONS = {READY: "trend-up", STUCK: "warning-circle"}
"""By kind; all others have `TARGET`."""
TARGET = "target"


def title(one: Suggestion) -> str:
    """What they would work on."""
    return tr("Ready for {skill}", skill=one.skill) if one.kind == READY else one.skill


def names(one: Suggestion) -> str:
    """Who they are."""
    return ", ".join(one.names)


def reason(one: Suggestion) -> str:
    """Why these, why now."""
    if one.kind == READY:
        return _ready(one)
    if one.kind == STUCK:
        return counted(
            "seen %n time at {level}, no change",
            "seen %n times at {level}, no change",
            STUCK_LOOKS,
            level=one.level,
        )
    many = len(one.students)
    said = [counted("%n at {level}", "%n at {level}", many, level=one.level)]
    if one.days is not None and one.days >= NOT_SEEN_DAYS:
        said.append(counted("unseen for %n day", "unseen for %n days", one.days))
    if one.stuck:
        said.append(counted("%n stuck", "%n stuck", one.stuck))
    return ", ".join(said)


def _ready(one: Suggestion) -> str:
    before = ", ".join(one.before)
    if not one.level:
        return tr("{before} secure, this not begun", before=before)
    return tr("{before} secure, this at {level}", before=before, level=one.level)
