"""The clock never gains or loses time, whatever is done to it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain import session as did
from app.domain.clock import (
    FINISHED,
    READY,
    ROUND,
    TRANSITION,
    Timing,
    read_clock,
    round_starts,
)
from app.domain.ids import EventId, SessionId
from app.domain.session import ClockEvent

MINUTE = 60_000
LESSON = Timing(rounds=4, round_ms=12 * MINUTE, transition_ms=2 * MINUTE, warning_ms=MINUTE)


def event(number: int, kind: str, at: int, amount: int = 0) -> ClockEvent:
    return ClockEvent(EventId(number), SessionId(1), kind, at, amount)


STARTED = event(1, did.STARTED, 0)


def test_before_the_start_it_shows_the_whole_first_round() -> None:
    reading = read_clock(LESSON, [], 5)
    assert (reading.phase, reading.round, reading.remaining_ms) == (READY, 1, 12 * MINUTE)
    assert not reading.running


def test_rounds_and_transitions_follow_each_other_by_themselves() -> None:
    seen = [read_clock(LESSON, [STARTED], m * MINUTE) for m in (3, 12, 13, 14, 55)]
    assert [(r.phase, r.round) for r in seen] == [
        (ROUND, 1),
        (TRANSITION, 2),
        (TRANSITION, 2),
        (ROUND, 2),
        (ROUND, 4),
    ]


def test_the_last_round_counts_time_over() -> None:
    reading = read_clock(LESSON, [STARTED], 60 * MINUTE)
    assert (reading.phase, reading.round) == (ROUND, 4)
    assert reading.remaining_ms == -6 * MINUTE


def test_a_pause_uses_no_time() -> None:
    events = [STARTED, event(2, did.PAUSED, 2 * MINUTE), event(3, did.RESUMED, 30 * MINUTE)]
    assert read_clock(LESSON, events, 31 * MINUTE).remaining_ms == 9 * MINUTE
    assert read_clock(LESSON, events[:2], 20 * MINUTE).paused


def test_a_minute_more_is_a_minute_more_for_this_round_alone() -> None:
    events = [STARTED, event(2, did.EXTENDED, MINUTE, MINUTE)]
    assert read_clock(LESSON, events, MINUTE).remaining_ms == 12 * MINUTE
    assert read_clock(LESSON, events, 16 * MINUTE).remaining_ms == 11 * MINUTE


def test_taking_off_more_than_is_left_ends_the_round_now() -> None:
    events = [STARTED, event(2, did.EXTENDED, 11 * MINUTE + 30_000, -MINUTE)]
    reading = read_clock(LESSON, events, 11 * MINUTE + 30_000)
    assert (reading.phase, reading.remaining_ms) == (TRANSITION, 2 * MINUTE)


def test_next_goes_to_the_transition_and_then_to_the_round() -> None:
    events = [STARTED, event(2, did.ADVANCED, MINUTE), event(3, did.ADVANCED, 2 * MINUTE)]
    assert read_clock(LESSON, events[:2], MINUTE).phase == TRANSITION
    reading = read_clock(LESSON, events, 2 * MINUTE)
    assert (reading.phase, reading.round, reading.remaining_ms) == (ROUND, 2, 12 * MINUTE)


def test_next_skips_a_transition_of_no_length() -> None:
    events = [STARTED, event(2, did.ADVANCED, MINUTE)]
    reading = read_clock(LESSON._replace(transition_ms=0), events, MINUTE)
    assert (reading.phase, reading.round) == (ROUND, 2)


def test_next_in_the_last_round_finishes() -> None:
    events = [STARTED, event(2, did.ADVANCED, 50 * MINUTE)]
    assert read_clock(LESSON, events, 55 * MINUTE).phase == FINISHED


def test_back_begins_the_round_before_again() -> None:
    back = event(2, did.WENT_BACK, 15 * MINUTE)
    reading = read_clock(LESSON, [STARTED, back], 15 * MINUTE)
    assert (reading.phase, reading.round, reading.remaining_ms) == (ROUND, 1, 12 * MINUTE)


def test_an_ended_lesson_stands_still() -> None:
    events = [STARTED, event(2, did.ENDED, 5 * MINUTE), event(3, did.RESUMED, 6 * MINUTE)]
    early, late = (read_clock(LESSON, events, m * MINUTE) for m in (6, 600))
    assert early == late
    assert early.phase == FINISHED
    assert early.spans[-1].ended_at == 5 * MINUTE


def test_the_warning_comes_in_the_last_minute_of_a_round() -> None:
    warned = [read_clock(LESSON, [STARTED], at).warning for at in (10 * MINUTE, 11 * MINUTE + 1)]
    assert warned == [False, True]


def test_round_starts_are_what_was_and_what_will_be() -> None:
    events = [STARTED, event(2, did.EXTENDED, MINUTE, MINUTE)]
    reading = read_clock(LESSON, events, 16 * MINUTE)
    starts = round_starts(LESSON, reading, 16 * MINUTE)
    assert [at // MINUTE for at in starts] == [0, 15, 29, 43]


def test_round_starts_before_the_lesson_count_from_now() -> None:
    starts = round_starts(LESSON, read_clock(LESSON, [], 0), 100 * MINUTE)
    assert [at // MINUTE for at in starts] == [100, 114, 128, 142]


KINDS = [did.PAUSED, did.RESUMED, did.EXTENDED, did.ADVANCED, did.WENT_BACK]
happenings = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.integers(0, 20 * MINUTE), st.integers(-3 * MINUTE, 5 * MINUTE)
    ),
    max_size=12,
)


def events_of(steps: list[tuple[str, int, int]]) -> list[ClockEvent]:
    at, events = 0, [STARTED]
    for number, (kind, later, amount) in enumerate(steps, start=2):
        at += later
        events.append(event(number, kind, at, amount if kind == did.EXTENDED else 0))
    return events


@given(happenings, st.integers(0, 30 * MINUTE), st.integers(0, 30 * MINUTE))
def test_time_that_passes_is_time_used_whatever_came_before(
    steps: list[tuple[str, int, int]], first: int, second: int
) -> None:
    events = events_of(steps)
    now = events[-1].at + first
    one, two = read_clock(LESSON, events, now), read_clock(LESSON, events, now + second)
    if one.paused or one.phase == FINISHED:
        assert two.remaining_ms == one.remaining_ms
    elif (one.phase, one.round) == (two.phase, two.round):
        assert one.remaining_ms - two.remaining_ms == second
    else:
        assert two.remaining_ms <= two.total_ms


@given(happenings, st.integers(0, 30 * MINUTE))
def test_looking_in_between_changes_nothing(steps: list[tuple[str, int, int]], later: int) -> None:
    events = events_of(steps)
    now = events[-1].at + later
    for at in range(0, now, max(1, now // 7)):
        read_clock(LESSON, events, at)
    assert read_clock(LESSON, events, now) == read_clock(LESSON, list(reversed(events)), now)


@given(happenings, st.integers(0, 90 * MINUTE))
def test_spans_touch_and_add_up_to_the_time_since_the_start(
    steps: list[tuple[str, int, int]], later: int
) -> None:
    events = events_of(steps)
    now = events[-1].at + later
    spans = read_clock(LESSON, events, now).spans
    assert spans[0].began_at == 0
    for before, after in pairwise(spans):
        assert before.ended_at == after.began_at
    assert spans[-1].began_at <= now


@given(happenings, st.integers(0, 30 * MINUTE), st.integers(1, 40 * MINUTE))
def test_undoing_the_last_event_gives_the_clock_without_it(
    steps: list[tuple[str, int, int]], later: int, back: int
) -> None:
    events = events_of(steps)
    now = events[-1].at + later
    extra = event(99, did.WENT_BACK, now)
    undone = [e for e in [*events, extra] if e is not extra]
    assert read_clock(LESSON, undone, now + back) == read_clock(LESSON, events, now + back)


def test_a_clock_set_back_neither_gains_nor_loses() -> None:
    events = [STARTED, event(2, did.PAUSED, 5 * MINUTE)]
    assert read_clock(LESSON, events, 2 * MINUTE).remaining_ms == 7 * MINUTE


@given(st.integers(-(10**11), 10**11), st.integers(0, 50))
def test_a_clock_that_somebody_sets_neither_gains_nor_loses_time(by: int, minute: int) -> None:
    at = minute * MINUTE
    before = read_clock(LESSON, [STARTED], at)
    after = read_clock(LESSON, [STARTED, event(2, did.SHIFTED, at + by, by)], at + by)
    assert (after.phase, after.round, after.remaining_ms) == (
        before.phase,
        before.round,
        before.remaining_ms,
    )
    assert [s.began_at - by for s in after.spans] == [s.began_at for s in before.spans]


def test_a_round_can_be_taught_again_from_its_start() -> None:
    again = [STARTED, event(2, did.REPEATED, 20 * MINUTE)]
    reading = read_clock(LESSON, again, 21 * MINUTE)
    assert (reading.round, reading.remaining_ms) == (2, 11 * MINUTE)


def test_shorter_rounds_begin_with_the_next_one() -> None:
    shorter = [STARTED, event(2, did.RETIMED, 5 * MINUTE, 8 * MINUTE)]
    seen = [read_clock(LESSON, shorter, m * MINUTE) for m in (11, 13, 14, 21, 22)]
    assert [(r.phase, r.round) for r in seen] == [
        (ROUND, 1),
        (TRANSITION, 2),
        (ROUND, 2),
        (ROUND, 2),
        (TRANSITION, 3),
    ]
    assert round_starts(LESSON, seen[0], 11 * MINUTE) == (
        0,
        14 * MINUTE,
        24 * MINUTE,
        34 * MINUTE,
    )


def test_fewer_rounds_never_cut_one_that_has_begun() -> None:
    cut = [STARTED, event(2, did.CUT, 20 * MINUTE, 1)]
    reading = read_clock(LESSON, cut, 30 * MINUTE)
    assert (reading.round, reading.rounds, reading.remaining_ms) == (2, 2, -4 * MINUTE)
    assert len(round_starts(LESSON, reading, 30 * MINUTE)) == 2


def test_a_lesson_is_never_made_longer_than_it_was_planned() -> None:
    more = [STARTED, event(2, did.CUT, 0, 9)]
    assert read_clock(LESSON, more, MINUTE).rounds == LESSON.rounds
