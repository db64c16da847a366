"""A box to tick, with its words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme import Theme
from ui.widgets.lines import UNBROKEN, TextBlock, wrapping
from ui.widgets.paint import frame, mirrored, start, start_edge
from ui.widgets.ring import Ring

SIDE = 20


class Check(QCheckBox):
    """Ticked or not; words that are too long take another line."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        parent: QWidget | None = None,
        weight: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weight = weight
        self._label = ""
        self._ring = Ring(theme, self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Minimum: with Fixed a layout would give long words the height of one line.
        self.setSizePolicy(wrapping())
        self.setText(text)
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Show a text as it is: an & in a name is an &, not a shortcut."""
        self._label = text
        super().setText(text.replace("&", "&&"))
        self._restyle()

    def label(self) -> str:
        """The text as it was given."""
        return self._label

    def sizeHint(self) -> QSize:
        """On one line, 32 px high at 100 %."""
        wide = self._words_start() + self._block(UNBROKEN).width + self._theme.px(4)
        return QSize(wide, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """The box and a word or two."""
        wide = min(self.sizeHint().width(), self._words_start() + self._theme.px(96))
        return QSize(wide, self._theme.px(32))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        lines = self._block(width - self._words_start()).height
        return max(self._theme.px(32), lines + self._theme.px(8))

    def hitButton(self, pos: object) -> bool:
        """The words may be clicked too."""
        del pos
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard."""
        super().focusInEvent(event)
        self._ring.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.focus_out(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        painter = start(self)
        px = self._theme.px
        side = px(SIDE)
        box = mirrored(self, QRectF(px(2), (self.height() - side) // 2, side, side))
        self._paint_tick(painter, box)
        start_x = self._words_start()
        words = QRectF(start_x, 0, self.width() - start_x, self.height())
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        ink = self._theme.colour("text" if self.isEnabled() else "text2")
        self._block(words.width()).paint(painter, mirrored(self, words), ink, align)
        painter.end()

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        colour = self._theme.colour
        if not self.isChecked():
            edge = "control" if self.isEnabled() else "line_strong"
            frame(painter, box, 5, colour("hover" if self.underMouse() else "surface"))
            frame(painter, box, 5, None, colour(edge))
            return
        paint = "ink" if self.isEnabled() else "control"
        frame(painter, box, 5, colour("ink_hover" if self._lit() else paint))
        mark = self._theme.px(14)
        picture = self._theme.icon("check", mark, colour("on_ink"))
        at = QPointF(round(box.center().x() - mark / 2), round(box.center().y() - mark / 2))
        painter.drawPixmap(at, picture)

    def _lit(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _words_start(self) -> int:
        return self._theme.px(2) + self._theme.px(SIDE) + self._theme.px(10)

    def _block(self, width: float) -> TextBlock:
        font, pitch = self._theme.font("body", self._weight), self._theme.line_height("body")
        return TextBlock(self._label, font, pitch, width)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
