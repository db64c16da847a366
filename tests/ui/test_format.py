"""Times and names as a teacher reads them."""

from datetime import date, datetime

import pytest

from ui.format import ago, class_title, clock_time, day_short, duration


def test_a_class_with_a_number_is_called_class() -> None:
    assert class_title("4B") == "Class 4B"
    assert class_title("Year 4 Oak") == "Year 4 Oak"


def test_a_class_with_an_arabic_name_keeps_to_itself_before_a_number() -> None:
    assert class_title("٤ب") == "Class \u2068٤ب\u2069"
    assert class_title("الرابع") == "\u2068الرابع\u2069"


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (521_000, "08:41"),
        (520_001, "08:41"),
        (0, "00:00"),
        (-42_500, "+0:42"),
        (3_600_000, "60:00"),
    ],
)
def test_a_second_shows_until_it_is_used_up(ms: int, shown: str) -> None:
    assert duration(ms) == shown


def test_days_are_counted_in_words() -> None:
    assert [ago(days) for days in (0, 1, 9)] == ["Today", "1 day", "9 days"]


def test_a_moment_and_a_day() -> None:
    assert clock_time(datetime(2026, 5, 14, 9, 4).astimezone()) == "09:04"
    assert day_short(date(2026, 5, 14)) == "Thu 14 May"
