"""What is held when the disk refuses it: what was seen, and what somebody wrote."""

from dataclasses import replace

from app.domain.changes import Change, Step
from app.domain.classes import Goal
from app.domain.lessons import Lesson
from app.domain.observations import Draft, Observation
from app.domain.skills import Judgement
from app.domain.voice import Need, Reflection

_WRITTEN = (Observation, Draft, Need, Goal, Reflection, Judgement, Lesson)


def is_held(step: Step) -> bool:
    """Whether it cannot be done a second time when it is not kept: words of somebody are in it.

    A goal's step that is ticked, or an undo, is done again with one click.
    """
    written = all(isinstance(change.after, _WRITTEN) for change in step.changes)
    return step.reverses is None and written and any(map(_brings_words, step.changes))


def place_of(step: Step) -> object:
    """What there is one of, so that of two such steps only the newer counts; None for all others.

    Whoever writes once more, while the first is held, is shown the class file without it.
    """
    last = step.changes[-1].after
    if isinstance(last, Need):
        return (Need, last.student_id, last.kind)
    if isinstance(last, Judgement):
        return (Judgement, last.student_id, last.skill_id)
    if isinstance(last, Goal):
        return (Goal, last.student_id)
    if isinstance(last, Lesson):
        return (Lesson, last.id)
    return (Reflection, last.id) if isinstance(last, Reflection) else None


def words_of(kept: object) -> str:
    """What was written, in one line; empty for an observation, whose words its step tells."""
    if isinstance(kept, Goal):
        return ", ".join(filter(None, (kept.title, *kept.steps)))
    if isinstance(kept, Judgement):
        return kept.reason
    if isinstance(kept, Lesson):
        return ", ".join(filter(None, (kept.subject, kept.topic, kept.message)))
    if isinstance(kept, Draft):
        return kept.text
    return kept.words if isinstance(kept, Need | Reflection) else ""


def _brings_words(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Goal) and isinstance(after, Goal):
        return (before.title, before.steps) != (after.title, after.steps)
    if isinstance(after, Lesson):
        return isinstance(before, Lesson) and _only_in_words(before, after)
    return True


def _only_in_words(before: Lesson, after: Lesson) -> bool:
    """Whether nothing else of the lesson was changed: that can be done again with a click."""
    now = replace(before, subject=after.subject, topic=after.topic, message=after.message)
    return now == after != before
