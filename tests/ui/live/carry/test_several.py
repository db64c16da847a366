"""Several students at once: selected by click, key or box, then moved together."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, ELIF, GAMES, LEILA, TABLE, TABLETS
from tests.ui.live.stage import LEFT, NONE, walk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(stage, student, held=NONE):
    QTest.mouseClick(stage.card(student), LEFT, held, QPoint(20, 20))


@pytest.fixture
def three(stage):
    """Amara, Ben and Chidi, each at another station, are selected."""
    click(stage, AMARA)
    click(stage, BEN, CTRL)
    click(stage, CHIDI, CTRL)
    return stage


def places(stage, *students):
    return [stage.room.where(student) for student in students]


def test_ctrl_and_a_click_select_one_more_and_take_one_out_again(three):
    assert three.page.selection.students == (AMARA, BEN, CHIDI)
    click(three, BEN, CTRL)
    assert three.page.selection.students == (AMARA, CHIDI)
    assert [three.card(s).isChecked() for s in (AMARA, BEN, CHIDI)] == [True, False, True]


def test_shift_and_a_click_select_all_from_the_one_picked_before(stage):
    click(stage, DANIYAR)
    click(stage, CHIDI, SHIFT)
    assert stage.page.selection.students == (DANIYAR, BEN, LEILA, CHIDI)
    click(stage, AMARA, SHIFT)
    assert stage.page.selection.students == (AMARA, DANIYAR)


def test_a_plain_click_on_one_of_several_selects_it_alone(three):
    click(three, BEN)
    assert three.page.selection.students == (BEN,)


def test_ctrl_a_selects_everyone_at_the_station(chosen):
    chosen.key(Key.Key_A, modifier=CTRL)
    assert chosen.page.selection.students == (AMARA, DANIYAR)
    assert chosen.card(AMARA).hasFocus()


def test_shift_and_arrows_select_on_the_way(chosen):
    chosen.key(Key.Key_Down, modifier=SHIFT)
    assert chosen.page.selection.students == (AMARA, DANIYAR)
    assert chosen.card(DANIYAR).hasFocus()
    chosen.key(Key.Key_Up, modifier=SHIFT)
    assert chosen.page.selection.students == (AMARA,)


def test_ctrl_and_arrows_go_on_and_ctrl_space_takes_in(chosen):
    chosen.key(Key.Key_Right, modifier=CTRL)
    assert chosen.page.selection.students == (AMARA,)
    assert chosen.card(BEN).hasFocus()
    chosen.key(Key.Key_Space, modifier=CTRL)
    assert chosen.page.selection.students == (AMARA, BEN)
    chosen.key(Key.Key_Space, modifier=CTRL)
    assert chosen.page.selection.students == (AMARA,)


def test_one_of_several_takes_all_with_it(three):
    card = three.card(BEN)
    three.carry(card, three.foot(GAMES))
    assert three.page.carry.lifted.students == (BEN, AMARA, CHIDI)
    assert three.page.hands.hand.carried.count == 3
    assert all(three.card(s).is_ghost for s in (AMARA, BEN, CHIDI))
    assert three.column(GAMES).mark.slot == "2 students join here"
    assert three.column(GAMES).mark.after == 4
    three.release(card, three.foot(GAMES))
    assert places(three, AMARA, BEN, CHIDI) == [GAMES] * 3


def test_several_moved_are_one_step(three):
    steps = three.room.store.count_steps()
    three.drag(three.card(BEN), three.foot(TABLE))
    assert three.room.store.count_steps() == steps + 1
    three.room.workspace.undo()
    assert places(three, AMARA, BEN, CHIDI) == [TABLE, GAMES, TABLETS]


def test_a_card_that_is_not_selected_is_taken_alone(three):
    three.drag(three.card(ELIF), three.foot(GAMES))
    assert places(three, ELIF, AMARA) == [GAMES, TABLE]
    assert three.page.selection.students == (AMARA, BEN, CHIDI)


def test_stations_count_all_who_are_carried(three):
    click(three, DANIYAR, CTRL)
    three.lift(three.card(AMARA))
    games = three.column(GAMES).mark.note
    assert (games.title, games.text[:30]) == (
        "Only 1 free seat",
        "2 students would have no seat.",
    )
    assert games.text.endswith("Keep apart: Amara and Leila.")
    assert three.column(TABLETS).mark.note.title == "Full: 2 of 2 tablets"
    assert three.column(TABLE).mark.note is None


def test_several_are_never_swapped_for_one(three):
    three.carry(three.card(AMARA), three.middle(three.card(LEILA)))
    assert three.column(GAMES).mark.swap is None
    three.release(three.card(AMARA), three.middle(three.card(LEILA)))
    assert places(three, AMARA, LEILA, CHIDI) == [GAMES, GAMES, GAMES]


def test_several_in_the_tray_are_absent_in_one_step(three):
    three.drag(three.card(AMARA), three.tray)
    assert [three.room.word(s) for s in (AMARA, BEN, CHIDI)] == ["absent"] * 3
    three.room.workspace.undo()
    assert places(three, AMARA, BEN, CHIDI) == [TABLE, GAMES, TABLETS]


def test_m_and_a_number_move_several(three):
    three.key(Key.Key_M)
    assert three.page.carry.lifted.students == (CHIDI, AMARA, BEN)
    three.key(Key.Key_2)
    assert places(three, AMARA, BEN, CHIDI) == [GAMES] * 3
    assert three.page.selection.students == (AMARA, BEN, CHIDI)


def test_cut_and_paste_move_several(three):
    three.key(Key.Key_X, modifier=CTRL)
    three.key(Key.Key_Left)
    three.key(Key.Key_V, modifier=CTRL)
    assert places(three, AMARA, BEN, CHIDI) == [GAMES] * 3


def test_m_and_0_mark_absent(chosen):
    walk(chosen, Key.Key_M, Key.Key_0)
    assert chosen.room.word(AMARA) == "absent"


def test_a_click_on_free_seats_brings_all_who_are_selected(three):
    seats = three.column(TABLE).list.free_seats
    assert seats.toolTip() == "Move 3 students here"
    three.click(seats)
    assert places(three, AMARA, BEN, CHIDI) == [TABLE] * 3


def test_the_menu_of_one_of_several_is_about_all(three):
    menu = three.page.deeds.menu(BEN)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "Move 3 to",
        "Move 3…",
        "Take out of the selection",
        "Here",
        "Absent",
        "Late",
        "Away until…",
        "Flag",
    ]
    next(action for action in menu.actions() if action.text() == "Late").trigger()
    assert [three.room.word(s) for s in (AMARA, BEN, CHIDI)] == ["late"] * 3


def test_by_menu_alone_one_more_is_selected(three):
    menu = three.page.deeds.menu(ELIF)
    next(a for a in menu.actions() if a.text() == "Select as well").trigger()
    assert three.page.selection.students == (AMARA, BEN, CHIDI, ELIF)


def test_a_flag_is_for_all_who_are_selected(three, qtbot):
    with qtbot.waitSignal(three.page.flag_pressed) as pressed:
        three.key(Key.Key_F)
    assert pressed.args == [(AMARA, BEN, CHIDI)]


def test_tags_are_for_all_who_are_selected_too(three, qtbot):
    with qtbot.waitSignal(three.page.tag_key_pressed):
        three.key(Key.Key_T)


def test_who_is_taken_from_the_room_is_selected_no_more_and_the_others_are(three):
    three.room.moves.mark(three.room.scene, CHIDI, "absent")
    assert three.page.selection.students == (AMARA, BEN)
    assert three.page.selection.student == AMARA


def test_a_lift_of_several_and_its_end_are_said_aloud(three):
    said = []
    three.page.say.listen(said.append)
    three.carry(three.card(AMARA), three.foot(TABLE))
    three.key(Key.Key_Escape)
    assert said[0] == "3 students lifted"
    assert said[-2].startswith("Table. 2 students join here.")
    assert said[-1] == "3 students stay"


def test_how_many_are_selected_is_said_aloud(three):
    assert three.page.say.said == "3 students selected"


def test_esc_leaves_nobody_selected(three):
    three.key(Key.Key_Escape)
    assert three.page.selection.students == ()
    assert not three.card(AMARA).isChecked()
