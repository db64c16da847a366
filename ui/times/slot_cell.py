"""One period of one day in the timetable."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import FINE_DASH, frame, start
from ui.widgets.pressable import Pressable
from ui.widgets.tip import plain_tip

WIDE, HIGH, MOST = 92, 50, 3
_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
    }
)


class SlotCell(Pressable):
    """What is taught then; `keyed` carries a key that moves on or clears."""

    keyed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=6)
        self._lines: tuple[tuple[str, str], ...] = ()
        self._own = False

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Class and subject of each that is taught."""
        return self._lines

    def show_lines(self, lines: Sequence[tuple[str, str]], own: bool, said: str) -> None:
        """Show class and subject of each; `own` when it is the class that is being put in."""
        self._lines, self._own = tuple(lines), own
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said) if lines else "")
        self.restyle()

    def sizeHint(self) -> QSize:
        """Room for two lines, for more when there are more."""
        px, count = self.theme.px, max(1, min(MOST, len(self._lines)))
        return QSize(px(WIDE), px(HIGH + (count - 1) * 22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the table, Delete clears."""
        if event.key() in _KEYS:
            self.keyed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        painter = start(self)
        colour = self.theme.colour
        box = QRectF(self.rect())
        if not self.isEnabled():
            frame(painter, box, 6, colour("sunken"), colour("line"))
        elif not self._lines:
            fill, _edge = self.box_paints()
            frame(painter, box, 6, colour(fill), colour("control"), 1, FINE_DASH)
        else:
            fill = "pressed" if self.isDown() else "ink_tint" if self._own else "surface"
            edge = "ink" if self._own or self.underMouse() else "control"
            frame(painter, box, 6, colour(fill), colour(edge))
            self._paint_lines(painter)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        px = self.theme.px
        shown = self._lines[:MOST]
        if len(shown) == 1:
            name, subject = shown[0]
            pair = [(name, "small", 600)] + [(subject, "caption", 400)] * bool(subject)
        else:
            pair = [(name, "small", 600) for name, _subject in shown]
        step = px(20)
        top = (self.height() - step * len(pair)) // 2
        for at, (text, role, weight) in enumerate(pair):
            font = self.theme.font(role, weight)
            room = self.width() - 2 * px(8)
            short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            ink = "ink_text" if self._own else "text" if weight == 600 else "text2"
            place = QRectF(px(8), top + at * step, room, step)
            paint_words(painter, self, place, short, self.theme.colour(ink))
