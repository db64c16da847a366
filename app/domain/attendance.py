"""The words of attendance one after the other, as clicks go through them."""

from app.domain.session import ABSENT, AWAY, LATE, PRESENT

ROUND = (PRESENT, ABSENT, LATE, AWAY)
"""Everyone is present until clicked: once absent, twice late, thrice away until a time."""


def next_state(state: str) -> str:
    """The state after one more click."""
    at = ROUND.index(state) if state in ROUND else 0
    return ROUND[(at + 1) % len(ROUND)]
