"""The timetable as a table: its columns, what lies in a cell, and where a cycle begins."""

from datetime import date, timedelta

import pytest

from app.domain.ids import ClassId, PeriodId, SlotId, TimetableId
from app.domain.school_day import SchoolCalendar
from app.domain.timetable import BY_DAY, BY_WEEK, Period, Slot, Timetable
from app.domain.week_table import (
    DayColumn,
    anchor_for,
    day_columns,
    in_the_way,
    slots_at,
    takes_place,
    week_letters,
)

TODAY = date(2026, 5, 14)
FIRST = Period(PeriodId(1), "1", 510, 560)


def slot(number: int, weekday: int, letter: str = "") -> Slot:
    return Slot(SlotId(number), ClassId(1), FIRST.id, weekday, letter)


def calendar(turn: str, letters: tuple[str, ...], *slots: Slot) -> SchoolCalendar:
    return SchoolCalendar(Timetable(TimetableId(1), letters, turn), (FIRST,), slots)


def test_weekdays_are_columns_and_one_without_school_that_has_a_class_too() -> None:
    found = day_columns(calendar(BY_WEEK, ("A", "B"), slot(1, 6)))
    assert [column.weekday for column in found] == [1, 2, 3, 4, 5, 6]
    assert week_letters(Timetable(TimetableId(1), ("A", "B"), BY_WEEK)) == ("A", "B")


def test_where_days_go_by_letters_those_are_columns() -> None:
    school = calendar(BY_DAY, ("1", "2"), slot(1, 0, "2"), slot(2, 3))
    assert day_columns(school) == (DayColumn(0, "1"), DayColumn(0, "2"), DayColumn(3))
    there = [slots_at(school, FIRST, column) for column in day_columns(school)]
    assert [[s.id for s in cell] for cell in there] == [[], [1], [2]]
    assert week_letters(school.timetable) == ()


def test_a_class_of_every_day_is_in_every_column() -> None:
    school = calendar(BY_WEEK, ("A", "B"), slot(1, 0), slot(2, 0, "B"))
    assert all(len(slots_at(school, FIRST, c)) == 2 for c in day_columns(school))


def test_only_what_holds_in_the_same_weeks_is_in_the_way() -> None:
    every, a, b = slot(1, 1), slot(2, 1, "A"), slot(3, 1, "B")
    assert in_the_way(slot(9, 1, "A"), (every, a, b)) == (every, a)
    assert in_the_way(slot(9, 1), (every, a, b)) == (every, a, b)


def test_a_period_of_some_weekdays_is_on_no_others() -> None:
    some = Period(PeriodId(2), "6", 800, 850, (1, 2))
    assert takes_place(some, DayColumn(2))
    assert not takes_place(some, DayColumn(5))
    assert takes_place(some, DayColumn(0, "A"))


@pytest.mark.parametrize("turn", [BY_WEEK, BY_DAY])
@pytest.mark.parametrize("letter", ["A", "B", "C"])
@pytest.mark.parametrize("ahead", range(7))
def test_any_day_can_be_given_any_letter(turn: str, letter: str, ahead: int) -> None:
    letters, day = ("A", "B", "C"), TODAY + timedelta(days=ahead)
    begin = anchor_for(calendar(turn, ()), letters, turn, day, letter)
    timetable = Timetable(TimetableId(1), letters, turn, begin.isoformat())
    assert SchoolCalendar(timetable).letter(day) == letter
