"""A teacher writes down who is out of the room when, changes it and takes it away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.changes import label, made
from app.domain.pull_outs import PullOut
from app.domain.timetable import Timetable
from ui.classes.pull_outs import words
from ui.classes.pull_outs.form import ONCE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rules(page):
    page.show_tab("rules")
    return page.rules


@pytest.fixture
def form(rules):
    return rules.pull_outs.form


def pick(rules, room, *names):
    for name in names:
        QTest.mouseClick(rules.chips[room.student(name).id], LEFT)
    QTest.mouseClick(rules.out_button, LEFT)


def fill(form, reason="Speech", begins="9:40", ends="958", days=(2, 4)):
    form.reason.setText(reason)
    form.begins.setText(begins)
    form.ends.setText(ends)
    for day in days:
        QTest.mouseClick(form.weekdays[day], LEFT)


def lines(rules):
    return [(row.names.text(), row.about.text()) for row in rules.pull_outs.rows]


def test_one_student_and_a_few_words_make_a_weekly_pull_out(rules, form, room):
    assert not rules.out_button.isEnabled()
    pick(rules, room, "Ben")
    assert form.who.text() == "Ben"
    fill(form)
    QTest.keyClick(form.ends, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert lines(rules) == [("Ben, Speech 09:40 to 09:58", "Pull-out · Tue, Thu")]
    assert not any(chip.isChecked() for chip in rules.chips.values())
    room.workspace.undo()
    assert lines(rules) == []


def test_several_students_at_once_each_get_their_own(rules, form, room):
    pick(rules, room, "Ben", "Amara")
    assert form.who.text() == "Amara, Ben"
    fill(form, days=(1, 2, 3, 4, 5))
    form.place.setText("Room 3")
    QTest.mouseClick(form.keep_button, LEFT)
    assert [about for _, about in lines(rules)] == ["Pull-out · Mon to Fri · Room 3"] * 2


def test_once_is_for_one_day_to_be_chosen_from_those_to_come(rules, form, room):
    pick(rules, room, "Ben")
    form.again.set_current(ONCE)
    form.again.picked.emit(ONCE)
    assert not form.weekdays[2].isVisible()
    fill(form, "Dentist", days=())
    form.day.set_current("2026-05-20")
    QTest.mouseClick(form.keep_button, LEFT)
    assert lines(rules) == [("Ben, Dentist 09:40 to 09:58", "Pull-out · Wed 20 May")]


def test_what_is_missing_or_cannot_be_is_said_and_nothing_is_lost(rules, form, room):
    pick(rules, room, "Ben")
    fill(form, begins="soon", days=())
    QTest.mouseClick(form.keep_button, LEFT)
    assert form.begins.has_error()
    assert "both times" in form.problem.text()
    form.begins.setText("9:40")
    QTest.mouseClick(form.keep_button, LEFT)
    assert form.problem.text() == "Pick a weekday or a date. Nothing was changed."
    QTest.mouseClick(form.weekdays[2], LEFT)
    form.ends.setText("9:00")
    QTest.mouseClick(form.keep_button, LEFT)
    assert "Give a later end" in form.problem.text()
    assert (form.reason.text(), form.isVisible()) == ("Speech", True)
    assert room.store.find(PullOut) == ()


def test_two_places_at_once_are_refused_with_names_and_times(rules, form, room):
    pick(rules, room, "Ben")
    fill(form)
    QTest.mouseClick(form.keep_button, LEFT)
    pick(rules, room, "Ben")
    fill(form, "Violin", "9:50", "10:10", (4,))
    QTest.mouseClick(form.keep_button, LEFT)
    assert form.problem.text() == "Ben is out for Speech then, 09:40 to 09:58. Nothing was changed."


def test_one_is_changed_where_it_is_and_the_keyboard_comes_back(rules, form, room):
    pick(rules, room, "Ben")
    fill(form)
    QTest.mouseClick(form.keep_button, LEFT)
    (row,) = rules.pull_outs.rows
    QTest.mouseClick(row.edit_button, LEFT)
    assert (form.reason.text(), form.begins.text(), form.ends.text()) == (
        "Speech",
        "09:40",
        "09:58",
    )
    assert [day for day, chip in form.weekdays.items() if chip.isChecked()] == [2, 4]
    form.ends.setText("10:05")
    QTest.keyClick(form.ends, Qt.Key.Key_Return)
    assert lines(rules) == [("Ben, Speech 09:40 to 10:05", "Pull-out · Tue, Thu")]
    assert row.edit_button.hasFocus()
    QTest.mouseClick(row.remove_button, LEFT)
    assert lines(rules) == []
    assert not rules.pull_outs.box.isVisible()


def test_esc_gives_it_up(rules, form, room):
    pick(rules, room, "Ben")
    fill(form)
    QTest.keyClick(form.ends, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert room.store.find(PullOut) == ()


def test_letters_and_weekdays_are_those_of_the_timetable(rules, form, room):
    pick(rules, room, "Ben")
    assert not form.letter.isVisible()
    QTest.mouseClick(form.cancel_button, LEFT)
    timetable = Timetable(room.ids(), ("A", "B"), anchor="2026-05-11", weekdays=(1, 2, 3, 4, 7))
    room.workspace.edit(label("timetable changed"), made(timetable))
    pick(rules, room, "Ben")
    assert list(form.weekdays) == [1, 2, 3, 4, 7]
    assert form.letter.isVisible()
    form.letter.set_current("B")
    fill(form)
    QTest.mouseClick(form.keep_button, LEFT)
    assert lines(rules)[0][1] == "Pull-out · Tue, Thu · B days"


def test_the_tab_counts_them_with_the_rules(page, rules, form, room):
    pick(rules, room, "Ben")
    fill(form)
    QTest.mouseClick(form.keep_button, LEFT)
    assert page.tabs.segment("rules").accessibleName() == "Rules, 1"
    assert not rules.empty.isVisible()


def test_days_are_named_as_they_are_near():
    today = date(2026, 5, 14)
    named = [words.day(iso, today) for iso in ("2026-05-14", "2026-05-15", "2026-05-20")]
    assert named == ["Today", "Tomorrow", "Wed 20 May"]


def test_every_control_says_what_it_is(rules, form, room):
    pick(rules, room, "Ben")
    for control in (form.reason, form.place, form.begins, form.ends, form.day, form.letter):
        assert control.accessibleName()
    fill(form)
    QTest.mouseClick(form.keep_button, LEFT)
    (row,) = rules.pull_outs.rows
    assert row.remove_button.accessibleName() == "Remove: Ben, Speech 09:40 to 09:58"
