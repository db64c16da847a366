"""What the class should hear of the clock: little time left, round over, round begins.

Of several cues that were due only the newest counts, and only for a moment: after sleep, a blocked
program or a restart nothing rings that is long over.
"""

from dataclasses import dataclass

from app.domain.clock import MINUTE_MS, ROUND, TRANSITION, Reading, Timing

FIVE_MINUTES = "five minutes"
WARNING = "warning"
OVER = "round over"
BEGINS = "round begins"

FIVE_MS = 5 * MINUTE_MS
OLDEST_MS = 10_000
"""A cue that is older was missed."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to be heard and seen, due at `at` (milliseconds UTC).

    `span` counts the stretches of the lesson, so that the same cue of another round differs.
    """

    kind: str
    span: int
    at: int

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other cue of the lesson."""
        return self.kind, self.span


def newest_cue(timing: Timing, reading: Reading, now: int, five: bool = False) -> Cue | None:
    """The cue that was due last in the stretch that runs; None when there was none.

    `five`: the fifth minute before the end is told of too.
    """
    if not reading.running or reading.phase not in (ROUND, TRANSITION):
        return None
    number = len(reading.spans)
    found = [_beginning(reading)]
    if reading.phase == ROUND:
        warnings = [(FIVE_MINUTES, FIVE_MS if five else 0), (WARNING, timing.warning_ms), (OVER, 0)]
        for kind, before in warnings:
            due = now + reading.remaining_ms - before
            if due <= now and (kind == OVER or 0 < before < reading.total_ms):
                found.append(Cue(kind, number, due))
    return max((cue for cue in found if cue is not None), key=lambda cue: cue.at, default=None)


def _beginning(reading: Reading) -> Cue | None:
    """The cue at the start of a stretch; what was begun again by hand has none."""
    span, number = reading.spans[-1], len(reading.spans)
    if span.transition:
        return Cue(OVER, number, span.began_at)
    before = reading.spans[-2] if number > 1 else None
    if before is None or before.round > span.round:
        return None
    if before.transition and before.round == span.round:
        return Cue(BEGINS, number, span.began_at)
    follows = not before.transition and before.round == span.round - 1
    return Cue(OVER, number, span.began_at) if follows else None


def is_due(cue: Cue | None, last: Cue | None, now: int) -> bool:
    """Whether a cue is to be heard now, when `last` was the newest at the last look."""
    if cue is None or (last is not None and last.key == cue.key):
        return False
    return 0 <= now - cue.at <= OLDEST_MS
