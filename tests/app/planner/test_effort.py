"""Steps decide what is found; a clock only ends a search, and the search says so then."""

from collections.abc import Callable
from itertools import count

import pytest

from app.planner.answer import answer
from app.planner.brief import Brief
from app.planner.solve import Effort, Solver, effort_of
from tests.app.planner.test_huge import crowd


def clock(step: float) -> Callable[[], float]:
    """One that is so much later whenever it is looked at."""
    ticks = count()
    return lambda: next(ticks) * step


@pytest.fixture(params=[False, True], ids=["alone", "groups"])
def asked(request) -> Brief:
    return crowd(grouped=request.param, students=24, stations=4)


def test_a_busy_computer_finds_the_same_plan(asked: Brief) -> None:
    found = [answer(asked, 3, 0.05, clock(step)) for step in (0.0, 1e-6, 1e-5)]
    assert found[0].plan is not None
    assert not any(one.ended_early for one in found)
    assert found[0].plan == found[1].plan == found[2].plan


def test_a_search_that_is_late_says_so(asked: Brief) -> None:
    found = answer(asked, 3, 1.0, clock(0.1))
    assert found.plan is not None
    assert found.ended_early


def test_more_time_is_more_steps(asked: Brief) -> None:
    assert effort_of(asked, 2.0).steps > 1.9 * effort_of(asked, 1.0).steps


def test_without_a_plan_a_search_is_patient_for_so_many_steps(asked: Brief) -> None:
    found = Solver(asked, 1, clock(0.0))
    assert found.run(Effort(4_000, 1.0), patience=1) is not None
