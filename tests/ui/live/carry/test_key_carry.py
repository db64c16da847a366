"""Carrying a student by keyboard: M, then a station's number, or arrows and Enter."""

from PySide6.QtCore import Qt

from tests.fakes.lesson import AMARA, BEN, CHIDI, GAMES, LEILA, TABLE, TABLETS, LessonRoom
from tests.ui.live.stage import open_stage, walk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_m_and_a_number_move_the_student(chosen):
    chosen.key(Key.Key_M)
    assert chosen.card(AMARA).is_ghost
    chosen.key(Key.Key_2)
    assert chosen.room.where(AMARA) == GAMES
    assert chosen.page.selection.student == AMARA
    assert chosen.card(AMARA).hasFocus()


def test_a_number_without_such_a_station_does_nothing(chosen):
    chosen.key(Key.Key_M)
    chosen.key(Key.Key_9)
    assert chosen.page.carry.lifted.student == AMARA


def test_stations_show_their_numbers_only_while_the_keyboard_carries(chosen):
    assert not chosen.column(GAMES).mark.numbered
    chosen.key(Key.Key_M)
    assert chosen.column(GAMES).mark.numbered
    chosen.key(Key.Key_Escape)
    assert not chosen.column(GAMES).mark.numbered


def test_m_arrows_and_enter_move_the_student(chosen):
    walk(chosen, Key.Key_M, Key.Key_Right)
    assert chosen.column(GAMES).mark.slot == "Amara joins here"
    walk(chosen, Key.Key_Right, Key.Key_Left, Key.Key_Return)
    assert chosen.room.where(AMARA) == GAMES


def test_m_arrows_up_to_a_name_swap(chosen):
    walk(chosen, Key.Key_M, Key.Key_Right, Key.Key_Up)
    assert chosen.column(GAMES).mark.slot == "Swap with Leila"
    walk(chosen, Key.Key_Enter)
    assert (chosen.room.where(AMARA), chosen.room.where(LEILA)) == (GAMES, TABLE)


def test_esc_cancels_a_lift_first_and_the_selection_then(chosen):
    walk(chosen, Key.Key_M, Key.Key_Right, Key.Key_Escape)
    assert chosen.room.where(AMARA) == TABLE
    assert chosen.page.carry.lifted is None
    assert chosen.page.selection.student == AMARA
    assert walk(chosen, Key.Key_Escape) is None


def test_cut_and_paste_move_the_student(chosen):
    chosen.key(Key.Key_X, modifier=CTRL)
    chosen.key(Key.Key_Right)
    chosen.key(Key.Key_V, modifier=CTRL)
    assert chosen.room.where(AMARA) == GAMES


def test_a_click_on_a_second_card_swaps_with_the_lifted_one(chosen):
    chosen.key(Key.Key_M)
    chosen.click(chosen.card(CHIDI))
    assert (chosen.room.where(AMARA), chosen.room.where(CHIDI)) == (TABLETS, TABLE)


def test_a_student_from_the_tray_is_lifted_by_menu_and_dropped_by_number(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    menu = stage.page.deeds.menu(BEN)
    next(action for action in menu.actions() if action.text() == "Move…").trigger()
    assert stage.page.carry.lifted.origin is None
    stage.key(Key.Key_3)
    assert (stage.room.where(BEN), stage.room.word(BEN)) == (TABLETS, "present")


def test_the_tenth_station_is_reached_by_arrows(qtbot, theme):
    stage = open_stage(qtbot, theme, LessonRoom(students=24, stations=12))
    stage.page.select(AMARA)
    walk(stage, Key.Key_M, *[Key.Key_Right] * 9, Key.Key_Return)
    assert stage.room.where(AMARA) == 40
