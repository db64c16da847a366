"""A tag to give with one click."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, start
from ui.widgets.pressable import Pressable


class TagChip(Pressable):
    """A tag; checked is given. 32 px high at 100 %."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """The words as wide as they are when the tag is on, so that nothing jumps."""
        px = self.theme.px
        wide = round(self.theme.text_width(self.label(), "small", 600) + 0.5)
        return QSize(wide + 2 * px(11), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        painter = start(self)
        colour = self.theme.colour
        fill, edge = self.box_paints()
        ink = "text" if self.isEnabled() else "text2"
        if self.isChecked() and not self.isDown():
            fill, edge, ink = "ink_tint", "ink", "ink_text"
        frame(painter, QRectF(self.rect()), 8, colour(fill), colour(edge))
        painter.setFont(self.theme.font("small", 600 if self.isChecked() else 500))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_words(painter, self, QRectF(self.rect()), self.label(), colour(ink), middle)
        painter.end()
