"""What days bring is counted: visits against the fair share, meetings against the even bound."""

import pytest

from ui.bench.thirty_days import School


@pytest.mark.parametrize("away", [0.0, 0.2])
def test_fair_shares_are_all_the_visits_and_no_plan_is_more_even_than_even(away: float) -> None:
    school = School(12, 1, away, 3)
    for _ in range(4):
        school.day()
    assert sum(school.fair.values()) == pytest.approx(school.visits.total())
    assert school.unfair() <= 2
    made, even = school.repeats()
    assert made >= even
