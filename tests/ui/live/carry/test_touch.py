"""Fingers and pens: a tap clicks, a swipe scrolls, a long press lifts; a pen is a mouse."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.lesson import AMARA, BEN, CHIDI, GAMES, LEILA, TABLE, TABLETS, LessonRoom
from tests.ui.live.stage import LEFT, NONE, open_stage

popups = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def screen(qapp):
    """A screen that takes more than one finger."""
    assert qapp is not None, "there are no devices without an app"
    return QTest.createTouchDevice()


class Fingers:
    """One finger, or more, on the page; each step is one event as the system sends it."""

    def __init__(self, stage, screen):
        self.page = stage.page
        self.screen = screen

    def down(self, spot, finger=0):
        QTest.touchEvent(self.page, self.screen).press(finger, spot, self.page).commit()

    def move(self, spot):
        QTest.touchEvent(self.page, self.screen).move(0, spot, self.page).commit()

    def up(self, spot):
        QTest.touchEvent(self.page, self.screen).release(0, spot, self.page).commit()

    def tap(self, spot):
        self.down(spot)
        self.up(spot)


@pytest.fixture
def fingers(stage, screen):
    return Fingers(stage, screen)


def hold(stage):
    """Time enough for a long press."""
    assert stage.page.hands.finger.long_press.isActive()
    stage.page.hands.finger.long_press.timeout.emit()


def test_a_tap_selects_and_a_tap_on_free_seats_moves(stage, fingers):
    fingers.tap(stage.middle(stage.card(CHIDI)))
    assert stage.page.selection.student == CHIDI
    fingers.tap(stage.middle(stage.column(TABLE).list.free_seats))
    assert stage.room.where(CHIDI) == TABLE


def test_a_tap_on_the_head_of_a_full_station_moves_there_too(stage, fingers):
    fingers.tap(stage.middle(stage.card(AMARA)))
    fingers.tap(stage.middle(stage.column(TABLETS).head))
    assert stage.room.where(AMARA) == TABLETS


def test_a_double_tap_selects_and_moves_nobody(stage, fingers):
    steps = stage.room.store.count_steps()
    fingers.tap(stage.middle(stage.card(AMARA)))
    fingers.tap(stage.middle(stage.card(AMARA)))
    assert stage.page.selection.students == (AMARA,)
    assert stage.room.store.count_steps() == steps


def test_a_long_press_lifts_and_the_finger_carries(stage, fingers):
    fingers.down(stage.middle(stage.card(AMARA)))
    assert stage.page.carry.lifted is None
    hold(stage)
    assert stage.page.carry.lifted.student == AMARA
    fingers.move(stage.foot(GAMES))
    assert stage.column(GAMES).mark.slot == "Amara joins here"
    fingers.up(stage.foot(GAMES))
    assert stage.room.where(AMARA) == GAMES


def test_a_swipe_scrolls_and_neither_lifts_nor_selects(qtbot, theme, screen):
    stage = open_stage(qtbot, theme, LessonRoom(students=36), size=(1294, 560))
    fingers = Fingers(stage, screen)
    bar = stage.column(GAMES).list.cards[3]
    spot = stage.middle(bar)
    fingers.down(spot)
    for step in (10, 40, 80):
        fingers.move(spot - QPoint(0, step))
    assert not stage.page.hands.finger.long_press.isActive()
    fingers.up(spot - QPoint(0, 80))
    assert stage.middle(bar).y() < spot.y() - 60
    assert stage.page.carry.lifted is None
    assert stage.page.selection.student is None


def test_a_swipe_on_a_head_neither_clicks_it_nor_lifts_the_group(stage, fingers):
    stage.page.select(AMARA)
    spot = stage.middle(stage.column(GAMES).head)
    fingers.down(spot)
    fingers.move(spot + QPoint(0, 60))
    fingers.up(spot + QPoint(0, 60))
    assert stage.room.where(AMARA) == TABLE
    assert stage.page.carry.lifted is None


def test_a_long_press_on_a_head_lifts_everyone_there(stage, fingers):
    fingers.down(stage.middle(stage.column(GAMES).head))
    hold(stage)
    assert stage.page.carry.lifted.students == (BEN, LEILA)
    fingers.move(stage.foot(TABLE))
    fingers.up(stage.foot(TABLE))
    assert {stage.room.where(BEN), stage.room.where(LEILA)} == {TABLE}


def test_a_long_press_on_a_chip_of_the_tray_brings_the_student_back(stage, fingers):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    fingers.down(stage.middle(stage.chip(BEN)))
    hold(stage)
    fingers.move(stage.foot(TABLE))
    fingers.up(stage.foot(TABLE))
    assert stage.room.where(BEN) == TABLE


@popups
def test_a_finger_that_rests_and_goes_opens_the_menu(stage, fingers):
    spot = stage.middle(stage.card(AMARA))
    fingers.down(spot)
    hold(stage)
    fingers.up(spot)
    assert stage.page.carry.lifted is None
    assert stage.page.deeds.shown_menu is not None
    stage.page.deeds.shown_menu.close()
    assert stage.room.where(AMARA) == TABLE


def test_a_second_finger_puts_the_card_back(stage, fingers, screen):
    fingers.down(stage.middle(stage.card(AMARA)))
    hold(stage)
    both = QTest.touchEvent(stage.page, screen)
    both.move(0, stage.foot(GAMES), stage.page)
    both.press(1, stage.foot(TABLE), stage.page).commit()
    assert stage.page.carry.lifted is None
    both = QTest.touchEvent(stage.page, screen)
    both.release(0, stage.foot(GAMES), stage.page)
    both.release(1, stage.foot(TABLE), stage.page).commit()
    assert stage.room.where(AMARA) == TABLE
    assert stage.page.selection.student is None


class Mice(QObject):
    """Counts the presses of a mouse that come to something."""

    presses = 0

    def eventFilter(self, _watched, event):
        self.presses += event.type() == QEvent.Type.MouseButtonPress
        return False


def test_no_mouse_is_made_of_a_touch_on_the_stations(stage, fingers):
    mice = Mice()
    for part in (stage.card(AMARA), stage.column(GAMES).head, stage.page.console.tray):
        part.installEventFilter(mice)
        fingers.tap(stage.middle(part))
    assert mice.presses == 0
    assert stage.room.where(AMARA) == GAMES


def mouse(kind, card, at, device, source=Qt.MouseEventSource.MouseEventNotSynthesized):
    """A mouse event as Qt or Windows makes it from something that is no mouse."""
    spot = QPointF(card.mapToGlobal(at))
    held = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    local = QPointF(at)
    return QMouseEvent(kind, local, spot, spot, LEFT, held, NONE, source, device)


def stylus():
    return QPointingDevice(
        "pen",
        8,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )


def swipe(card, device, source=Qt.MouseEventSource.MouseEventNotSynthesized):
    steps = (
        (QEvent.Type.MouseButtonPress, QPoint(20, 20)),
        (QEvent.Type.MouseMove, QPoint(20, -40)),
    )
    for kind, at in steps:
        QApplication.sendEvent(card, mouse(kind, card, at, device, source))


def let_go(card, device, source=Qt.MouseEventSource.MouseEventNotSynthesized):
    kind, at = QEvent.Type.MouseButtonRelease, QPoint(20, -40)
    QApplication.sendEvent(card, mouse(kind, card, at, device, source))


def test_a_mouse_made_of_a_touch_by_qt_scrolls_and_does_not_lift(stage, screen):
    swipe(stage.card(AMARA), screen)
    assert stage.page.carry.lifted is None
    let_go(stage.card(AMARA), screen)
    assert stage.page.selection.student is None


def test_a_mouse_made_of_a_touch_by_windows_does_not_lift_either(stage):
    system = Qt.MouseEventSource.MouseEventSynthesizedBySystem
    device = QPointingDevice.primaryPointingDevice()
    swipe(stage.card(AMARA), device, system)
    assert stage.page.carry.lifted is None
    let_go(stage.card(AMARA), device, system)
    assert stage.page.selection.student is None


def test_a_long_press_lifts_where_the_touch_comes_as_a_mouse(stage, screen):
    card = stage.card(AMARA)
    press = mouse(QEvent.Type.MouseButtonPress, card, QPoint(20, 20), screen)
    QApplication.sendEvent(card, press)
    hold(stage)
    at = card.mapFromGlobal(stage.page.mapToGlobal(stage.foot(GAMES)))
    for kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(card, mouse(kind, card, at, screen))
    assert stage.room.where(AMARA) == GAMES


def test_a_pen_lifts_as_a_mouse_does(stage):
    pen = stylus()
    swipe(stage.card(AMARA), pen)
    assert stage.page.carry.lifted.student == AMARA
    let_go(stage.card(AMARA), pen)
    assert stage.page.carry.lifted is None
