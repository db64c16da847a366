"""How long steps can be undone, and when a refused write is tried again."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.backoff import MOMENT_MS, over, pause_ms
from app.domain.journal import DAY_MS, KEPT_MS, KEPT_STEPS, forget_before

NOW = 4_000 * DAY_MS


def test_a_school_year_is_kept() -> None:
    ats = [NOW - n for n in range(KEPT_STEPS)]
    assert forget_before(ats, NOW) == NOW - KEPT_MS


def test_the_newest_thousand_are_kept_however_old_they_are() -> None:
    ats = [NOW - 3 * KEPT_MS - n for n in range(KEPT_STEPS)]
    assert forget_before(ats, NOW) == ats[-1]


def test_of_few_steps_none_are_forgotten() -> None:
    assert forget_before([1] * (KEPT_STEPS - 1), NOW) == 0


@given(st.lists(st.integers(0, 2 * NOW), min_size=KEPT_STEPS, max_size=KEPT_STEPS))
def test_none_of_the_newest_thousand_is_ever_before_it(ats: list[int]) -> None:
    assert min(ats) >= forget_before(ats, NOW)


def test_the_pauses_grow_and_end() -> None:
    pauses = [pause_ms(tried) for tried in range(100)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 100
    assert pauses[-1] == 30_000


def test_a_moment_is_two_seconds() -> None:
    assert not over(MOMENT_MS - 1)
    assert over(MOMENT_MS)
