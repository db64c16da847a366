"""Whether the computer slept, or its clock was set, between two moments."""

from typing import NamedTuple

SLEPT_MS = 5_000
"""Clocks that part by more than this were not merely read one after the other."""


class Beat(NamedTuple):
    """Three clocks read at one moment, in milliseconds.

    wall: the time of day, which anybody may set.
    up: time since the computer was started, sleep counted.
    awake: the same, sleep not counted. Where a system cannot tell them apart both are alike.
    """

    wall: int
    up: int
    awake: int


class Gap(NamedTuple):
    """What lies between two beats that an ordinary passing of time does not explain."""

    slept_ms: int = 0
    set_ms: int = 0


def gap_between(before: Beat, after: Beat) -> Gap:
    """How long the computer slept, and how far its clock was set on (below zero: back).

    A blocked program is no gap: all three clocks go on alike.
    """
    up = after.up - before.up
    slept = up - (after.awake - before.awake)
    was_set = after.wall - before.wall - up
    return Gap(
        slept if slept > SLEPT_MS else 0,
        was_set if abs(was_set) > SLEPT_MS else 0,
    )
