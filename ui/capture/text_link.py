"""Words to press, flush with what is above and below."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import fill, start
from ui.widgets.pressable import Pressable

HEIGHT = 32


class TextLink(Pressable):
    """A link without a box, 32 px high so that it is easily hit."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """The words alone."""
        return QSize(self._words().width, self.theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, with a line below when pointed at."""
        painter = start(self)
        ink = "ink_pressed" if self.isDown() else "ink_hover" if self.underMouse() else "ink"
        words = self._words()
        top = (self.height() - words.height) / 2
        place = QRectF(0, top, self.width(), words.height)
        words.paint(painter, place, self.theme.colour(ink))
        if self.underMouse():
            base = QRectF(0, round(place.bottom()) - 1, words.width, 1)
            fill(painter, base, self.theme.colour(ink))
        painter.end()

    def _words(self) -> TextBlock:
        font = self.theme.font("small", 600)
        return TextBlock(self.label(), font, self.theme.line_height("small"))
