"""Short facts about a plan, side by side above it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, mirrored, rtl, start

HEIGHT = 36
ICON = 16
PADDING = 13
GAP = 10


class Fact(QWidget):
    """An icon and a few words; "warn" makes it stand out. A fact is read, not pressed."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._text = ""
        self._tone = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_fact(self, text: str, icon: str, tone: str = "") -> None:
        """Say it; `tone` is "ok", "warn" or "" for plain."""
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self._restyle()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """Icon, words and the room around them."""
        px = self._theme.px
        wide = round(self._theme.text_width(self._text, "strong", 600) + 1)
        return QSize(wide + px(ICON + GAP + 2 * PADDING), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon and words."""
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        warn = self._tone == "warn"
        fill, edge = ("warn_tint", "warn_line") if warn else ("surface", "line_strong")
        frame(painter, QRectF(self.rect()), 8, colour(fill), colour(edge))
        ink = self._tone or "text"
        style = "fill" if self._tone else "bold"
        side = px(ICON)
        icon = mirrored(self, QRectF(px(PADDING), (self.height() - side) // 2, side, side))
        picture = self._theme.icon(self._icon, side, colour(ink), style, rtl=rtl(self))
        painter.drawPixmap(QPointF(icon.topLeft()), picture)
        painter.setFont(self._theme.font("strong"))
        left = px(PADDING + ICON + GAP)
        words = QRectF(left, 0, self.width() - left, self.height())
        paint_words(painter, self, words, self._text, colour("warn" if warn else "text"))
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
