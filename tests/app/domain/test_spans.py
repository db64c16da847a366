"""A stretch of the lesson knows how long the clock ran in it, and when."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.spans import Span, left_for

ROUND_1, MOVE_2, ROUND_2 = (
    Span(1, False, 0, 100),
    Span(2, True, 100, 120),
    Span(2, False, 120, None),
)


def test_rests_do_not_count() -> None:
    span = Span(1, False, 0, None).halted(10).resumed(30)
    assert span.ran_ms(40) == 20
    assert span.halted(40).ran_ms(90) == 20
    assert span.halted(40).closed(50).ran_ms(90) == 20


def test_the_moment_at_which_it_had_run_so_long_skips_the_rests() -> None:
    span = Span(1, False, 0, None).halted(10).resumed(30)
    assert (span.when_run(5), span.when_run(10), span.when_run(15)) == (5, 10, 35)
    assert span.halted(40).when_run(25) is None
    assert span.closed(40).when_run(25) is None


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50)), max_size=5), st.integers(0, 300))
def test_when_it_had_run_so_long_it_had_run_so_long(rests: list[tuple[int, int]], ms: int) -> None:
    span, at = Span(1, False, 7, None), 7
    for run, stand in rests:
        span, at = span.halted(at + run), at + run + stand
        span = span.resumed(at)
    when = span.when_run(ms)
    assert when is not None
    assert span.ran_ms(when) == ms
    assert span.shifted(-500).when_run(ms) == when - 500


def test_a_round_follows_the_one_before_with_or_without_a_transition() -> None:
    assert left_for([ROUND_1, MOVE_2], 1) == 0
    assert left_for([ROUND_1, MOVE_2, ROUND_2], 2) == 0
    assert left_for([ROUND_1, ROUND_2], 1) == 0


def test_a_round_that_is_begun_again_or_gone_back_to_follows_nothing() -> None:
    assert left_for([ROUND_1], 0) is None
    assert left_for([ROUND_1, MOVE_2, ROUND_2, ROUND_2], 3) is None
    assert left_for([ROUND_1, MOVE_2, ROUND_2, ROUND_1], 3) is None
    assert left_for([ROUND_1, MOVE_2, ROUND_1], 2) is None
