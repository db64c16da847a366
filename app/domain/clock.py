"""The clock of a lesson: a pure function of what was done to it and of now.

Nothing ticks, so nothing drifts: a crash, a blocked loop, sleep and undo change no figure.
A lesson is a row of segments: round 1, transition, round 2, ... All times are milliseconds UTC.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from app.domain import session as did
from app.domain.session import ClockEvent

READY = "ready"
ROUND = "round"
TRANSITION = "transition"
FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Timing:
    """How long things last, in milliseconds."""

    rounds: int
    round_ms: int
    transition_ms: int
    warning_ms: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one round (or of the transition into it) that has begun."""

    round: int
    transition: bool
    began_at: int
    ended_at: int | None

    def shifted(self, ms: int) -> "Span":
        """The same span by a clock that was set that much on."""
        ended = None if self.ended_at is None else self.ended_at + ms
        return replace(self, began_at=self.began_at + ms, ended_at=ended)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says.

    During a transition `round` is the round the students walk to. `remaining_ms` below zero is
    time over, only possible in the last round. `ends_at` is None while paused or not running.
    """

    phase: str
    round: int
    rounds: int
    remaining_ms: int
    total_ms: int
    paused: bool = False
    ends_at: int | None = None
    warning: bool = False
    spans: tuple[Span, ...] = ()

    @property
    def running(self) -> bool:
        return self.ends_at is not None


class _State(NamedTuple):
    at: int = 0
    segment: int = -1
    left: int = 0
    total: int = 0
    running: bool = False
    ended: bool = False
    spans: tuple[Span, ...] = ()


def read_clock(timing: Timing, events: Sequence[ClockEvent], now: int) -> Reading:
    """What the clock says at `now`. Events count in the order they were made."""
    state = _State()
    for event in sorted(events, key=lambda e: e.id):
        if event.kind == did.SHIFTED:
            state = _shifted(_run(timing, state, event.at - event.amount), event)
        else:
            state = _apply(timing, _run(timing, state, event.at), event)
    return _reading(timing, _run(timing, state, now))


def _run(timing: Timing, state: _State, until: int) -> _State:
    """Let time pass; segments follow each other by themselves, the last one runs over."""
    at = max(until, state.at)
    while state.running and not _is_last(timing, state) and state.at + state.left <= at:
        state = _enter(timing, state._replace(at=state.at + state.left), state.segment + 1)
    spent = at - state.at if state.running else 0
    return state._replace(at=at, left=state.left - spent)


def _shifted(state: _State, event: ClockEvent) -> _State:
    """The same moment by the clock as it was set; what has begun keeps its length."""
    spans = tuple(span.shifted(event.amount) for span in state.spans)
    return state._replace(at=event.at, spans=spans)


def _apply(timing: Timing, state: _State, event: ClockEvent) -> _State:
    if state.ended or (state.segment < 0) != (event.kind == did.STARTED):
        return state
    match event.kind:
        case did.STARTED:
            return _enter(timing, state._replace(running=True), 0)
        case did.PAUSED | did.RESUMED:
            return state._replace(running=event.kind == did.RESUMED)
        case did.EXTENDED:
            return _extend(state, event.amount)
        case did.ADVANCED:
            return _next(timing, state)
        case did.WENT_BACK:
            return _enter(timing, state, max(0, (state.segment - 1) // 2 * 2))
        case did.ENDED:
            return _end(state)
        case _:
            return state


def _extend(state: _State, amount: int) -> _State:
    left = max(0, max(0, state.left) + amount)
    return state._replace(left=left, total=max(state.total + amount, left))


def _next(timing: Timing, state: _State) -> _State:
    if _is_last(timing, state):
        return _end(state)
    following = state.segment + 1
    if _length(timing, following) == 0:
        following += 1
    return _enter(timing, state, following)


def _enter(timing: Timing, state: _State, segment: int) -> _State:
    length = _length(timing, segment)
    begun = Span(segment_round(segment), segment % 2 == 1, state.at, None)
    spans = (*_closed(state), begun)
    return state._replace(segment=segment, left=length, total=length, spans=spans)


def _end(state: _State) -> _State:
    return state._replace(ended=True, running=False, spans=_closed(state))


def _closed(state: _State) -> tuple[Span, ...]:
    if not state.spans or state.spans[-1].ended_at is not None:
        return state.spans
    return (*state.spans[:-1], replace(state.spans[-1], ended_at=state.at))


def segment_round(segment: int) -> int:
    """The round a segment belongs to; a transition belongs to the round it leads to."""
    return (segment + 1) // 2 + 1


def _length(timing: Timing, segment: int) -> int:
    return timing.transition_ms if segment % 2 else timing.round_ms


def _is_last(timing: Timing, state: _State) -> bool:
    return state.segment >= 2 * timing.rounds - 2


def _reading(timing: Timing, state: _State) -> Reading:
    if state.segment < 0:
        return Reading(READY, 1, timing.rounds, timing.round_ms, timing.round_ms)
    moving = state.segment % 2 == 1
    phase = FINISHED if state.ended else TRANSITION if moving else ROUND
    return Reading(
        phase=phase,
        round=segment_round(state.segment),
        rounds=timing.rounds,
        remaining_ms=state.left,
        total_ms=state.total,
        paused=not state.running and not state.ended,
        ends_at=state.at + state.left if state.running else None,
        warning=state.running and not moving and 0 <= state.left <= timing.warning_ms,
        spans=state.spans,
    )


def round_starts(timing: Timing, reading: Reading, now: int) -> tuple[int, ...]:
    """When each round began, or will begin if nothing more is changed: one time per round."""
    begun = {s.round: s.began_at for s in reading.spans if not s.transition}
    left = max(0, reading.remaining_ms)
    if reading.phase == READY:
        upcoming = {1: now}
    elif reading.phase == TRANSITION:
        upcoming = {reading.round: now + left}
    else:
        upcoming = {reading.round + 1: now + left + timing.transition_ms}
    known = {r: at for r, at in begun.items() if r <= reading.round} | upcoming
    starts = [known.get(1, now)]
    for _, number in pairwise(range(1, timing.rounds + 1)):
        planned = starts[-1] + timing.round_ms + timing.transition_ms
        starts.append(known.get(number, planned))
    return tuple(starts)
