"""Stretches of time a teacher asks by."""

from datetime import UTC, datetime

import pytest

from app.domain.times_back import BEFORE, MONTH, TODAY, WEEK, YEAR, months_back, stretch

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)


def day(*date: int) -> int:
    return int(datetime(*date, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("key", "start"),
    [
        (TODAY, (2026, 5, 14)),
        (WEEK, (2026, 5, 8)),
        (MONTH, (2026, 4, 15)),
        (YEAR, (2025, 8, 1)),
    ],
)
def test_it_begins_at_midnight_and_ends_now(key: str, start: tuple[int, ...]) -> None:
    assert stretch(key, NOW) == (day(*start), day(2026, 5, 14, 9, 47) + 1)


def test_earlier_years_end_where_this_one_begins() -> None:
    assert stretch(BEFORE, NOW) == (None, day(2025, 8, 1))
    assert stretch(BEFORE, NOW.replace(month=9)) == (None, day(2026, 8, 1))


def test_a_month_is_all_of_its_days() -> None:
    assert stretch("2026-02-01", NOW) == (day(2026, 2, 1), day(2026, 3, 1))
    assert stretch("2025-12-01", NOW) == (day(2025, 12, 1), day(2026, 1, 1))


def test_the_months_of_a_year_are_offered_the_newest_first() -> None:
    months = months_back(NOW.date())
    assert [month.isoformat() for month in months[:6]] == [
        "2026-05-01", "2026-04-01", "2026-03-01", "2026-02-01", "2026-01-01", "2025-12-01",
    ]  # fmt: skip
    assert months[-1].isoformat() == "2025-06-01"


def test_any_time_is_open() -> None:
    assert stretch("", NOW) == (None, None)
