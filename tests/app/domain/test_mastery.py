"""The level the evidence adds up to."""

from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId, ObservationId, SkillId, StudentId
from app.domain.mastery import (
    METHODS,
    LevelStep,
    by_time_seen,
    level_steps,
    mastery,
    rests_on,
    tally,
    value_of,
)
from app.domain.observations import Observation
from app.domain.skills import AVERAGE, DECAYING, HIGHEST, MOST_RECENT, N_TIMES, How


def seen(number: int, at: int, level: int | None) -> Observation:
    return Observation(ObservationId(number), ClassId(1), StudentId(2), at, SkillId(3), level)


def looks_at(*levels: int) -> list[Observation]:
    return [seen(n, n, level) for n, level in enumerate(levels)]


def value(how: How, *levels: int) -> Fraction:
    return value_of(tally(looks_at(*levels)), how)


looks = st.lists(
    st.tuples(st.integers(0, 20), st.one_of(st.none(), st.integers(1, 6))), max_size=14
).map(lambda pairs: [seen(n, at, level) for n, (at, level) in enumerate(pairs)])
hows = st.builds(How, st.sampled_from(list(METHODS)), st.integers(1, 99), st.integers(1, 5))


def slowly(evidence: list[Observation], how: How) -> Fraction:
    """Every method as its words say it, over and over the whole list."""
    ordered = sorted(evidence, key=lambda o: (o.seen_at, o.id))
    levels = [o.level for o in ordered if o.level is not None]
    if not levels:
        return Fraction(0)
    newest, earlier = levels[-1], levels[:-1]
    if how.method == MOST_RECENT:
        return Fraction(newest)
    if how.method == HIGHEST:
        return Fraction(max(levels))
    if how.method == AVERAGE:
        return Fraction(sum(levels)) / len(levels)
    if how.method == DECAYING:
        if not earlier:
            return Fraction(newest)
        share = Fraction(how.newest_percent, 100)
        return share * newest + (1 - share) * (Fraction(sum(earlier)) / len(earlier))
    reached = [lv for lv in range(1, 7) if len([x for x in levels if x >= lv]) >= how.times]
    return Fraction(max(reached, default=0))


@pytest.mark.parametrize(
    ("how", "levels", "expected"),
    [
        (How(MOST_RECENT), (1, 3, 2), Fraction(2)),
        (How(HIGHEST), (1, 3, 2), Fraction(3)),
        (How(AVERAGE), (1, 3, 2), Fraction(2)),
        (How(AVERAGE), (2, 3), Fraction(5, 2)),
        (How(DECAYING), (1, 3, 2), Fraction(2)),
        (How(DECAYING), (1, 1, 4), Fraction(295, 100)),
        (How(DECAYING, newest_percent=80), (1, 1, 4), Fraction(34, 10)),
        (How(DECAYING), (4,), Fraction(4)),
        (How(N_TIMES), (3, 2, 3, 4), Fraction(3)),
        (How(N_TIMES), (3, 3), Fraction(0)),
        (How(N_TIMES, times=2), (3, 3), Fraction(3)),
    ],
)
def test_a_worked_example(how: How, levels: tuple[int, ...], expected: Fraction) -> None:
    assert value(how, *levels) == expected


@given(looks, hows)
def test_every_method_equals_the_slow_and_obvious_one(evidence: list[Observation], how: How):
    assert value_of(tally(evidence), how) == slowly(evidence, how)


@given(looks, hows)
def test_the_level_is_the_nearest_to_the_value_and_halves_go_up(evidence, how: How) -> None:
    seen = tally(evidence)
    assert mastery(seen, how) == floor(value_of(seen, how) + Fraction(1, 2))


def test_a_method_nobody_knows_is_taken_as_the_most_recent() -> None:
    assert value(How("of a newer Rondo"), 3, 1) == 1


