"""A lesson takes as many rounds as the minutes hold."""

import pytest

from app.domain.in_time import fitted, rounds_that_fit, whole_seconds
from app.domain.lessons import Lesson


def lesson(**changes: int) -> Lesson:
    said = {"rounds": 4, "round_seconds": 720, "transition_seconds": 120, "warning_seconds": 60}
    return Lesson(1, 1, "2026-05-14", "Maths", "", "", (1, 2, 3, 4), **{**said, **changes})


@pytest.mark.parametrize(("minutes", "rounds"), [(54, 4), (53, 3), (40, 3), (38, 2), (12, 1)])
def test_as_many_rounds_as_fit_with_the_moving_between_them(minutes: int, rounds: int) -> None:
    shaped = fitted(lesson(), minutes, 4)
    assert shaped is not None
    assert (shaped.rounds, shaped.round_seconds) == (rounds, 720)
    assert whole_seconds(shaped) <= minutes * 60
    assert rounds_that_fit(minutes, 12, 2) == rounds


def test_no_more_rounds_than_are_wanted() -> None:
    shaped = fitted(lesson(), 90, 4)
    assert shaped is not None
    assert shaped.rounds == 4


def test_where_not_one_fits_there_is_a_short_one_with_its_warning_in_it() -> None:
    shaped = fitted(lesson(warning_seconds=300), 8, 4)
    assert shaped is not None
    assert (shaped.rounds, shaped.round_seconds, shaped.warning_seconds) == (1, 480, 240)


def test_in_the_last_minutes_nothing_is_begun() -> None:
    assert fitted(lesson(), 4, 4) is None
