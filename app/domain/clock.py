"""The clock of a lesson: a pure function of what was done to it and of now.

Nothing ticks, so nothing drifts: a crash, a blocked loop, sleep and undo change no figure.
A lesson is a row of segments: round 1, transition, round 2, ... All times are milliseconds UTC.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.domain import session as did
from app.domain.session import ClockEvent
from app.domain.spans import Span

READY = "ready"
ROUND = "round"
TRANSITION = "transition"
FINISHED = "finished"
MINUTE_MS = 60_000


class Timing(NamedTuple):
    """How long things last, in milliseconds."""

    rounds: int
    round_ms: int
    transition_ms: int
    warning_ms: int = 0


class Reading(NamedTuple):
    """What the clock says.

    During a transition `round` is the round the students walk to. `remaining_ms` below zero is
    time over, only possible in the last round. `ends_at` is None while paused or not running.
    `rounds` and `round_ms` (the length of rounds still to come) are as changed in the lesson.
    `clock_set` are the times the computer's clock was set: the event, and by how many ms.
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
    round_ms: int = 0
    clock_set: tuple[tuple[int, int], ...] = ()

    @property
    def running(self) -> bool:
        """Whether time goes by: not before the start, in a pause or after the end."""
        return self.ends_at is not None

    def by_this_clock(self, at: int, event_id: int) -> int:
        """A time that was written down under that id, by the clock as it has been set since."""
        return at + sum(ms for set_id, ms in self.clock_set if set_id > event_id)


class _State(NamedTuple):
    timing: Timing
    at: int = 0
    segment: int = -1
    left: int = 0
    total: int = 0
    running: bool = False
    ended: bool = False
    spans: tuple[Span, ...] = ()
    clock_set: tuple[tuple[int, int], ...] = ()


def read_clock(timing: Timing, events: Sequence[ClockEvent], now: int) -> Reading:
    """What the clock says at `now`. Events count in the order they were made."""
    state = _State(timing)
    for event in sorted(events, key=lambda e: e.id):
        if event.kind == did.SHIFTED:
            state = _shifted(_run(state, event.at - event.amount), event)
        else:
            state = _apply(_run(state, event.at), event)
    return _reading(_run(state, now))


def _run(state: _State, until: int) -> _State:
    """Let time pass; segments follow each other by themselves, the last one runs over."""
    at = max(until, state.at)
    while state.running and not _is_last(state) and state.at + state.left <= at:
        state = _enter(state._replace(at=state.at + state.left), state.segment + 1)
    spent = at - state.at if state.running else 0
    return state._replace(at=at, left=state.left - spent)


def _shifted(state: _State, event: ClockEvent) -> _State:
    """The same moment by the clock as it was set; what has begun keeps its length."""
    spans = tuple(span.shifted(event.amount) for span in state.spans)
    clock_set = (*state.clock_set, (event.id, event.amount))
    return state._replace(at=event.at, spans=spans, clock_set=clock_set)


def _apply(state: _State, event: ClockEvent) -> _State:
    if state.ended or (state.segment < 0) != (event.kind == did.STARTED):
        return state
    match event.kind:
        case did.STARTED:
            return _enter(state._replace(running=True), 0)
        case did.PAUSED | did.RESUMED:
            return _let_run(state, event.kind == did.RESUMED)
        case did.EXTENDED:
            return _extend(state, event.amount)
        case did.RETIMED | did.CUT:
            return state._replace(timing=_changed(state, event))
        case _:
            return _turned(state, event.kind)


def _let_run(state: _State, running: bool) -> _State:
    if running == state.running:
        return state
    span = state.spans[-1]
    span = span.resumed(state.at) if running else span.halted(state.at)
    return state._replace(running=running, spans=(*state.spans[:-1], span))


def _turned(state: _State, kind: str) -> _State:
    """Another segment, by hand."""
    match kind:
        case did.ADVANCED:
            return _next(state)
        case did.REPEATED | did.WENT_BACK:
            back = state.segment - (kind == did.WENT_BACK)
            return _enter(state, max(0, back // 2 * 2))
        case did.ENDED:
            return _end(state)
        case _:
            return state


def _changed(state: _State, event: ClockEvent) -> Timing:
    """The timing from now on; a round that has begun is never cut."""
    if event.kind == did.RETIMED:
        return state.timing._replace(round_ms=max(MINUTE_MS, event.amount))
    fewer = min(state.timing.rounds, event.amount)
    return state.timing._replace(rounds=max(segment_round(state.segment), fewer))


def _extend(state: _State, amount: int) -> _State:
    left = max(0, max(0, state.left) + amount)
    return state._replace(left=left, total=max(state.total + amount, left))


def _next(state: _State) -> _State:
    if _is_last(state):
        return _end(state)
    following = state.segment + 1
    if _length(state.timing, following) == 0:
        following += 1
    return _enter(state, following)


def _enter(state: _State, segment: int) -> _State:
    length = _length(state.timing, segment)
    rests = () if state.running else ((state.at, None),)
    begun = Span(segment_round(segment), segment % 2 == 1, state.at, None, rests)
    spans = (*_closed(state), begun)
    return state._replace(segment=segment, left=length, total=length, spans=spans)


def _end(state: _State) -> _State:
    return state._replace(ended=True, running=False, spans=_closed(state))


def _closed(state: _State) -> tuple[Span, ...]:
    return (*state.spans[:-1], *(span.closed(state.at) for span in state.spans[-1:]))


def segment_round(segment: int) -> int:
    """The round a segment belongs to; a transition belongs to the round it leads to."""
    return (segment + 1) // 2 + 1


def _length(timing: Timing, segment: int) -> int:
    return timing.transition_ms if segment % 2 else timing.round_ms


def _is_last(state: _State) -> bool:
    return state.segment >= 2 * state.timing.rounds - 2


def _reading(state: _State) -> Reading:
    timing = state.timing
    if state.segment < 0:
        first = timing.round_ms
        return Reading(READY, 1, timing.rounds, first, first, round_ms=first)
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
        round_ms=timing.round_ms,
        clock_set=state.clock_set,
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
    length = reading.round_ms or timing.round_ms
    for _, number in pairwise(range(1, reading.rounds + 1)):
        planned = starts[-1] + length + timing.transition_ms
        starts.append(known.get(number, planned))
    return tuple(starts)
