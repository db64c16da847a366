"""The delay after wrong passphrases grows, ends, and believes no clock."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.secrets.patience import (
    FREE,
    LONGEST_MS,
    Tries,
    left_ms,
    one_more,
    pause_ms,
)

counts = st.integers(0, 10_000)
times = st.integers(0, 1 << 45)


def test_a_few_slips_cost_nothing_and_twenty_wrong_ones_a_minute_each() -> None:
    assert [pause_ms(failed) for failed in range(9)] == [
        *(0, 0, 0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000)
    ]
    assert pause_ms(20) == LONGEST_MS


@given(counts)
def test_it_never_shrinks_and_never_passes_a_minute(failed: int) -> None:
    assert pause_ms(failed) <= pause_ms(failed + 1) <= LONGEST_MS


@given(counts, times, times)
def test_no_clock_makes_anyone_wait_longer_than_the_pause(failed: int, last: int, now: int) -> None:
    assert 0 <= left_ms(Tries(failed, last), now) <= pause_ms(failed)


@given(counts, times)
def test_after_the_pause_the_next_try_is_free(failed: int, last: int) -> None:
    assert left_ms(Tries(failed, last), last + pause_ms(failed)) == 0


@given(counts.filter(lambda failed: failed >= FREE), times)
def test_just_after_a_wrong_one_the_whole_pause_is_left(failed: int, last: int) -> None:
    assert left_ms(Tries(failed, last), last) == pause_ms(failed)


@given(counts, times, times)
def test_a_wrong_one_counts_from_now(failed: int, last: int, now: int) -> None:
    assert one_more(Tries(failed, last), now) == Tries(failed + 1, now)
