"""A teacher changes who is in a class and what it is called."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.names import PersonName
from ui.classes.class_page import TABS

LEFT = Qt.MouseButton.LeftButton


def fill(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_student_is_renamed_in_place_with_f2(page, room, qtbot) -> None:
    ben = room.student("Ben")
    row = page.students.rows.row(ben.id)
    qtbot.keyClick(row, Qt.Key.Key_F2)
    fill(qtbot, row.form.preferred, "Benny")
    qtbot.keyClick(row.form.preferred, Qt.Key.Key_Return)

    assert room.student("Benny").id == ben.id
    assert "Benny" in row.board.text()


def test_a_double_click_opens_the_names_and_escape_leaves_them(page, room, qtbot) -> None:
    row = page.students.rows.row(room.student("Ben").id)
    qtbot.mouseDClick(row, LEFT)
    fill(qtbot, row.form.given, "Xaver")
    qtbot.keyClick(row.form.given, Qt.Key.Key_Escape)
    assert room.student("Ben").given == "Ben"
    assert not row.form.isVisible()


def test_a_name_may_not_be_left_empty(page, room, qtbot) -> None:
    row = page.students.rows.row(room.student("王梓涵").id)
    row.edit()
    fill(qtbot, row.form.given, " ")
    qtbot.keyClick(row.form.given, Qt.Key.Key_Return)
    assert row.form.given.has_error()
    assert room.student("王梓涵").given == "王梓涵"


def test_a_student_taken_off_the_list_comes_back_by_undo(page, room, qtbot) -> None:
    ben = room.student("Ben")
    qtbot.mouseClick(page.students.rows.row(ben.id).off_button, LEFT)
    assert ben not in room.classes.students(room.class_id)

    room.workspace.undo()

    assert page.students.rows.row(ben.id).isVisible()


def test_students_are_added_one_after_the_other(page, room, qtbot) -> None:
    qtbot.mouseClick(page.students.add_button, LEFT)
    for name in ("Zuzanna", "Yusuf"):
        qtbot.keyClicks(page.students.form.given, name)
        qtbot.keyClick(page.students.form.given, Qt.Key.Key_Return)
    assert room.student("Zuzanna").given == "Zuzanna"
    assert room.student("Yusuf").given == "Yusuf"


def test_a_long_name_and_names_of_any_script_are_shown_whole(page, room) -> None:
    long = "Anneliese-Marie Wilhelmine Katharina Josephine"
    student = room.classes.add_student(room.class_id, PersonName("", long, "von und zu Hohenlohe"))
    row = page.students.rows.row(student.id)
    assert row.full.text() == f"{long} von und zu Hohenlohe"
    assert row.full.textFormat() == Qt.TextFormat.PlainText


def test_the_way_to_import_is_asked_for(page, qtbot) -> None:
    with qtbot.waitSignal(page.import_wanted):
        page.students.import_button.click()


def test_class_and_subject_are_renamed(page, room, qtbot) -> None:
    page.edit_button.click()
    fill(qtbot, page.form.name, "4C")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    assert room.classes.school_class(room.class_id).name == "4C"
    assert not page.form.isVisible()


def test_the_board_speaks_the_language_picked_for_the_class(page, room) -> None:
    page.edit_button.click()
    assert page.form.language.current() == ""
    page.form.language.setCurrentIndex(page.form.language.findText("Board: Español"))
    page.form.language.activated.emit(page.form.language.currentIndex())
    assert room.classes.school_class(room.class_id).language == "es"
    page.edit_button.click()
    assert page.form.language.current() == "es"
    page.new_button.click()
    assert not page.form.language.isVisible()


def test_a_new_class_comes_with_stations_and_is_shown(page, room, qtbot) -> None:
    page.new_button.click()
    fill(qtbot, page.form.name, "5A")
    with qtbot.waitSignal(page.class_picked) as picked:
        qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    page.show_class(picked.args[0])
    assert len(room.stations.stations(picked.args[0])) == 5
    assert page.switcher.isVisible()
    assert page.students.empty.isVisible()


def test_a_class_without_a_name_is_not_made(page, room, qtbot) -> None:
    page.new_button.click()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    assert page.form.name.has_error()
    assert len(room.classes.classes()) == 1


def test_a_class_is_put_away_and_another_is_shown(page, room, qtbot) -> None:
    other = room.classes.create("5A")
    page.edit_button.click()
    with qtbot.waitSignal(page.class_picked) as picked:
        page.form.away_button.click()
    assert picked.args == [other.id]
    assert room.classes.classes() == (other,)


def test_must_do_and_the_next_task_are_set_where_the_station_is(page, room, qtbot) -> None:
    page.show_tab("stations")
    table, games = room.stations.stations(room.class_id)[:2]
    card = page.stations.rows.row(games.id)
    qtbot.mouseClick(card.must_do, LEFT)
    fill(qtbot, card.next_task, "Read on")
    qtbot.keyClick(card.next_task, Qt.Key.Key_Return)
    kept = room.stations.stations(room.class_id)[1]
    assert (kept.must_do, kept.next_task) == (True, "Read on")
    own = page.stations.rows.row(table.id).must_do
    assert own.isChecked(), "the teacher's table always is"
    assert not own.isEnabled()


def test_picked_students_are_kept_apart_and_the_rule_can_go(page, room, qtbot) -> None:
    page.show_tab("rules")
    assert not page.rules.apart_button.isEnabled()
    pair = [room.student("Amara").id, room.student("Ben").id]
    for student in pair:
        qtbot.mouseClick(page.rules.chips[student], LEFT)

    qtbot.mouseClick(page.rules.apart_button, LEFT)

    (rule,) = room.classes.rules(room.class_id)
    assert (rule.kind, set(rule.student_ids)) == ("apart", set(pair))
    row = page.rules.rows.row(rule.id)
    assert row.names.text() == "Amara, Ben"
    qtbot.mouseClick(row.remove_button, LEFT)
    assert room.classes.rules(room.class_id) == ()


def test_a_rule_names_only_who_is_still_in_the_class(page, room) -> None:
    trio = [room.student(name).id for name in ("Amara", "Ben", "王梓涵")]
    rule = room.classes.keep_together(room.class_id, trio)
    room.classes.take_off([trio[1]])
    assert page.rules.rows.row(rule.id).names.text() == "Amara, 王梓涵"


def test_a_rule_names_a_guest_of_another_class_in_full(page, room) -> None:
    other = room.classes.create("4C", "Maths").id
    guest = room.classes.add_student(other, PersonName("", "Gita", "Rao"))
    rule = room.classes.keep_apart(room.class_id, (room.student("Amara").id, guest.id))
    page.show_tab("rules")
    assert page.rules.rows.row(rule.id).names.text() == "Amara, Gita Rao"


def test_every_control_says_what_it_is(page) -> None:
    for tab in ("students", "stations", "skills", "rules", "tags"):
        page.show_tab(tab)
        stops = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        silent = [
            widget
            for widget in stops
            if not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert stops
        assert silent == []


def test_tab_reaches_the_tabs_before_what_is_on_them(page) -> None:
    stop = page.times_button
    for key in TABS:
        stop = stop.nextInFocusChain()
        assert stop is page.tabs.segment(key)


def test_a_count_that_changes_leaves_the_keyboard_on_its_tab(page, room, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.tabs.segment("students").setFocus()
    room.classes.take_off([room.student("Ben").id])
    assert page.tabs.segment("students").hasFocus()


def test_leaving_the_form_brings_the_keyboard_back_to_its_button(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for button in (page.edit_button, page.new_button):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert page.form.isAncestorOf(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
        assert button.hasFocus()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 568), (2.0, 1222)])
def test_the_header_fits_a_small_screen(page, room, theme, scale, width) -> None:
    room.classes.create("5C", "Art")
    page.show_class(room.class_id)
    theme.choose(scale=scale)
    page.resize(width, 700)
    header = page.header
    assert page.times_button.accessibleName() == "Timetable"
    assert header.minimumSizeHint().width() <= page.width()
    page.resize(int(760 * scale), 700)
    assert page.times_button.label() == "Timetable"
