"""A station on the plan of the room: to be dragged, or moved by arrow keys."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import StationId
from app.domain.stations import Station
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, start
from ui.widgets.pressable import Pressable

WIDTH, HEIGHT = 128, 48
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RoomToken(Pressable):
    """`carried` tells where its middle is wanted while it is dragged, `dropped` where it was left.

    `steered` tells the arrow that was pressed, as steps to the right and to the back, again while
    it is held; `settled` that it was let go. `given_up`: the drag was broken off.
    """

    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    given_up = Signal()
    steered = Signal(int, int)
    settled = Signal()

    def __init__(self, theme: Theme, station_id: StationId, parent: QWidget) -> None:
        super().__init__(theme, parent, radius=8)
        self.station_id = station_id
        self._colour, self._icon = "blue", ""
        self._pressed: QPoint | None = None
        self._grip = QPoint()
        self._dragging = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_station(self, station: Station, where: str) -> None:
        """Show name, icon and colour; `where` says where it stands, for a screen reader."""
        self._colour, self._icon = station.colour, station.icon
        self.setText(station.name)
        self.setAccessibleName(station.name)
        self.setAccessibleDescription(where)
        self.setToolTip(station.name)
        self.update()

    def sizeHint(self) -> QSize:
        """The same for every station."""
        return QSize(self.theme.px(WIDTH), self.theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the station's colour, icon and name."""
        painter, px = start(self), self.theme.px
        paints = self.theme.station(self._colour)
        picked = self.isChecked() or self._dragging
        edge, width = (self.theme.colour("ink"), 2) if picked else (paints.line, 1)
        frame(painter, QRectF(self.rect()), 8, self.theme.colour("surface"), edge, width)
        badge = QRectF(px(6), (self.height() - px(28)) / 2, px(28), px(28))
        frame(painter, badge, 6, paints.strong, paints.strong)
        side = px(18)
        picture = self.theme.icon(self._icon, side, paints.on)
        spot = badge.center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(QPointF(round(spot.x()), round(spot.y())), picture)
        room = QRectF(px(40), 0, self.width() - px(44), self.height())
        font = self.theme.font("caption", 600)
        block = TextBlock(self.label(), font, self.theme.line_height("caption"), room.width())
        painter.setClipRect(room)
        block.paint(painter, room, self.theme.colour("text"), Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self._grip = self.rect().center() - event.position().toPoint()
            self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it, once the pointer has clearly moved."""
        spot = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        far = (spot - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.carried.emit(spot + self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it there; without a drag it was a click."""
        dragged, self._dragging, self._pressed = self._dragging, False, None
        if dragged:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint() + self._grip)
            self.update()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, further with Shift; Esc breaks a drag off."""
        way = _WAYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self._give_up()
        elif way is not None:
            far = 4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.steered.emit(way[0] * far, way[1] * far)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """An arrow was let go; some systems say so at each repeat of a held one."""
        if Qt.Key(event.key()) not in _WAYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self.settled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The window went to the back in mid-drag: nothing moves. A held arrow is let go."""
        super().focusOutEvent(event)
        self.settled.emit()
        if self._dragging:
            self._give_up()

    def _give_up(self) -> None:
        self._dragging, self._pressed = False, None
        self.setDown(False)
        self.given_up.emit()
        self.update()