def test_without_evidence_there_is_no_level() -> None:
    assert mastery(tally([]), How()) == 0
    assert mastery(tally([seen(1, 5, None)]), How(AVERAGE)) == 0


@pytest.mark.parametrize("method", [MOST_RECENT, DECAYING])
def test_a_paper_tick_typed_late_takes_its_true_place(method: str) -> None:
    typed_late = seen(9, at=10, level=1)
    newest = seen(2, at=20, level=4)
    late, in_time = How(method), [seen(1, 10, 1), seen(2, 20, 4)]
    assert value_of(tally([newest, typed_late]), late) == value_of(tally(in_time), late)


def test_of_two_at_the_same_time_the_one_typed_later_counts() -> None:
    assert tally([seen(5, 10, 4), seen(4, 10, 2)]).newest == 4


def test_what_has_no_level_does_not_hide_an_older_level() -> None:
    found = tally([seen(1, 10, 2), seen(2, 20, None)])
    assert (found.newest, found.seen_at) == (2, 10)


@pytest.mark.parametrize(
    ("how", "numbers"),
    [
        (How(MOST_RECENT), [3]),
        (How(HIGHEST), [1]),
        (How(AVERAGE), [0, 1, 2, 3]),
        (How(DECAYING), [0, 1, 2, 3]),
        (How(N_TIMES, times=2), [1, 2]),
    ],
)
def test_a_level_says_which_looks_it_rests_on(how: How, numbers: list[int]) -> None:
    assert [o.id for o in rests_on(looks_at(1, 4, 3, 2), how)] == numbers


@given(looks, hows)
def test_what_it_rests_on_alone_gives_the_same_level(evidence: list[Observation], how: How):
    """Not so for the newest against all before and the average: there every look counts."""
    found = rests_on(evidence, how)
    assert mastery(tally(list(found)), how) == mastery(tally(evidence), how)


def test_steps_say_when_the_level_became_another_one() -> None:
    evidence = [seen(1, 10, 1), seen(2, 20, 1), seen(3, 30, 3), seen(4, 40, 2)]
    assert level_steps(evidence) == (LevelStep(10, 1), LevelStep(30, 3), LevelStep(40, 2))


def test_steps_follow_whatever_method_is_given() -> None:
    evidence = [seen(1, 10, 3), seen(2, 20, 1), seen(3, 30, 4)]
    assert [step.level for step in level_steps(evidence, How(HIGHEST))] == [3, 4]


@given(looks, hows, st.integers(0, 20))
def test_steps_go_on_from_what_was_counted_before(evidence, how: How, since: int) -> None:
    whole = level_steps(evidence, how)
    before = tally([o for o in evidence if o.seen_at < since])
    rest = level_steps([o for o in evidence if o.seen_at >= since], how, before)
    assert [s for s in rest if s.at >= since] == [s for s in whole if s.at >= since]


@given(looks, hows)
def test_the_last_step_is_where_the_student_stands(evidence, how: How) -> None:
    steps = level_steps(evidence, how)
    assert (steps[-1].level if steps else 0) == mastery(tally(evidence), how)


@given(looks, hows, st.randoms())
def test_the_order_of_typing_does_not_matter(evidence, how: How, rng) -> None:
    shuffled = evidence.copy()
    rng.shuffle(shuffled)
    assert tally(shuffled) == tally(evidence)
    assert level_steps(shuffled, how) == level_steps(evidence, how)


@given(looks, hows)
def test_neighbouring_steps_differ_and_go_forward(evidence, how: How) -> None:
    steps = level_steps(evidence, how)
    for one, next_one in pairwise(steps):
        assert one.level != next_one.level
        assert one.at <= next_one.at


@given(looks)
def test_evidence_in_order_is_all_that_has_a_level(evidence: list[Observation]) -> None:
    ordered = by_time_seen(evidence)
    assert {o.id for o in ordered} == {o.id for o in evidence if o.level}
    assert [o.seen_at for o in ordered] == sorted(o.seen_at for o in ordered)
