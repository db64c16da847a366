"""When to try again what the disk refused."""

MOMENT_MS = 2_000
"""For so long an action is tried again by itself; then the teacher is told that it failed."""

_FIRST_MS = 40
_LONGEST_MS = 30_000


def pause_ms(tried: int) -> int:
    """How long to wait after so many tries: soon at first, then ever less often.

    The pauses of the first moment add up to less than `MOMENT_MS`.
    """
    return int(min(_FIRST_MS * 2 ** min(tried, 20), _LONGEST_MS))


def over(waited_ms: int) -> bool:
    """Whether an action has been tried for long enough."""
    return waited_ms >= MOMENT_MS
