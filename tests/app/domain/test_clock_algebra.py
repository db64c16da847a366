"""The algebra of the clock, over everything that can be done to it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain import session as did
from app.domain.clock import FINISHED, Timing, read_clock
from app.domain.ids import EventId, SessionId
from app.domain.session import ClockEvent

MINUTE = 60_000
LESSON = Timing(rounds=4, round_ms=12 * MINUTE, transition_ms=2 * MINUTE, warning_ms=MINUTE)
STARTED = ClockEvent(EventId(1), SessionId(1), did.STARTED, 0)

PLAIN = (did.PAUSED, did.RESUMED, did.ADVANCED, did.WENT_BACK, did.REPEATED)
deeds = st.one_of(
    st.tuples(st.sampled_from(PLAIN), st.just(0)),
    st.tuples(st.just(did.EXTENDED), st.integers(-3 * MINUTE, 5 * MINUTE)),
    st.tuples(st.just(did.RETIMED), st.integers(MINUTE, 15 * MINUTE)),
    st.tuples(st.just(did.CUT), st.integers(1, 5)),
    st.tuples(st.just(did.SHIFTED), st.integers(-(10**9), 10**9)),
)
lives = st.lists(st.tuples(deeds, st.integers(0, 15 * MINUTE)), max_size=14)


def events_of(life: list[tuple[tuple[str, int], int]]) -> list[ClockEvent]:
    """The events by the computer's clock as it was at the time of each."""
    at, events = 0, [STARTED]
    for number, ((kind, amount), wait) in enumerate(life, start=2):
        at += wait + (amount if kind == did.SHIFTED else 0)
        events.append(ClockEvent(EventId(number), SessionId(1), kind, at, amount))
    return events


def now_of(events: list[ClockEvent], later: int) -> int:
    return events[-1].at + later


@given(lives, st.integers(0, 20 * MINUTE), st.data())
def test_an_event_that_is_undone_leaves_the_clock_as_if_it_had_never_been(
    life: list[tuple[tuple[str, int], int]], later: int, data: st.DataObject
) -> None:
    events = events_of(life)
    now = now_of(events, later)
    kind, amount = data.draw(deeds)
    at = now + (amount if kind == did.SHIFTED else 0)
    done = ClockEvent(EventId(99), SessionId(1), kind, at, amount)
    before = read_clock(LESSON, events, now)
    read_clock(LESSON, [*events, done], at)
    assert read_clock(LESSON, events, now) == before


@given(lives, st.integers(0, 20 * MINUTE))
def test_time_is_conserved_all_that_passed_was_run_or_stood(
    life: list[tuple[tuple[str, int], int]], later: int
) -> None:
    events = events_of(life)
    now = now_of(events, later)
    reading = read_clock(LESSON, events, now)
    passed = sum(wait for _deed, wait in life) + later
    ran = sum(span.ran_ms(now) for span in reading.spans)
    stood = sum(
        (now if until is None else until) - since
        for span in reading.spans
        for since, until in span.stood
    )
    if reading.phase == FINISHED:
        passed = sum((span.ended_at or now) - span.began_at for span in reading.spans)
    assert ran + stood == passed
    for before, after in pairwise(reading.spans):
        assert before.ended_at == after.began_at


@given(lives, st.integers(0, 20 * MINUTE), st.integers(-(10**10), 10**10), st.integers(0, 9))
def test_a_clock_that_is_set_never_changes_what_is_left(
    life: list[tuple[tuple[str, int], int]], later: int, by: int, minutes: int
) -> None:
    events = events_of(life)
    now = now_of(events, later)
    shift = ClockEvent(EventId(99), SessionId(1), did.SHIFTED, now + by, by)
    for on in (0, minutes * MINUTE):
        one = read_clock(LESSON, events, now + on)
        other = read_clock(LESSON, [*events, shift], now + by + on)
        assert (one.phase, one.round, one.rounds, one.remaining_ms, one.total_ms, one.paused) == (
            other.phase,
            other.round,
            other.rounds,
            other.remaining_ms,
            other.total_ms,
            other.paused,
        )
        assert [span.ran_ms(now + on) for span in one.spans] == [
            span.ran_ms(now + by + on) for span in other.spans
        ]


@given(lives, st.integers(0, 20 * MINUTE))
def test_what_is_left_is_never_more_than_there_is_and_below_nothing_only_at_the_end(
    life: list[tuple[tuple[str, int], int]], later: int
) -> None:
    events = events_of(life)
    reading = read_clock(LESSON, events, now_of(events, later))
    assert reading.remaining_ms <= reading.total_ms
    assert 1 <= reading.round <= reading.rounds <= LESSON.rounds
    if reading.remaining_ms < 0:
        assert reading.round == reading.rounds
