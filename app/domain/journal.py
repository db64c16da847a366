"""How long steps can be undone: a school year, and always the newest thousand."""

from collections.abc import Sequence

DAY_MS = 86_400_000
KEPT_MS = 366 * DAY_MS
"""A school year, whatever day it is."""
KEPT_STEPS = 1_000
"""However old they are: a class that is taken up again after two years still has its undo."""

FORGOTTEN = "journal compacted"
"""The verb of the step that says that older ones were forgotten."""


def forget_before(ats: Sequence[int], now: int) -> int:
    """The time (ms UTC) before which steps may be forgotten.

    `ats` are the times of the newest steps, newest first, at least `KEPT_STEPS` of them when there
    are so many. Fewer than that are all kept.
    """
    if len(ats) < KEPT_STEPS:
        return 0
    return min(now - KEPT_MS, *ats[:KEPT_STEPS])
