"""Letters of days, holidays, short days, and a letter out of turn."""

from datetime import date, timedelta

import pytest

from app.domain.timetable import BY_DAY, BY_WEEK, LETTER, OFF, SHORT
from tests.ui.times.conftest import TODAY
from ui.times.cycle_part import Cycle


@pytest.mark.parametrize(
    ("cycle", "letter", "next_day", "next_week"),
    [
        (Cycle(("A", "B"), BY_WEEK), "B", "B", "A"),
        (Cycle(("A", "B"), BY_DAY), "B", "A", "A"),
        (Cycle(("1", "2", "3", "4", "5", "6"), BY_DAY), "4", "5", "3"),
    ],
)
def test_the_teacher_says_what_today_is_called(school, cycle, letter, next_day, next_week) -> None:
    part = school.page.cycle
    part.cycle.picked.emit(cycle)
    assert school.calendar.letter(TODAY) == cycle.letters[0]
    part.today.picked.emit(letter)
    days = (TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=7))
    assert [school.calendar.letter(day) for day in days] == [letter, next_day, next_week]
    part.cycle.picked.emit(Cycle((), BY_WEEK))
    assert school.calendar.letter(TODAY) == ""
    assert not part.today.isVisible()


def test_another_school_week_leaves_today_its_letter(school) -> None:
    part = school.page.cycle
    part.cycle.picked.emit(Cycle(("1", "2", "3"), BY_DAY))
    part.today.picked.emit("2")
    part.weekdays.chips[5].click()
    assert school.calendar.timetable.weekdays == (1, 2, 3, 4)
    assert school.calendar.letter(TODAY) == "2"


def test_the_last_weekday_stays(school) -> None:
    for number in (1, 2, 3, 4, 5):
        school.page.cycle.weekdays.chips[number].click()
    assert school.calendar.timetable.weekdays == (5,)


def test_holidays_have_a_first_and_a_last_day_and_a_name(school, qtbot) -> None:
    special = school.page.special
    special.first.number.set_value(25)
    special.first.changed.emit()
    assert special.last.day() == date(2026, 5, 25)
    special.last.number.set_value(29)
    qtbot.keyClicks(special.name, "Half term")
    special.add_button.click()
    (kept,) = school.calendar.specials
    assert (kept.kind, kept.day, kept.until) == (OFF, "2026-05-25", "2026-05-29")
    (row,) = special.rows
    assert (row.when.text(), row.what.text()) == (
        "Mon 25 May to Fri 29 May",
        "No school: Half term",
    )
    row.remove_button.click()
    assert school.calendar.specials == ()


def test_a_short_day_today_takes_three_clicks(school) -> None:
    special = school.page.special
    special.kind.set_current(SHORT)
    special.kind.picked.emit(SHORT)
    assert special.begins.text() == "08:30"
    special.add_button.click()
    assert [time.minutes for time in school.calendar.times(TODAY)] == [30] * 6
    assert school.calendar.times(TODAY)[1].begins == 9 * 60 + 10
    (row,) = special.rows
    assert row.what.text() == "Short day: 6 periods of 30 min or less, from 08:30"


def test_a_day_is_given_a_letter_by_hand(school) -> None:
    special = school.page.special
    assert len(special.kind.findChildren(type(special.kind.segment(OFF)))) == 2
    school.times.set_cycle(("A", "B"), BY_DAY, TODAY)
    special.kind.set_current(LETTER)
    special.kind.picked.emit(LETTER)
    special.letter.set_current("B")
    special.add_button.click()
    assert school.calendar.letter(TODAY) == "B"


def test_a_shorter_month_has_no_day_too_many(school) -> None:
    field = school.page.special.first
    field.show_day(date(2026, 5, 31), TODAY)
    field.month.set_current(2026 * 12 + 5)
    field.month.picked.emit(2026 * 12 + 5)
    assert field.day() == date(2026, 6, 30)
