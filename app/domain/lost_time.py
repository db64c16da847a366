"""Ways to go on after an interruption, and what each costs whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.clock import FINISHED, MINUTE_MS, READY, TRANSITION, Reading, Timing
from app.domain.ids import StationId, StudentId

SHORTER = "shorter"
FEWER = "fewer"
NEXT_TIME = "next time"
LATER = "later"
SHORTEST_MS = 5 * MINUTE_MS
"""A round under five minutes is over before a group has settled."""
_GRAIN_MS = MINUTE_MS // 2


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on. `rounds` and `round_ms` are the lesson's from now on.

    `less_ms` is what every round still to come loses, `late_ms` by how much the lesson ends later
    than planned (below zero: earlier). `missed` are the students who would not come to a station
    at all, `shorter` those who have less time at one, both in the order of the stations. `carried`
    are the rounds that become the next lesson.
    """

    kind: str
    rounds: int
    round_ms: int
    less_ms: int = 0
    late_ms: int = 0
    missed: Mapping[StationId, Sequence[StudentId]] = field(default_factory=dict)
    shorter: Mapping[StationId, Sequence[StudentId]] = field(default_factory=dict)
    carried: int = 0


def ways_on(
    timing: Timing,
    reading: Reading,
    lost_ms: int,
    placed: Sequence[Mapping[StudentId, StationId]],
    stations: Sequence[StationId],
) -> tuple[WayOn, ...]:
    """Shorter rounds, fewer, the rest next time, or as planned and later: what is possible of it.

    `placed` are the cells of the rounds 1 to `reading.rounds`, as `seating.cells` gives them.
    """
    if reading.phase in (READY, FINISHED) or lost_ms <= 0:
        return ()
    later = WayOn(LATER, reading.rounds, reading.round_ms, late_ms=lost_ms)
    to_come = reading.rounds - reading.round + (1 if reading.phase == TRANSITION else 0)
    coming = placed[len(placed) - to_come :]
    shorter = _shorter(reading, to_come, lost_ms, _who(coming, stations))
    fewer = _fewer(timing, reading, lost_ms, placed, stations)
    ways = (shorter, fewer, _next_time(reading, fewer), later)
    return tuple(way for way in ways if way is not None)


def _shorter(
    reading: Reading, to_come: int, lost_ms: int, who: Mapping[StationId, Sequence[StudentId]]
) -> WayOn | None:
    """Every round to come gives the same, in half minutes."""
    if not to_come:
        return None
    each = -(-lost_ms // to_come)
    less = -(-each // _GRAIN_MS) * _GRAIN_MS
    length = reading.round_ms - less
    if length < SHORTEST_MS:
        return None
    late = lost_ms - less * to_come
    return WayOn(SHORTER, reading.rounds, length, less, late, shorter=who)


def _next_time(reading: Reading, fewer: WayOn | None) -> WayOn | None:
    """The rounds that do not fit any more are the next lesson; nobody misses anything."""
    if fewer is None:
        return None
    carried = reading.rounds - fewer.rounds
    return WayOn(NEXT_TIME, fewer.rounds, fewer.round_ms, 0, fewer.late_ms, carried=carried)


def _fewer(
    timing: Timing,
    reading: Reading,
    lost_ms: int,
    placed: Sequence[Mapping[StudentId, StationId]],
    stations: Sequence[StationId],
) -> WayOn | None:
    """The last rounds are dropped."""
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
    lost = [
        {student: at for student, at in cells.items() if (student, at) not in visited}
        for cells in dropped
    ]
    return _who(lost, stations)


def _who(
    rounds: Sequence[Mapping[StudentId, StationId]], stations: Sequence[StationId]
) -> dict[StationId, Sequence[StudentId]]:
    """Who comes to each station in any of these rounds; stations where nobody does are left out."""
    cells = [cell for placed in rounds for cell in placed.items()]
    found = {s: [student for student, there in cells if there == s] for s in stations}
    return {station: tuple(dict.fromkeys(who)) for station, who in found.items() if who}
