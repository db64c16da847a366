"""Selecting, moving by click, menus, and what the page tells others."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, GAMES, LEILA, TABLE, TABLETS
from ui.live.here.away import REST, AwayPopover

popups = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_click_selects_a_card_and_the_next_one_instead(stage, qtbot):
    with qtbot.waitSignal(stage.page.selected) as first:
        stage.click(stage.card(AMARA))
    with qtbot.waitSignal(stage.page.selected) as second:
        stage.click(stage.card(CHIDI))
    assert (first.args, second.args) == ([AMARA], [CHIDI])
    assert [stage.card(s).isChecked() for s in (AMARA, CHIDI)] == [False, True]


def test_a_click_on_free_seats_brings_the_selected_student(stage):
    stage.click(stage.card(CHIDI))
    stage.click(stage.column(GAMES).list.free_seats)
    assert stage.room.where(CHIDI) == GAMES
    assert stage.page.selection.student == CHIDI


def test_a_click_on_the_head_of_a_station_does_too(stage):
    stage.click(stage.card(CHIDI))
    stage.click(stage.column(TABLE).head)
    assert stage.room.where(CHIDI) == TABLE


def test_a_click_on_free_seats_without_a_student_says_what_to_do_first(stage):
    stage.click(stage.column(TABLE).list.free_seats)
    assert stage.page.say.said == "Select a student first."


def test_free_seats_name_the_student_they_would_take(stage):
    stage.click(stage.card(CHIDI))
    seats = stage.column(TABLE).list.free_seats
    assert (seats.label(), seats.toolTip()) == ("2 free seats", "Move Chidi here")
    assert stage.column(GAMES).list.free_seats.label() == "1 free seat"
    assert stage.column(TABLETS).list.free_seats.isHidden()


def test_a_student_who_leaves_the_room_is_selected_no_more(stage, qtbot):
    stage.click(stage.card(AMARA))
    with qtbot.waitSignal(stage.page.selected) as left:
        stage.room.moves.mark(stage.room.scene, AMARA, "absent")
    assert left.args == [None]


def test_the_selection_survives_a_move_and_a_new_round(stage):
    stage.click(stage.card(AMARA))
    stage.room.live.next(stage.room.session)
    assert stage.page.selection.student == AMARA
    assert stage.card(AMARA).isChecked()
    assert stage.column(GAMES).list.free_seats.toolTip() != "Move Amara here"


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def pick(menu, text):
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_menu_of_a_card_says_what_can_be_done(stage):
    menu = stage.page.deeds.menu(AMARA)
    assert texts(menu) == [
        "Move to",
        "Swap with",
        "Move…",
        "Here",
        "Absent",
        "Late",
        "Away until…",
        "Flag",
        "Student page",
    ]
    stations = menu.actions()[0].menu()
    assert texts(stations) == [
        "Table  2/4",
        "Games  2/3 · Keep apart: Leila",
        "Tablets  2/2 · Full: 2 of 2 tablets",
    ]
    assert [action.isChecked() for action in stations.actions()] == [True, False, False]


def test_the_menu_moves_lifts_and_marks(stage):
    pick(stage.page.deeds.menu(AMARA).actions()[0].menu(), "Games  2/3 · Keep apart: Leila")
    assert stage.room.where(AMARA) == GAMES
    pick(stage.page.deeds.menu(AMARA), "Late")
    assert stage.room.word(AMARA) == "late"
    pick(stage.page.deeds.menu(AMARA), "Here")
    assert stage.room.word(AMARA) == "present"
    pick(stage.page.deeds.menu(BEN), "Move…")
    assert stage.page.carry.lifted.keyed


def test_marking_a_student_as_he_is_writes_nothing(stage):
    steps = stage.room.store.count_steps()
    pick(stage.page.deeds.menu(AMARA), "Here")
    assert stage.room.store.count_steps() == steps


def test_the_menu_asks_others_for_flag_and_page(stage, qtbot):
    with qtbot.waitSignal(stage.page.flag_pressed) as flagged:
        pick(stage.page.deeds.menu(BEN), "Flag")
    with qtbot.waitSignal(stage.page.student_wanted) as wanted:
        pick(stage.page.deeds.menu(BEN), "Student page")
    assert (flagged.args, wanted.args) == ([(BEN,)], [BEN])


def test_a_flag_shows_on_the_card_and_can_be_taken_off(stage):
    stage.room.flags.toggle_flags([BEN], "Check in")
    assert stage.card(BEN).view.flag == "Check in"
    assert "Take flag off" in texts(stage.page.deeds.menu(BEN))


def right_click(stage, source):
    at = stage.middle(source)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, stage.page.mapToGlobal(at))
    QApplication.sendEvent(stage.page, event)


@popups
def test_a_right_click_opens_the_menu_of_card_and_chip(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    for source in (stage.card(AMARA), stage.chip(BEN)):
        right_click(stage, source)
        assert stage.page.deeds.shown_menu is not None
        stage.page.deeds.shown_menu.close()


@popups
def test_a_click_on_a_chip_opens_its_menu(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "late")
    stage.click(stage.chip(BEN))
    checked = [a.text() for a in stage.page.deeds.shown_menu.actions() if a.isChecked()]
    assert checked == ["Late"]
    stage.page.deeds.shown_menu.close()


def test_while_a_card_is_carried_a_right_click_opens_nothing(stage):
    stage.lift(stage.card(AMARA))
    right_click(stage, stage.card(BEN))
    assert stage.page.deeds.shown_menu is None


@popups
def test_away_asks_for_how_long_and_why(stage):
    pick(stage.page.deeds.menu(LEILA), "Away until…")
    popover = stage.page.findChild(AwayPopover)
    popover.minutes.segment(20).click()
    popover.reason.setText("  Speech therapy ")
    popover.confirm.click()
    word = stage.room.scene.seating.out[LEILA]
    assert (word.state, word.reason) == ("away", "Speech therapy")
    assert word.until == stage.room.clock.now_ms() + 20 * 60_000
    assert stage.chip(LEILA).view.reason == "Speech therapy until 09:50 · back for round 2"


@popups
def test_away_is_taken_back_by_esc(stage):
    pick(stage.page.deeds.menu(LEILA), "Away until…")
    popover = stage.page.findChild(AwayPopover)
    stage.key(Qt.Key.Key_Escape, to=popover)
    assert stage.room.word(LEILA) == "present"


def test_away_for_the_rest_lasts_until_the_lesson_ends(stage):
    stage.page.deeds.mark_away([LEILA], REST, "")
    word = stage.room.scene.seating.out[LEILA]
    assert word.until == stage.room.clock.now_ms() + (4 * 12 + 3 * 2) * 60_000
    assert stage.chip(LEILA).view.reason == "Away until 10:24"


def test_matches_of_the_capture_line_are_outlined_on_the_cards(stage):
    stage.page.console.mark_matches(AMARA, frozenset({DANIYAR}))
    best, other = stage.card(AMARA).grab().toImage(), stage.card(DANIYAR).grab().toImage()
    stage.page.console.mark_matches(None, frozenset())
    assert stage.card(AMARA).grab().toImage() != best
    assert stage.card(DANIYAR).grab().toImage() != other


def test_select_from_outside_takes_only_students_with_a_card(stage):
    stage.page.select(AMARA)
    stage.page.select(999)
    assert stage.page.selection.student == AMARA


def test_a_press_by_a_screen_reader_selects_the_card(stage):
    stage.card(AMARA).click()
    assert stage.page.selection.student == AMARA


def test_the_board_switch_asks_and_shows_what_it_is_told(stage, qtbot):
    stage.page.set_board(on=False, status="Off")
    with qtbot.waitSignal(stage.page.board_toggled) as turned:
        stage.click(stage.page.top_bar.board.switch, QPoint(5, 5))
    assert turned.args == [True]
    assert stage.page.top_bar.board.switch.accessibleDescription() == "Off"
