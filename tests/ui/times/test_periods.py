"""The periods of a day: laid out at once, and changed one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.day_time import write_minute
from tests.ui.times.conftest import School


def spans(school: School) -> list[str]:
    return [
        f"{p.name} {write_minute(p.begins)}–{write_minute(p.ends)}" for p in school.calendar.periods
    ]


@pytest.mark.parametrize(
    ("preset", "count", "first", "last"),
    [
        ("six", 6, "1 08:30–09:20", "6 14:05–14:55"),
        ("seven", 7, "1 08:30–09:15", "7 14:10–14:55"),
        ("eight", 8, "1 08:30–09:10", "8 14:25–15:05"),
        ("block", 4, "1 08:30–09:55", "4 13:50–15:15"),
    ],
)
def test_a_day_is_laid_out_in_one_step(qtbot, theme, preset, count, first, last) -> None:
    school = School(qtbot, theme, periods=0)
    form = school.page.periods.form
    form.preset.picked.emit(preset)
    form.lay_button.click()
    told = spans(school)
    assert (len(told), told[0], told[-1]) == (count, first, last)
    school.room.workspace.undo()
    assert spans(school) == []


def test_what_would_end_after_midnight_is_refused_in_words(qtbot, theme) -> None:
    school = School(qtbot, theme, periods=0)
    form = school.page.periods.form
    form.first.show_minute(22 * 60)
    form.lay_button.click()
    assert school.page.note.isVisible()
    assert spans(school) == []


def test_it_says_what_goes_when_a_class_is_in_the_old_periods(school) -> None:
    warning = "This takes the place of the periods there are, with the classes in them."
    form = school.page.periods.form
    assert warning not in [w.text() for w in _shown(form)]
    school.cell(0, 0).click()
    assert warning in [w.text() for w in _shown(form)]


def _shown(form):
    return [label for label in form.findChildren(QLabel) if label.isVisibleTo(form)]


def test_times_and_names_are_changed_where_they_stand(school, qtbot) -> None:
    period = school.calendar.periods[0]
    row = school.page.periods.rows.row(period.id)
    row.ends.setText("9.30")
    qtbot.keyClick(row.ends, Qt.Key.Key_Return)
    row.name.selectAll()
    qtbot.keyClicks(row.name, "Assembly")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert spans(school)[0] == "Assembly 08:30–09:30"


def test_a_period_that_ends_before_it_begins_is_refused_and_marked(school, qtbot) -> None:
    row = school.page.periods.rows.row(school.calendar.periods[0].id)
    row.ends.setText("8:00")
    qtbot.keyClick(row.ends, Qt.Key.Key_Return)
    assert school.page.note.isVisible()
    assert spans(school)[0] == "1 08:30–09:20"
    row.ends.setText("9:20")
    qtbot.keyClick(row.ends, Qt.Key.Key_Return)
    assert not school.page.note.isVisible()


def test_a_period_may_be_on_some_weekdays_only_and_all_are_said_by_none(school) -> None:
    row = school.page.periods.rows.row(school.calendar.periods[5].id)
    row.days.chips[5].click()
    assert school.calendar.periods[5].weekdays == (1, 2, 3, 4)
    row.days.chips[5].click()
    assert school.calendar.periods[5].weekdays == ()


def test_one_more_comes_after_the_last_and_one_less_is_a_click(school) -> None:
    school.page.periods.add_button.click()
    assert spans(school)[-1] == "7 14:25–15:15"
    school.page.periods.rows.row(school.calendar.periods[6].id).remove_button.click()
    assert len(spans(school)) == 6
