"""A whole school week of random deeds: nobody is lost, nothing differs, nothing is left behind."""

import pytest

from tests.faults.budget import Budget
from tests.soak.leaks import A_CLASS, FEW, counted, grown
from tests.soak.week import Week

DAYS, LESSONS, DEEDS, SHORT = 5, 4, 70, 25


@pytest.mark.long
def test_after_every_deed_of_a_week_everyone_is_in_one_place_and_nothing_leaks(
    week: Week, budget: Budget
) -> None:
    lessons, mornings = budget.size(LESSONS, 2), []
    for number in range(budget.size(DAYS, 1)):
        week.day(1, lambda: budget.turns(DEEDS, SHORT))
        with week.told():
            week.lessons.look_everywhere()
        before = counted()
        week.day(lessons - 1, lambda: budget.turns(DEEDS, SHORT))
        with week.told():
            assert grown(before, counted(), A_CLASS) == {}
            week.night(number)
            mornings.append(counted())
            assert grown(mornings[0], mornings[-1], FEW) == {}
    assert sum(week.done.values()) > 0
