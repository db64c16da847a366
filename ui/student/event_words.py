"""What happened besides what was seen, in words."""

from app.domain.happenings import GOAL, LESSON, SAID, STEP, Happening
from app.domain.session import ABSENT, LATE
from ui.student.voice_words import said_words
from ui.student.words import tr


def event_words(event: Happening, levels: tuple[str, ...] = ()) -> str:
    """A lesson with its stations, a goal, a step, an absence with its reason, or what was said.

    `levels` are the words for level 1, 2, ...
    """
    first, *rest = event.words or ("",)
    if event.kind == LESSON:
        places = ", ".join(event.words)
        return tr("Lesson, {minutes} min: {places}", minutes=event.minutes, places=places)
    if event.kind == GOAL:
        return tr("New goal: {goal}", goal=first)
    if event.kind == STEP:
        return tr("Step done: {step} ({goal})", step=first, goal="".join(rest))
    if event.kind == SAID:
        told = said_words(first, event.face, event.level, levels)
        return " · ".join(part for part in (told, *rest) if part)
    said = {ABSENT: tr("Absent"), LATE: tr("Late")}.get(first, tr("Out of the room"))
    reason = "".join(rest)
    return f"{said}: {reason}" if reason else said
