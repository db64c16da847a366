"""A line to slide along."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, rtl, start
from ui.widgets.ring import Ring

GRIP = 20
GROOVE = 6


class Slider(QSlider):
    """Lies; arrows and the wheel go by single steps, a click beside the grip by a page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._ring = Ring(theme, self, GRIP / 2)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """32 px high at 100 %."""
        return QSize(self._theme.px(160), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """As high, and wide enough to aim."""
        return QSize(self._theme.px(96), self._theme.px(32))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard."""
        super().focusInEvent(event)
        self._ring.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.focus_out(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, what lies behind the grip, and the grip."""
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        grip, middle = float(px(GRIP)), self.height() / 2
        room = self.width() - grip
        way = max(1, self.maximum() - self.minimum())
        past = room * (self.value() - self.minimum()) / way
        left = room - past if rtl(self) else past
        line = QRectF(grip / 2, middle - px(GROOVE) / 2, room, px(GROOVE))
        frame(painter, line, px(GROOVE) / 2, colour("line_strong"))
        done = QRectF(line)
        if rtl(self):
            done.setLeft(left + grip / 2)
        else:
            done.setRight(left + grip / 2)
        frame(painter, done, px(GROOVE) / 2, colour("ink"))
        lit = self.isSliderDown() or self.underMouse()
        ball = QRectF(left, middle - grip / 2, grip, grip)
        frame(painter, ball, grip / 2, colour("ink_hover" if lit else "ink"), colour("surface"), 2)
        painter.end()
