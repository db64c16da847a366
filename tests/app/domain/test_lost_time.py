"""After an interruption every way on says truly what it costs whom."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain import session as did
from app.domain.clock import FINISHED, Reading, Timing, read_clock
from app.domain.ids import EventId, SessionId, StationId, StudentId
from app.domain.lost_time import FEWER, LATER, SHORTER, WayOn, ways_on
from app.domain.session import ClockEvent

MINUTE = 60_000
LESSON = Timing(rounds=4, round_ms=12 * MINUTE, transition_ms=2 * MINUTE)
TABLE, GAMES, TABLETS, BOOKS = (StationId(n) for n in (1, 2, 3, 4))
RING = (TABLE, GAMES, TABLETS, BOOKS)
MAYA, BEN = StudentId(11), StudentId(12)
PLACED = [{MAYA: RING[number % 4], BEN: RING[(number + 1) % 4]} for number in range(LESSON.rounds)]
STARTED = ClockEvent(EventId(1), SessionId(1), did.STARTED, 0)


def at(minute: int) -> Reading:
    return read_clock(LESSON, [STARTED], minute * MINUTE)


def ways(minute: int, lost: int) -> dict[str, WayOn]:
    found = ways_on(LESSON, at(minute), lost * MINUTE, PLACED, RING)
    return {way.kind: way for way in found}


def test_shorter_rounds_share_the_loss_among_those_still_to_come() -> None:
    shorter = ways(5, 9)[SHORTER]
    assert (shorter.round_ms, shorter.less_ms, shorter.late_ms) == (9 * MINUTE, 3 * MINUTE, 0)
    assert shorter.missed == {}


def test_rounds_that_would_be_too_short_are_no_way_on() -> None:
    assert SHORTER not in ways(5, 30)
    assert SHORTER not in ways(45, 3)


def test_fewer_rounds_name_who_would_not_come_where() -> None:
    fewer = ways(5, 12)[FEWER]
    assert fewer.rounds == 3
    assert fewer.missed == {TABLE: (BEN,), BOOKS: (MAYA,)}
    assert fewer.late_ms == -2 * MINUTE


def test_a_round_that_has_begun_is_not_dropped() -> None:
    assert FEWER not in ways(45, 12)


def test_as_planned_is_always_possible_and_late() -> None:
    assert ways(45, 12) == {LATER: WayOn(LATER, 4, 12 * MINUTE, late_ms=12 * MINUTE)}


def test_before_the_start_and_after_the_end_there_is_nothing_to_make_up() -> None:
    over = Reading(FINISHED, 4, 4, 0, 0)
    assert ways_on(LESSON, read_clock(LESSON, [], 0), MINUTE, PLACED, RING) == ()
    assert ways_on(LESSON, over, MINUTE, PLACED, RING) == ()


@given(st.integers(0, 55), st.integers(1, 60))
def test_every_way_ends_when_it_says(minute: int, lost: int) -> None:
    now = minute * MINUTE
    before = _end([STARTED], now)
    for way in ways(minute, lost).values():
        events = [STARTED]
        if way.kind != LATER:
            short = way.kind == SHORTER
            kind, amount = (did.RETIMED, way.round_ms) if short else (did.CUT, way.rounds)
            events.append(ClockEvent(EventId(2), SessionId(1), kind, now, amount))
        after = _end(events, now)
        assert after - before == way.late_ms - lost * MINUTE


def _end(events: list[ClockEvent], now: int) -> int:
    """When the last round is over, found by looking."""
    time = now
    while (reading := read_clock(LESSON, events, time)).round < reading.rounds or (
        reading.phase == "transition"
    ):
        time += MINUTE // 2
    return time + reading.remaining_ms
