"""Sleep and a set clock are told from time that merely passed."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.beats import Beat, Gap, gap_between

MINUTE = 60_000
times = st.integers(0, 10**9)


@given(times, times, times, times)
def test_time_that_passes_is_no_gap_however_long_nobody_looked(
    wall: int, up: int, awake: int, passed: int
) -> None:
    after = Beat(wall + passed, up + passed, awake + passed)
    assert gap_between(Beat(wall, up, awake), after) == Gap()


def test_sleep_is_the_time_that_only_the_clock_of_the_computer_counted() -> None:
    before, after = Beat(0, 0, 0), Beat(41 * MINUTE, 41 * MINUTE, MINUTE)
    assert gap_between(before, after) == Gap(slept_ms=40 * MINUTE)


def test_a_clock_that_was_set_is_no_sleep() -> None:
    day = 24 * 60 * MINUTE
    assert gap_between(Beat(day, 0, 0), Beat(1_000, 1_000, 1_000)) == Gap(set_ms=-day)


def test_both_at_once_are_told_apart() -> None:
    before, after = Beat(0, 0, 0), Beat(70 * MINUTE, 10 * MINUTE, 0)
    assert gap_between(before, after) == Gap(slept_ms=10 * MINUTE, set_ms=60 * MINUTE)


def test_clocks_read_one_after_the_other_may_differ_a_little() -> None:
    assert gap_between(Beat(0, 0, 0), Beat(1_900, 1_200, 1_000)) == Gap()
