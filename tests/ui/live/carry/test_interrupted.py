"""Whatever ends a carry from outside moves nobody and leaves nothing hanging."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.changes import Change, label
from app.domain.classes import Student
from tests.fakes.lesson import AMARA, BEN, CHIDI, GAMES, TABLE, TABLETS
from tests.ui.live.stage import LEFT, NONE

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def window_to_the_back(stage):
    QApplication.sendEvent(stage.page, QEvent(QEvent.Type.WindowDeactivate))


def another_page(stage):
    stage.page.hide()


def off_the_list(stage, student=AMARA):
    known = stage.room.store.get(Student, student)
    gone = Change(known, replace(known, archived=True))
    stage.room.workspace.edit(label("student left", student="Amara"), gone)


def out_of_the_room(stage):
    stage.room.moves.mark(stage.room.scene, AMARA, "absent")


def moved_by_another(stage):
    tablets = stage.column(TABLETS).view.station
    stage.room.moves.move(stage.room.scene, AMARA, tablets)


def next_round(stage):
    stage.room.live.next(stage.room.session)


def lesson_ended(stage):
    stage.room.live.end(stage.room.session)


ENDS = [
    window_to_the_back,
    another_page,
    off_the_list,
    out_of_the_room,
    moved_by_another,
    next_round,
    lesson_ended,
]
by_name = pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)


def moves(stage):
    return len(stage.room.scene.record.moves) if stage.room.scene is not None else None


def assert_nothing_hangs(stage):
    assert stage.page.carry.lifted is None
    assert stage.page.hands.hand.carried is None
    assert not any(card.is_ghost for card in stage.page.console.columns.cards.values())
    for column in stage.page.console.columns.columns:
        mark = column.mark
        assert (mark.over, mark.slot, mark.note, mark.numbered) == (False, "", None, False)
    assert not stage.page.console.tray.is_over


@by_name
def test_it_ends_a_carry_by_pointer(stage, end):
    card = stage.card(AMARA)
    stage.carry(card, stage.foot(GAMES))
    end(stage)
    made = moves(stage)
    assert_nothing_hangs(stage)
    stage.release(card, stage.foot(GAMES))
    assert moves(stage) == made
    assert stage.page.selection.student is None


@by_name
def test_it_ends_a_carry_by_keyboard(chosen, end):
    chosen.key(Key.Key_M)
    chosen.key(Key.Key_Right)
    end(chosen)
    made = moves(chosen)
    assert_nothing_hangs(chosen)
    chosen.key(Key.Key_Return)
    assert moves(chosen) == made


def test_the_next_lesson_shows_no_mark_of_the_last(stage):
    stage.carry(stage.card(AMARA), stage.foot(GAMES))
    lesson_ended(stage)
    stage.room.live.open(40)
    assert_nothing_hangs(stage)


def test_an_undo_while_the_card_is_held_puts_it_back(stage):
    stage.drag(stage.card(AMARA), stage.foot(TABLETS))
    stage.carry(stage.card(AMARA), stage.foot(GAMES))
    stage.room.workspace.undo()
    assert_nothing_hangs(stage)
    stage.release(stage.card(AMARA), stage.foot(GAMES))
    assert stage.room.where(AMARA) == TABLE


def test_of_several_who_are_carried_one_may_go_and_the_others_move(stage):
    for student in (AMARA, BEN, CHIDI):
        QTest.mouseClick(stage.card(student), LEFT, CTRL, QPoint(20, 20))
    card = stage.card(AMARA)
    stage.carry(card, stage.foot(GAMES))
    off_the_list(stage, CHIDI)
    assert stage.page.carry.lifted.students == (AMARA, BEN)
    assert stage.page.hands.hand.carried.count == 2
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES


def test_a_name_that_goes_from_under_the_card_is_swapped_with_no_more(stage):
    card, spot = stage.card(AMARA), stage.middle(stage.card(BEN))
    stage.carry(card, spot)
    off_the_list(stage, BEN)
    assert stage.column(GAMES).mark.slot == "Amara joins here"
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES


def test_keys_that_go_to_a_field_put_the_lifted_student_back(chosen):
    chosen.key(Key.Key_M)
    chosen.line.setFocus()
    assert_nothing_hangs(chosen)
    QTest.keyClicks(chosen.line, "2")
    assert chosen.line.text() == "2"
    assert chosen.room.where(AMARA) == TABLE


def test_keys_that_stay_with_the_cards_end_no_carry(chosen):
    chosen.key(Key.Key_M)
    chosen.card(CHIDI).setFocus()
    assert chosen.page.carry.lifted.student == AMARA


def test_a_drop_outside_all_stations_moves_nobody_and_says_so(stage):
    steps = stage.room.store.count_steps()
    stage.drag(stage.card(AMARA), QPoint(20, 20))
    assert stage.room.store.count_steps() == steps
    assert stage.page.say.said == "Amara stays"
    assert_nothing_hangs(stage)


@pytest.mark.parametrize("clicks", [2, 3, 7])
def test_a_storm_of_clicks_on_free_seats_moves_once(chosen, clicks):
    steps = chosen.room.store.count_steps()
    at = chosen.middle(chosen.column(GAMES).list.free_seats)
    for _click in range(clicks):
        target = chosen.page.childAt(at)
        spot = target.mapFrom(chosen.page, at)
        QTest.mouseClick(target, LEFT, NONE, spot)
        QTest.mouseDClick(target, LEFT, NONE, spot)
        QTest.mouseRelease(target, LEFT, NONE, spot)
    assert chosen.room.store.count_steps() == steps + 1


def test_enter_pressed_twice_drops_once(chosen):
    steps = chosen.room.store.count_steps()
    for key in (Key.Key_M, Key.Key_Right, Key.Key_Return, Key.Key_Return):
        chosen.key(key)
    assert chosen.room.store.count_steps() == steps + 1


def test_a_card_that_moves_while_another_program_is_in_front_keeps_the_keyboard(qtbot, stage):
    stage.click(stage.card(AMARA))
    stage.card(AMARA).setFocus()
    with another_program(qtbot):
        assert not stage.page.isActiveWindow()
        next_round(stage)
        assert stage.page.focusWidget() is stage.card(AMARA)


@contextmanager
def another_program(qtbot):
    """Its window is the active one."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield
