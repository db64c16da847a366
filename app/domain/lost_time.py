"""Ways to go on after an interruption, and what each costs whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.clock import FINISHED, MINUTE_MS, READY, TRANSITION, Reading, Timing
from app.domain.ids import StationId, StudentId

SHORTER = "shorter"
FEWER = "fewer"
LATER = "later"
SHORTEST_MS = 5 * MINUTE_MS
"""A round under five minutes is over before a group has settled."""
_GRAIN_MS = MINUTE_MS // 2


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on. `rounds` and `round_ms` are the lesson's from now on.

    `less_ms` is what every round still to come loses, `late_ms` by how much the lesson ends later
    than planned (below zero: earlier). `missed` are the students who would not come to a station
    today, in the order of the stations.
    """

    kind: str
    rounds: int
    round_ms: int
    less_ms: int = 0
    late_ms: int = 0
    missed: Mapping[StationId, Sequence[StudentId]] = field(default_factory=dict)


def ways_on(
    timing: Timing,
    reading: Reading,
    lost_ms: int,
    placed: Sequence[Mapping[StudentId, StationId]],
    stations: Sequence[StationId],
) -> tuple[WayOn, ...]:
    """Shorter rounds, fewer rounds, or as planned and later; only those that are possible.

    `placed` are the cells of the rounds 1 to `reading.rounds`, as `seating.cells` gives them.
    """
    if reading.phase in (READY, FINISHED) or lost_ms <= 0:
        return ()
    later = WayOn(LATER, reading.rounds, reading.round_ms, late_ms=lost_ms)
    to_come = reading.rounds - reading.round + (1 if reading.phase == TRANSITION else 0)
    shorter = _shorter(reading, to_come, lost_ms)
    fewer = _fewer(timing, reading, lost_ms, placed, stations)
    return tuple(way for way in (shorter, fewer, later) if way is not None)


def _shorter(reading: Reading, to_come: int, lost_ms: int) -> WayOn | None:
    """Every round to come gives the same, in half minutes."""
    if not to_come:
        return None
    each = -(-lost_ms // to_come)
    less = -(-each // _GRAIN_MS) * _GRAIN_MS
    length = reading.round_ms - less
    if length < SHORTEST_MS:
        return None
    return WayOn(SHORTER, reading.rounds, length, less, lost_ms - less * to_come)


def _fewer(
    timing: Timing,
    reading: Reading,
    lost_ms: int,
    placed: Sequence[Mapping[StudentId, StationId]],
    stations: Sequence[StationId],
) -> WayOn | None:
    """The last rounds wait for the next lesson."""
    whole = reading.round_ms + timing.transition_ms
    dropped = -(-lost_ms // whole)
    rounds = reading.rounds - dropped
    if rounds < reading.round:
        return None
    missed = _missed(placed[:rounds], placed[rounds:], stations)
    return WayOn(FEWER, rounds, reading.round_ms, 0, lost_ms - dropped * whole, missed)


def _missed(
    kept: Sequence[Mapping[StudentId, StationId]],
    dropped: Sequence[Mapping[StudentId, StationId]],
    stations: Sequence[StationId],
) -> dict[StationId, Sequence[StudentId]]:
    """Who would have come to a station in a dropped round, and does not in a kept one."""
    visited = {cell for cells in kept for cell in cells.items()}
    lost = [cell for cells in dropped for cell in cells.items() if cell not in visited]
    found = {s: [student for student, there in lost if there == s] for s in stations}
    return {station: tuple(dict.fromkeys(who)) for station, who in found.items() if who}
