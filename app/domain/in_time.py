"""How a lesson fits in the minutes there are."""

from dataclasses import replace

from app.domain.lessons import Lesson

LEAST_MINUTES = 5
"""In fewer minutes than these no round is worth the moving."""


def rounds_that_fit(period: int, round_minutes: int, transition: int) -> int:
    """How many rounds a period holds, all in minutes: no transition follows the last round."""
    return max(1, (period + transition) // max(1, round_minutes + transition))


def whole_seconds(lesson: Lesson) -> int:
    """All rounds, and the moving between them."""
    moving = lesson.transition_seconds * (lesson.rounds - 1)
    return lesson.rounds * lesson.round_seconds + moving


def fitted(lesson: Lesson, minutes: int, rounds: int) -> Lesson | None:
    """The lesson with as many rounds as fit in the minutes, `rounds` at most.

    Where not one fits there is one that is as long as the time, with a warning no earlier than
    half of it; None where even that is not worth it.
    """
    if minutes < LEAST_MINUTES:
        return None
    each, moving = lesson.round_seconds, lesson.transition_seconds
    fit = (minutes * 60 + moving) // max(1, each + moving)
    if fit >= 1:
        return replace(lesson, rounds=min(fit, rounds))
    short = minutes * 60
    return replace(
        lesson,
        rounds=1,
        round_seconds=short,
        warning_seconds=min(lesson.warning_seconds, short // 2),
    )
