"""Weeks, days and what a day was."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.term import (
    AWAY,
    NO_LESSON,
    SEEN,
    UNSEEN,
    CoverageRow,
    DayMark,
    StrandGrowth,
    mark,
    mondays,
    school_days,
)

THURSDAY = date(2026, 5, 14)


def test_weeks_are_mondays_and_this_one_is_the_last() -> None:
    assert mondays(THURSDAY, 2) == (date(2026, 5, 4), date(2026, 5, 11))


def test_days_are_those_of_school_and_any_that_were_used() -> None:
    saturday = date(2026, 5, 9)
    days = school_days(mondays(THURSDAY, 2), [saturday, date(2026, 4, 1)], THURSDAY)
    assert days[0] == date(2026, 5, 4)
    assert days[-1] == THURSDAY
    assert saturday in days
    assert len(days) == 10


def test_a_look_says_that_the_student_was_there() -> None:
    assert mark(2, taught=True, here=False) == DayMark(SEEN, 2)
    assert mark(0, taught=True, here=True).state == UNSEEN
    assert mark(0, taught=True, here=False).state == AWAY
    assert mark(0, taught=False, here=False).state == NO_LESSON


def test_days_here_are_those_seen_and_those_not_seen() -> None:
    marks = tuple(map(DayMark, (SEEN, UNSEEN, AWAY, NO_LESSON, SEEN)))
    row = CoverageRow(1, "Amara", "Amara Okafor", marks)
    assert (row.days_seen, row.days_here) == (2, 3)


def test_the_secure_share_is_of_all_cells() -> None:
    growth = StrandGrowth("Number", ((2, 0, 0, 1, 1), (0, 0, 0, 0, 0)))
    assert growth.secure_share(0, 3) == 0.5
    assert growth.secure_share(1, 3) == 0.0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_every_week_has_its_school_days_and_nothing_lies_ahead(today, weeks) -> None:
    shown = mondays(today, weeks)
    days = school_days(shown, (), today)
    assert len(shown) == weeks
    assert all(monday.weekday() == 0 for monday in shown)
    assert max(days, default=today) <= today
    assert len(days) == 5 * (weeks - 1) + min(5, today.weekday() + 1)
