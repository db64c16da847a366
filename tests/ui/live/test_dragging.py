"""Moving students with a real pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
    carried = stage.page.gesture.carried
    assert carried.geometry().topLeft() == stage.foot(TABLETS) - QPoint(20, 20)
    assert stage.card(LEILA).is_ghost
    stage.release(stage.card(LEILA), stage.foot(TABLETS))
    assert stage.page.gesture.carried is None
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
    assert stage.page.gesture.carried is None
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == TABLE
    assert stage.column(GAMES).mark.slot == ""


def test_the_right_button_cancels_a_carry(stage):
    card = stage.card(AMARA)
    stage.carry(card, stage.foot(GAMES))
    QTest.mousePress(card, Qt.MouseButton.RightButton, NONE, QPoint(5, 5))
    stage.release(card, stage.foot(GAMES))
    assert stage.room.where(AMARA) == TABLE


def test_a_window_that_loses_the_focus_cancels_a_carry(stage):
    stage.carry(stage.card(AMARA), stage.foot(GAMES))
    QApplication.sendEvent(stage.page, QEvent(QEvent.Type.WindowDeactivate))
    assert stage.page.carry.lifted is None
    assert stage.page.gesture.carried is None


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

    def verdicts(self, scene, student):
        self.asked += 1
        return super().verdicts(scene, student)


def test_stations_are_asked_once_however_far_the_card_is_carried(qtbot, theme, room):
    room.moves = CountingMoves(room.workspace, room.ids, room.clock)
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
    assert stage.page.gesture.carried is None
    stage.release(stage.card(BEN), stage.foot(TABLE))
    assert stage.room.where(BEN) == TABLETS


def test_the_end_of_the_lesson_ends_a_carry(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    stage.room.live.end(stage.room.session)
    assert stage.page.gesture.carried is None


def finger(kind, card, at, button=LEFT):
    """A mouse event as Qt makes it from a touch."""
    device = QPointingDevice(
        "finger",
        7,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        0,
    )
    spot = QPointF(card.mapToGlobal(at))
    down = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    return QMouseEvent(kind, QPointF(at), spot, spot, button, down, NONE, device), device


def touch(card, kind, at):
    event, device = finger(kind, card, at)
    QApplication.sendEvent(card, event)
    return device


def test_a_long_press_lifts_on_a_touch_screen(stage):
    card = stage.card(AMARA)
    kept = [touch(card, QEvent.Type.MouseButtonPress, QPoint(20, 20))]
    assert stage.page.gesture.carried is None
    stage.page.gesture.long_press.timeout.emit()
    assert stage.page.carry.lifted.student == AMARA
    at = card.mapFromGlobal(stage.page.mapToGlobal(stage.foot(GAMES)))
    kept.append(touch(card, QEvent.Type.MouseMove, at))
    kept.append(touch(card, QEvent.Type.MouseButtonRelease, at))
    assert stage.room.where(AMARA) == GAMES


def test_a_finger_that_moves_at_once_scrolls_and_neither_lifts_nor_selects(stage):
    card = stage.card(AMARA)
    kept = [touch(card, QEvent.Type.MouseButtonPress, QPoint(20, 20))]
    kept.append(touch(card, QEvent.Type.MouseMove, QPoint(20, -40)))
    kept.append(touch(card, QEvent.Type.MouseButtonRelease, QPoint(20, -40)))
    assert not stage.page.gesture.long_press.isActive()
    assert stage.page.carry.lifted is None
    assert stage.page.selection.student is None
