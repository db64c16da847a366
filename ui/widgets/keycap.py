"""A key as it looks on a keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, start


class Keycap(QWidget):
    """The name of one key in a small box with a thick foot."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Name another key."""
        self._text = text
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        """20 px high at 100 %."""
        px = self._theme.px
        wide = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self._text)
        return QSize(max(px(20), round(wide + 0.5) + 2 * px(6)), px(20))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, foot, face and name."""
        painter = start(self)
        colour = self._theme.colour
        box = QRectF(self.rect())
        frame(painter, box, 5, colour("line_strong"))
        face = box.adjusted(1, 1, -1, -2)
        frame(painter, face, 4, colour("surface"))
        painter.setFont(self._theme.font("caption"))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_words(painter, self, face, self._text, colour("text2"), middle)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
