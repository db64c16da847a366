"""What the student works towards; pressed, it can be put in other words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.write import write

HIGH = 30
ICON = 18
TEXT = 32
PENCIL = 14
SINCE = 92


class TitleLine(Pressable):
    """A target, the goal, since when, and a pencil."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._since = ""
        self.setSizePolicy(wrapping())
        self.setToolTip(tr("Change the goal"))
        self.setAccessibleDescription(tr("Change the goal"))

    def show_title(self, title: str, since: str) -> None:
        """Show a goal's title."""
        self._since = since
        self.setText(title)
        self.setAccessibleName(f"{title}, {since}")

    def sizeHint(self) -> QSize:
        """Target, title, since, pencil."""
        return QSize(self.theme.px(220), self.theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """A long title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the title needs."""
        return max(self.theme.px(HIGH), self._words(width).height + self.theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter, px, theme = start(self), self.theme.px, self.theme
        self.paint_ground(painter)
        self._paint_icon(painter, "target", px(5), px(ICON), "text")
        words = QRectF(px(TEXT), px(5), self._room(self.width()), self.height())
        side = start_edge(self, Qt.AlignmentFlag.AlignTop)
        ink = theme.colour("text")
        self._words(self.width()).paint(painter, mirrored(self, words), ink, side)
        end = self.width() - px(4 + PENCIL)
        self._paint_icon(painter, "pencil-simple", end, px(PENCIL), "text2")
        painter.setFont(theme.font("caption", 500))
        painter.setPen(theme.colour("text2"))
        place = QRectF(end - px(6) - px(SINCE), 0, px(SINCE), px(HIGH))
        write(painter, mirrored(self, place), self._since, rtl(self), at_end=True)
        painter.end()

    def _paint_icon(self, painter: QPainter, name: str, x: int, side: int, ink: str) -> None:
        px = self.theme.px
        spot = mirrored(self, QRectF(x, (px(HIGH) - side) // 2, side, side))
        picture = self.theme.icon(name, side, self.theme.colour(ink))
        painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), picture)

    def _room(self, width: int) -> int:
        px = self.theme.px
        return max(1, width - px(TEXT) - px(SINCE) - px(PENCIL) - px(14))

    def _words(self, width: int) -> TextBlock:
        font = self.theme.font("strong")
        return TextBlock(self.label(), font, self.theme.px(20), self._room(width))
