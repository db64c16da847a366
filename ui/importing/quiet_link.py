"""A small grey control that looks like a remark until it is pointed at."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import UNBROKEN, TextBlock
from ui.widgets.paint import mirrored, start
from ui.widgets.pressable import Pressable

ICON = 14
GAP = 6
HEIGHT = 24


class QuietLink(Pressable):
    """Words in caption type, with an icon in front if wanted; pressing it does something.

    Where there is no room they end in …; they are remarks, never a name alone.
    """

    def __init__(
        self, theme: Theme, text: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, radius=6)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self.setText(text)

    def setText(self, text: str) -> None:
        """Change the words, also for a screen reader."""
        super().setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """The words and the icon."""
        return QSize(self._icon_room() + self._words().width, self.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), self.theme.px(60)), self.theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words, underlined when pointed at."""
        painter = start(self)
        colour, px = self.theme.colour, self.theme.px
        if self._icon:
            side = px(ICON)
            at = mirrored(self, QRectF(0, (self.height() - side) // 2, side, side))
            picture = self.theme.icon(self._icon, side, colour("text2"))
            painter.drawPixmap(QPointF(round(at.x()), round(at.y())), picture)
        words = self._words(self.width() - self._icon_room())
        top = (self.height() - words.height) / 2
        place = QRectF(self._icon_room(), top, words.width, words.height)
        words.paint(painter, mirrored(self, place), colour("text2"))
        painter.end()

    def _icon_room(self) -> int:
        return self.theme.px(ICON) + self.theme.px(GAP) if self._icon else 0

    def _words(self, room: float = UNBROKEN) -> TextBlock:
        pitch = self.theme.line_height("caption")
        font = self.theme.font("caption")
        font.setUnderline(self.isEnabled() and self.underMouse())
        end = Qt.TextElideMode.ElideRight
        short = QFontMetricsF(font).elidedText(self.label(), end, room + 1)
        return TextBlock(short, font, pitch)
