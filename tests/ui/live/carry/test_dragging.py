"""Moving students with a real pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.services.moves import MoveService
from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, GAMES, LEILA, TABLE, TABLETS
from tests.ui.live.stage import open_stage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_card_dropped_at_another_station_moves_its_student(stage):
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES
    assert stage.card(AMARA).parentWidget() is stage.column(GAMES).list


def test_one_drag_is_one_step_that_undo_takes_back(stage):
    stage.drag(stage.card(AMARA), stage.foot(GAMES))
    stage.room.workspace.undo()
    assert stage.room.where(AMARA) == TABLE
    assert stage.card(AMARA).parentWidget() is stage.column(TABLE).list


def test_a_small_shake_of_the_hand_is_a_click(stage):
    card = stage.card(AMARA)
    stage.press(card)
    QTest.mouseMove(card, QPoint(22, 21))
    QTest.mouseRelease(card, LEFT, NONE, QPoint(22, 21))
    assert stage.room.where(AMARA) == TABLE
    assert stage.page.selection.student == AMARA


def test_the_carried_card_follows_the_pointer_and_the_source_leaves_a_ghost(stage):
    stage.carry(stage.card(LEILA), stage.foot(TABLETS))
    carried = stage.page.hands.hand.carried
    assert carried.geometry().topLeft() == stage.foot(TABLETS) - QPoint(20, 20)
    assert stage.card(LEILA).is_ghost
    stage.release(stage.card(LEILA), stage.foot(TABLETS))
    assert stage.page.hands.hand.carried is None
    assert not stage.card(LEILA).is_ghost


def test_a_drop_on_a_name_at_another_station_swaps_the_two(stage):
    spot = stage.middle(stage.card(CHIDI))
    stage.carry(stage.card(BEN), spot)
    assert stage.column(TABLETS).mark.slot == "Swap with Chidi"
    stage.release(stage.card(BEN), spot)
    assert (stage.room.where(BEN), stage.room.where(CHIDI)) == (TABLETS, GAMES)


@pytest.mark.parametrize("place", ["own station", "own neighbour", "nowhere"])
def test_a_drop_that_means_nothing_moves_nobody(stage, place):
    spots = {
        "own station": stage.foot(TABLE),
        "own neighbour": stage.middle(stage.card(DANIYAR)),
        "nowhere": QPoint(20, 20),
    }
    steps = stage.room.store.count_steps()
    stage.drag(stage.card(AMARA), spots[place])
    assert stage.room.store.count_steps() == steps
    assert stage.page.carry.lifted is None


def test_esc_puts_the_card_back_and_the_rest_of_the_gesture_means_nothing(stage):
    card = stage.card(AMARA)
    stage.carry(card, stage.foot(GAMES))
    stage.key(Qt.Key.Key_Escape)
    assert stage.page.hands.hand.carried is None
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == TABLE
    assert stage.column(GAMES).mark.slot == ""


def test_the_right_button_cancels_a_carry(stage):
    card = stage.card(AMARA)
    stage.carry(card, stage.foot(GAMES))
    QTest.mousePress(card, Qt.MouseButton.RightButton, NONE, QPoint(5, 5))
    QTest.mouseRelease(card, Qt.MouseButton.RightButton, NONE, QPoint(5, 5))
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == TABLE


def test_a_drop_on_the_tray_marks_the_student_absent(stage):
    stage.drag(stage.card(AMARA), stage.tray)
    assert stage.room.word(AMARA) == "absent"
    assert stage.chip(AMARA).view.reason == "Absent"
    assert AMARA not in stage.page.console.columns.cards


def test_a_chip_dropped_at_a_station_brings_the_student_back_there(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    stage.drag(stage.chip(BEN), stage.foot(TABLE))
    assert (stage.room.word(BEN), stage.room.where(BEN)) == ("present", TABLE)


def test_a_chip_dropped_on_a_name_joins_that_station(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    stage.drag(stage.chip(BEN), stage.middle(stage.card(AMARA)))
    assert (stage.room.where(BEN), stage.room.where(AMARA)) == (TABLE, TABLE)


def test_stations_say_what_they_think_once_the_card_is_lifted(stage):
    stage.lift(stage.card(LEILA))
    full, apart = stage.column(TABLETS).mark.note, stage.column(TABLE).mark.note
    assert full.title == "Full: 2 of 2 tablets"
    assert full.text == "A 3rd student would have no tablet. Drop on a name to swap."
    assert (apart.title, apart.text) == ("Keep apart: Amara", "You can still drop here.")
    assert stage.column(GAMES).mark.note is None


def test_a_station_that_objects_still_takes_the_student(stage):
    stage.drag(stage.card(LEILA), stage.foot(TABLETS))
    assert stage.room.where(LEILA) == TABLETS


def test_the_target_shows_the_slot_and_how_many_there_would_be(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    mark = stage.column(TABLE).mark
    assert (mark.over, mark.slot, mark.after) == (True, "Ben joins here", 3)
    stage.move(stage.card(BEN), stage.foot(TABLETS))
    assert not stage.column(TABLE).mark.over


class CountingMoves(MoveService):
    asked = 0

    def verdicts(self, scene, students):
        self.asked += 1
        return super().verdicts(scene, students)


def test_stations_are_asked_once_however_far_the_card_is_carried(qtbot, theme, room):
    room.moves = CountingMoves(room)
    stage = open_stage(qtbot, theme, room)
    stage.lift(stage.card(BEN))
    for station in (TABLE, TABLETS, GAMES, TABLE):
        stage.move(stage.card(BEN), stage.foot(station))
    assert room.moves.asked == 1


def test_only_the_stations_concerned_are_touched_by_a_move_of_the_pointer(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    before = stage.column(TABLETS).mark
    stage.move(stage.card(BEN), stage.foot(TABLE) + QPoint(3, -3))
    assert stage.column(TABLETS).mark is before


def test_a_change_from_elsewhere_does_not_end_a_carry(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    stage.room.see(AMARA)
    assert stage.page.carry.lifted.student == BEN
    stage.release(stage.card(BEN), stage.foot(TABLE))
    assert stage.room.where(BEN) == TABLE


def test_a_new_round_ends_a_carry_as_the_student_sits_elsewhere(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    stage.room.live.next(stage.room.session)
    assert stage.page.carry.lifted is None
    assert stage.page.hands.hand.carried is None
    stage.release(stage.card(BEN), stage.foot(TABLE))
    assert stage.room.where(BEN) == TABLETS


def test_the_end_of_the_lesson_ends_a_carry(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    stage.room.live.end(stage.room.session)
    assert stage.page.hands.hand.carried is None
    stage.release(stage.card(BEN), stage.foot(TABLE))
    assert stage.room.scene is None
