"""Cues come when they are due, once, and never in a burst."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain import session as did
from app.domain.clock import Timing, read_clock
from app.domain.cues import BEGINS, FIVE_MINUTES, OLDEST_MS, OVER, WARNING, Cue, is_due, newest_cue
from app.domain.ids import EventId, SessionId
from app.domain.session import ClockEvent

MINUTE = 60_000
LESSON = Timing(rounds=3, round_ms=12 * MINUTE, transition_ms=2 * MINUTE, warning_ms=MINUTE)
STARTED = ClockEvent(EventId(1), SessionId(1), did.STARTED, 0)


def event(number: int, kind: str, at: int, amount: int = 0) -> ClockEvent:
    return ClockEvent(EventId(number), SessionId(1), kind, at, amount)


def cue(minute: float, *events: ClockEvent, five: bool = False) -> tuple[str, float] | None:
    now = round(minute * MINUTE)
    found = newest_cue(LESSON, read_clock(LESSON, [STARTED, *events], now), now, five)
    return (found.kind, found.at / MINUTE) if found else None


def test_each_part_of_a_lesson_has_its_cue() -> None:
    assert [cue(m) for m in (1, 11, 12, 14, 25, 26)] == [
        None,
        (WARNING, 11),
        (OVER, 12),
        (BEGINS, 14),
        (WARNING, 25),
        (OVER, 26),
    ]


def test_the_last_round_is_over_once_however_long_it_goes_on() -> None:
    assert cue(40) == cue(55) == (OVER, 40)


def test_five_minutes_are_told_of_only_when_wanted() -> None:
    assert cue(8) is None
    assert cue(8, five=True) == (FIVE_MINUTES, 7)


def test_a_short_round_has_no_warning_at_its_start() -> None:
    short = Timing(3, MINUTE, MINUTE, warning_ms=MINUTE)
    assert newest_cue(short, read_clock(short, [STARTED], 500), 500, five=True) is None


def test_without_a_warning_in_the_lesson_there_is_none() -> None:
    silent = Timing(3, 12 * MINUTE, 2 * MINUTE)
    at = 12 * MINUTE - 1
    assert newest_cue(silent, read_clock(silent, [STARTED], at), at) is None


def test_a_clock_that_stands_is_silent() -> None:
    assert cue(30, event(2, did.PAUSED, 11 * MINUTE + 30_000)) is None
    assert cue(30, event(2, did.ENDED, 12 * MINUTE)) is None


def test_a_minute_more_takes_the_warning_back_and_gives_it_again() -> None:
    more = event(2, did.EXTENDED, 11 * MINUTE + 30_000, MINUTE)
    assert cue(11.6, more) is None
    assert cue(12, more) == (WARNING, 12)


def test_next_by_hand_is_heard_and_a_step_back_is_not() -> None:
    assert cue(5, event(2, did.ADVANCED, 5 * MINUTE)) == (OVER, 5)
    assert cue(15, event(2, did.WENT_BACK, 15 * MINUTE)) is None
    assert cue(15, event(2, did.REPEATED, 15 * MINUTE)) is None


def test_without_a_transition_the_round_is_over_as_the_next_begins() -> None:
    direct = Timing(3, 12 * MINUTE, 0)
    events = [STARTED, event(2, did.ADVANCED, 5 * MINUTE)]
    found = newest_cue(direct, read_clock(direct, events, 5 * MINUTE), 5 * MINUTE)
    assert found == Cue(OVER, 2, 5 * MINUTE)


def test_a_cue_is_heard_once_and_an_old_one_never() -> None:
    over = Cue(OVER, 2, 12 * MINUTE)
    assert is_due(over, None, 12 * MINUTE + 10)
    assert not is_due(over, over, 12 * MINUTE + 500)
    assert not is_due(over, None, 12 * MINUTE + OLDEST_MS + 1)
    assert not is_due(None, over, 12 * MINUTE)


@given(st.lists(st.integers(1, 20 * MINUTE), min_size=1, max_size=30))
def test_after_any_gap_there_is_at_most_one_sound_and_it_is_fresh(waits: list[int]) -> None:
    now, last, heard = 0, None, []
    for wait in waits:
        now += wait
        found = newest_cue(LESSON, read_clock(LESSON, [STARTED], now), now, five=True)
        if is_due(found, last, now):
            assert found is not None
            heard.append(found.key)
            assert now - found.at <= OLDEST_MS
        last = found
    assert len(heard) == len(set(heard)) <= len(waits)


def test_looking_each_second_hears_every_cue_of_the_lesson() -> None:
    last, heard = None, []
    for now in range(0, 45 * MINUTE, 1000):
        found = newest_cue(LESSON, read_clock(LESSON, [STARTED], now), now, five=True)
        if is_due(found, last, now):
            assert found is not None
            heard.append(found.kind)
        last = found
    one = [FIVE_MINUTES, WARNING, OVER, BEGINS]
    assert heard == [*one, *one, FIVE_MINUTES, WARNING, OVER]
