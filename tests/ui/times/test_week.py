"""Classes are put in the week by clicks or keys, and taken out the same way."""

import pytest
from PySide6.QtCore import Qt

from app.domain.timetable import BY_DAY
from tests.ui.times.conftest import TODAY, School


def lines(school: School, row: int, column: int):
    return school.cell(row, column).lines


def test_a_click_puts_the_class_in_and_another_takes_it_out(school) -> None:
    school.cell(1, 0).click()
    assert lines(school, 1, 0) == (("4B", "Maths"),)
    assert school.cell(1, 0).accessibleName() == "Monday, period 2, 09:30 to 10:20: 4B, Maths"
    school.cell(1, 0).click()
    assert lines(school, 1, 0) == ()
    assert school.cell(1, 0).accessibleName() == "Monday, period 2, 09:30 to 10:20: free"
    school.room.workspace.undo()
    assert lines(school, 1, 0) == (("4B", "Maths"),)


def test_another_class_takes_the_place_in_one_step(school) -> None:
    school.cell(0, 0).click()
    school.page.week.choose_class(school.five_c.id)
    school.cell(0, 0).click()
    assert lines(school, 0, 0) == (("5C", "Art"),)
    school.room.workspace.undo()
    assert lines(school, 0, 0) == (("4B", "Maths"),)


def test_a_class_may_have_another_subject_then(school, qtbot) -> None:
    qtbot.keyClicks(school.page.week.subject, "Reading ")
    school.cell(2, 4).click()
    (slot,) = school.calendar.slots
    assert (slot.subject, slot.weekday) == ("Reading", 5)
    assert lines(school, 2, 4) == (("4B", "Reading"),)


def test_in_weeks_that_take_turns_two_classes_share_a_time(school) -> None:
    school.times.set_cycle(("A", "B"), anchor=TODAY)
    week = school.page.week
    assert week.letter.isVisible()
    week.letter.set_current("A")
    school.cell(0, 0).click()
    week.choose_class(school.five_c.id)
    week.letter.set_current("B")
    school.cell(0, 0).click()
    assert lines(school, 0, 0) == (("A · 4B", "Maths"), ("B · 5C", "Art"))
    week.letter.set_current("")
    school.cell(0, 0).click()
    assert lines(school, 0, 0) == (("5C", "Art"),)


def test_a_class_of_every_week_keeps_the_weeks_the_new_one_has_not(school) -> None:
    school.times.set_cycle(("A", "B"), anchor=TODAY)
    week = school.page.week
    school.cell(0, 0).click()
    week.choose_class(school.five_c.id)
    week.letter.set_current("B")
    school.cell(0, 0).click()
    assert lines(school, 0, 0) == (("A · 4B", "Maths"), ("B · 5C", "Art"))
    school.room.workspace.undo()
    assert lines(school, 0, 0) == (("4B", "Maths"),)


def test_where_days_go_by_letters_they_are_the_columns(school) -> None:
    school.times.set_cycle(("1", "2", "3"), BY_DAY, TODAY)
    assert not school.page.week.letter.isVisible()
    school.cell(0, 2).click()
    (slot,) = school.calendar.slots
    assert (slot.weekday, slot.letter) == (0, "3")
    assert school.cell(0, 2).accessibleName().startswith("Day 3, period 1")
    assert lines(school, 0, 1) == ()


def test_what_was_put_in_by_weekday_stays_in_sight_when_days_get_letters(school) -> None:
    school.cell(0, 1).click()
    school.times.set_cycle(("1", "2"), BY_DAY, TODAY)
    assert lines(school, 0, 2) == (("4B", "Maths"),)


def test_the_keyboard_alone_fills_the_week(school, qtbot) -> None:
    school.cell(0, 0).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(school.page.focusWidget(), key)
    assert lines(school, 1, 1) == (("4B", "Maths"),)
    assert school.cell(1, 1).hasFocus()
    qtbot.keyClick(school.cell(1, 1), Qt.Key.Key_Delete)
    assert lines(school, 1, 1) == ()
    stops = [c for c in school.page.week.grid.cells.values() if c.focusPolicy().value & 1]
    assert stops == [school.cell(1, 1)]


@pytest.mark.parametrize(
    ("direction", "key"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left),
    ],
)
def test_arrows_go_where_they_point(school, qtbot, direction, key) -> None:
    school.page.setLayoutDirection(direction)
    school.cell(0, 0).setFocus()
    qtbot.keyClick(school.cell(0, 0), key)
    assert school.cell(0, 1).hasFocus()


def test_a_period_that_is_not_on_a_weekday_takes_no_class_then(school, qtbot) -> None:
    row = school.page.periods.rows.row(school.calendar.periods[5].id)
    row.days.chips[5].click()
    assert not school.cell(5, 4).isEnabled()
    school.cell(4, 4).setFocus()
    qtbot.keyClick(school.cell(4, 4), Qt.Key.Key_Down)
    assert school.cell(4, 4).hasFocus()


def test_without_periods_the_page_begins_with_them(qtbot, theme) -> None:
    school = School(qtbot, theme, periods=0)
    assert school.page.tabs.current() == "periods"
    school.page.show_tab("week")
    school.page.week.periods_button.click()
    assert school.page.tabs.current() == "periods"
    school.page.periods.form.lay_button.click()
    assert len(school.calendar.periods) == 6
    assert not school.page.week.periods_button.isVisibleTo(school.page.week)
