"""Touch as the screen tells it, before Qt would make a mouse of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.live.carry.finger import TAP, Finger
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.live_card import LiveCard
from ui.live.tray_chip import TrayChip

if TYPE_CHECKING:
    from PySide6.QtGui import QTouchEvent

_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


class Touching(QObject):
    """Follows the first finger in some areas; a second one ends what the first has begun.

    A mouse made of a touch, by Qt or by Windows, would drag where the finger means to scroll.
    `tapped` gives the student whose card was tapped, and that no key was held; `missed` a point of
    the screen where nothing was hit. Buttons are pressed here.
    """

    tapped = Signal(object, object)
    missed = Signal(QPoint)

    def __init__(self, finger: Finger, *areas: QWidget) -> None:
        super().__init__(finger)
        self._finger = finger
        self._hit: QAbstractButton | None = None
        for area in areas:
            area.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
            area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every touch of the areas."""
        if event.type() not in _TOUCHES or not isinstance(watched, QWidget):
            return False
        from PySide6.QtGui import QTouchEvent  # nobody touches anything at the start

        if isinstance(event, QTouchEvent):
            self._touch(watched, event)
            event.accept()
        return True

    def _touch(self, area: QWidget, event: "QTouchEvent") -> None:
        kind, points = event.type(), event.points()
        if kind == QEvent.Type.TouchCancel or len(points) != 1:
            self._finger.cancel()
            self._press(None)
        elif kind == QEvent.Type.TouchBegin:
            self._begin(area, points[0].globalPosition().toPoint())
        elif kind == QEvent.Type.TouchUpdate:
            self._finger.move(points[0].globalPosition().toPoint())
            if self._finger.busy:
                self._press(None)
        else:
            self._end(points[0].globalPosition().toPoint())

    def _begin(self, area: QWidget, spot: QPoint) -> None:
        hit = _button_at(area, spot)
        self._press(hit)
        source = hit if isinstance(hit, LiveCard | TrayChip | ColumnHead) else None
        grip = source.mapFromGlobal(spot) if source is not None else QPoint()
        self._finger.down(source, spot, grip)

    def _end(self, spot: QPoint) -> None:
        hit = self._hit
        self._press(None)
        if self._finger.up() != TAP:
            return
        if hit is None:
            self.missed.emit(spot)
        elif isinstance(hit, LiveCard):
            self.tapped.emit(hit.student, Qt.KeyboardModifier.NoModifier)
        else:
            hit.click()

    def _press(self, hit: QAbstractButton | None) -> None:
        """Show as pressed what is, and nothing else."""
        if self._hit is not None:
            self._hit.setDown(False)
        self._hit = hit
        if hit is not None:
            hit.setDown(True)


def _button_at(area: QWidget, spot: QPoint) -> QAbstractButton | None:
    """What could be pressed at a point of the screen."""
    found: QWidget | None = area.childAt(area.mapFromGlobal(spot))
    while found is not None and found is not area and not isinstance(found, QAbstractButton):
        found = found.parentWidget()
    return found if isinstance(found, QAbstractButton) and found.isEnabled() else None
