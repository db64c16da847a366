"""The mouse carries: press, move, release. What is made of a touch goes to the finger."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.live.carry.carry import Carry
from ui.live.carry.finger import TAP, Finger
from ui.live.carry.hand import Hand
from ui.live.carry.taking import Source
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.live_card import LiveCard
from ui.live.tray_chip import TrayChip

_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class Gesture(QObject):
    """Watches cards, chips and heads. It is our own and not QDrag, which runs a loop of its own.

    `clicked` is a press and release on a card without a carry between them, with the keys that
    were held. A pen is a mouse.
    """

    clicked = Signal(object, object)

    def __init__(self, page: QWidget, carry: Carry, hand: Hand, finger: Finger) -> None:
        super().__init__(page)
        self._carry = carry
        self._hand = hand
        self._finger = finger
        self._source: Source | None = None
        self._pressed_at = QPoint()
        self._grip = QPoint()
        self._by_touch = False
        hand.emptied.connect(self._forget)

    def watch(self, source: Source) -> None:
        """Let this card, chip or head be carried."""
        source.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer from press to release."""
        if isinstance(event, QMouseEvent) and isinstance(watched, LiveCard | TrayChip | ColumnHead):
            return self._on_mouse(watched, event)
        if watched is self._source and event.type() == QEvent.Type.UngrabMouse:
            self._carry.cancel()
        return False

    def _on_mouse(self, source: Source, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            return self._press(source, event)
        if source is not self._source:
            return False
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return self._release(event)
        return False

    def _press(self, source: Source, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            if self._hand.carried is None:
                return False
            self._hand.give_back()
            return True
        self._source = source
        self._pressed_at = event.globalPosition().toPoint()
        self._grip = event.position().toPoint()
        self._by_touch = _is_touch(event)
        if self._by_touch:
            self._finger.down(source, self._pressed_at, self._grip)
        if isinstance(source, LiveCard):
            source.setDown(True)
            return True
        return False  # the button does with a press what buttons do

    def _move(self, event: QMouseEvent) -> bool:
        spot, source = event.globalPosition().toPoint(), self._source
        far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._by_touch:
            self._finger.move(spot)
        elif self._hand.carried is not None:
            self._hand.move_to(spot)
        elif far and source is not None and self._hand.lift(source, spot, self._grip):
            source.setDown(False)
        return self._hand.carried is not None or isinstance(source, LiveCard)

    def _release(self, event: QMouseEvent) -> bool:
        source, self._source = self._source, None
        if source is None:
            return False
        is_card = isinstance(source, LiveCard)
        if self._by_touch:
            click = self._finger.up() == TAP
        else:
            click = self._hand.carried is None
            self._hand.let_go()
        if is_card or not click:
            source.setDown(False)
        if isinstance(source, LiveCard) and click:
            self.clicked.emit(source.student, event.modifiers())
        return is_card or not click

    def _forget(self) -> None:
        """Nothing is held any more: what is left of the gesture means nothing."""
        if self._source is not None:
            self._source.setDown(False)
            self._source = None


def _is_touch(event: QMouseEvent) -> bool:
    """Whether a finger is behind it. Windows makes a mouse of a finger that Qt left to it."""
    from PySide6.QtGui import QInputDevice  # not for the start

    kind = event.device().type()
    made_by_system = event.source() == Qt.MouseEventSource.MouseEventSynthesizedBySystem
    pen = {QInputDevice.DeviceType.Stylus, QInputDevice.DeviceType.Airbrush}
    return kind == QInputDevice.DeviceType.TouchScreen or (made_by_system and kind not in pen)
