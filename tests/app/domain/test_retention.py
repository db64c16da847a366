"""A school year starts on the first of August."""

from datetime import date

import pytest

from app.domain.retention import is_over, jottings_before, needs_before, year_start


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 7, 31), date(2025, 8, 1)),
        (date(2026, 8, 1), date(2026, 8, 1)),
        (date(2026, 12, 31), date(2026, 8, 1)),
        (date(2027, 1, 1), date(2026, 8, 1)),
    ],
)
def test_a_school_year_goes_from_august_to_july(day: date, start: date) -> None:
    assert year_start(day) == start


def test_a_class_is_over_from_the_next_first_of_august_on() -> None:
    last = date(2026, 7, 31)
    assert not is_over(last, date(2026, 7, 31))
    assert is_over(last, date(2026, 8, 1))
    assert not is_over(date(2026, 8, 1), date(2026, 8, 1))


def test_a_jotting_is_old_when_a_whole_school_year_lies_between() -> None:
    assert jottings_before(date(2026, 7, 31)) == date(2024, 8, 1)
    assert jottings_before(date(2026, 8, 1)) == date(2025, 8, 1)


def test_a_need_is_old_from_the_next_first_of_august_on() -> None:
    assert needs_before(date(2026, 7, 31)) == date(2025, 8, 1)
    assert needs_before(date(2026, 8, 1)) == date(2026, 8, 1)
