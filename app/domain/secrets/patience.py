"""How long to wait after wrong passphrases: short for a slip, too long for guessing."""

from typing import NamedTuple

FREE = 3
"""So many wrong ones cost nothing."""
FIRST_MS = 2_000
LONGEST_MS = 60_000
"""A teacher before her class shall never wait longer than a minute."""


class Tries(NamedTuple):
    """Wrong passphrases in a row, and when the last of them was typed (milliseconds UTC)."""

    failed: int = 0
    last: int = 0


def pause_ms(failed: int) -> int:
    """Milliseconds from so many wrong ones to the next try; it doubles, up to a minute."""
    if failed < FREE:
        return 0
    doublings = min(failed - FREE, 10)
    return min(FIRST_MS << doublings, LONGEST_MS)


def left_ms(tries: Tries, now: int) -> int:
    """Milliseconds until the next try.

    A clock that was set back makes nobody wait longer than the pause itself, and one that was
    wrong in the future neither.
    """
    pause = pause_ms(tries.failed)
    passed = now - tries.last
    return pause if passed < 0 else max(0, pause - passed)


def one_more(tries: Tries, now: int) -> Tries:
    """After another wrong one."""
    return Tries(tries.failed + 1, now)
