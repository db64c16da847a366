"""What a student presses at the door: large, with one word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.student.voice_words import ICONS, face_word
from ui.theme import Theme
from ui.widgets.lines import TextBlock, paint_words
from ui.widgets.paint import frame, start
from ui.widgets.pressable import Pressable

NAME_HIGH = 64
FACE_WIDE, FACE_HIGH = 220, 220
ICON = 104
SIZE = 24


class NameTile(Pressable):
    """A student's name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setText(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The whole name, and room for a finger."""
        px = self.theme.px
        wide = round(self.theme.text_width(self.label(), "heading", 600) + 1)
        return QSize(max(px(120), wide + 2 * px(20)), px(NAME_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and name."""
        painter, colour = start(self), self.theme.colour
        fill, edge = self.box_paints()
        frame(painter, QRectF(self.rect()), 10, colour(fill), colour(edge), 2)
        painter.setFont(self.theme.font("heading", 600))
        block = TextBlock(self.label(), self.theme.font("heading", 600), self.theme.px(26))
        left = (self.width() - block.width) / 2
        place = QRectF(left, 0, block.width, self.height())
        paint_words(painter, self, place, self.label(), colour("text"))
        painter.end()


class FaceTile(Pressable):
    """A face and what it says; checked is the one that was pointed at."""

    def __init__(self, theme: Theme, face: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=12)
        self.face = face
        self.setCheckable(True)
        self.setText(face_word(face))
        self.setAccessibleName(face_word(face))

    def sizeHint(self) -> QSize:
        """A square for a hand."""
        return QSize(self.theme.px(FACE_WIDE), self.theme.px(FACE_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, face and word; the one that is checked has a heavy edge and a mark."""
        painter, px, colour = start(self), self.theme.px, self.theme.colour
        fill, edge = self.box_paints()
        if self.isChecked():
            fill, edge = "ink_tint", "ink"
        heavy = px(4 if self.isChecked() else 2)
        frame(painter, QRectF(self.rect()), 12, colour(fill), colour(edge), heavy)
        side = px(ICON)
        spot = QPointF((self.width() - side) / 2, px(32))
        painter.drawPixmap(spot, self.theme.icon(ICONS[self.face], side, colour("text"), "regular"))
        word = TextBlock(self.label(), self.theme.sized_font(px(SIZE), 600), px(32), self.width())
        below = QRectF(0, px(32) + side + px(14), self.width(), word.height)
        word.paint(painter, below, colour("text"), Qt.AlignmentFlag.AlignHCenter)
        if self.isChecked():
            mark = self.theme.icon("check-circle", px(32), colour("ink"), "fill")
            painter.drawPixmap(QPointF(px(12), px(12)), mark)
        painter.end()
