"""A switch for something that is on or off at once."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, mirrored, start
from ui.widgets.pressable import Pressable


class Toggle(Pressable):
    """A switch without words; give it an accessible name and put its label beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=12)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """40 by 24 px at 100 %."""
        return QSize(self.theme.px(40), self.theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and knob; on differs from off by place and by fill."""
        painter = start(self)
        track = QRectF(self.rect())
        if self.isChecked():
            self._paint_on(painter, track)
        else:
            self._paint_off(painter, track)
        painter.end()

    def _paint_on(self, painter: QPainter, track: QRectF) -> None:
        colour = self.theme.colour
        paint = "ink_pressed" if self.isDown() else "ink_hover" if self.underMouse() else "ink"
        if not self.isEnabled():
            paint = "control"
        frame(painter, track, track.height() / 2, colour(paint))
        self._paint_knob(painter, track.right(), colour("on_ink" if self.isEnabled() else "sunken"))

    def _paint_off(self, painter: QPainter, track: QRectF) -> None:
        fill, edge = self.box_paints()
        colour = self.theme.colour
        frame(painter, track, track.height() / 2, colour(fill), colour(edge), 1.5)
        self._paint_knob(painter, None, colour(edge))

    def _paint_knob(self, painter: QPainter, end: float | None, colour: QColor) -> None:
        gap = self.theme.px(3)
        side = self.height() - 2 * gap
        inset = 0 if end is not None else 1
        x = gap if end is None else end - gap - side
        knob = QRectF(x, gap, side, side).adjusted(inset, inset, -inset, -inset)
        frame(painter, mirrored(self, knob), knob.height() / 2, colour)
