"""An earlier wish weighs more, and a wish that is not there weighs nothing."""

from dataclasses import astuple
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.wishes import WISHES
from app.planner.brief import Brief, Groups, Station, Student, Weights
from app.planner.solve import Effort, Solver
from app.planner.wishes import waiting, weights_of

TERMS = {
    "owed": "teacher_gap",
    "need": "teacher_gap",
    "ready": "readiness",
    "partners": "repeats",
    "choices": "choices",
    "stable": "stability",
    "even": "balance",
}


@given(st.permutations(WISHES), st.integers(0, 7))
def test_moving_a_wish_forward_never_makes_it_weigh_less(order: list[str], length: int) -> None:
    order = order[:length]
    for place in range(1, len(order)):
        wish = order[place]
        sooner = [*order[: place - 1], wish, order[place - 1], *order[place + 1 :]]
        before, after = (getattr(weights_of(one), TERMS[wish]) for one in (order, sooner))
        assert after >= before > 0


def test_a_wish_left_out_counts_for_nothing() -> None:
    assert weights_of(()) == Weights()
    for wish in WISHES:
        assert sum(one > 0 for one in astuple(weights_of((wish,)))) == 1


@pytest.mark.parametrize("order", [("owed", "owed"), ("money",)])
def test_words_that_are_no_order_are_refused(order: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="order of wishes"):
        weights_of(order)


def test_more_need_or_a_longer_wait_counts_as_waiting_longer() -> None:
    for order in permutations(("owed", "need")):
        assert waiting(order, 3, 1) > waiting(order, 2, 1)
        assert waiting(order, 2, 2) > waiting(order, 2, 1)
    assert waiting(("need", "owed"), 1, 2) > waiting(("owed", "need"), 1, 2)
    assert waiting(("owed",), 4, 3) == 4
    assert waiting((), 4, 3) == 0


def test_the_first_wish_decides_which_plan_is_best() -> None:
    """Two groups of two: either who never met or who are at one level."""
    students = tuple(Student(f"S{i}", {"maths": level}) for i, level in enumerate((1, 1, 4, 4)))
    for order, mates in [(("ready", "partners"), "S1"), (("partners", "ready"), "S2")]:
        brief = Brief(
            name="two wishes",
            rounds=1,
            students=students,
            stations=(Station("A", 0, 4), Station("B", 0, 4)),
            history=(("S0", "S1", 5), ("S2", "S3", 5), ("S0", "S3", 9), ("S1", "S2", 9)),
            weights=weights_of(order),
            groups=Groups(2, 2, 2, "similar", "maths"),
        )
        plan = Solver(brief, 1, lambda: 0.0).run(Effort(2000, 1.0))
        assert plan is not None
        assert plan.groups["S0"] == plan.groups[mates]
