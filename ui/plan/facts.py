"""Short facts about a plan, side by side above it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import UNBROKEN
from ui.widgets.paint import direction_of, frame, mirrored, rtl, start

HEIGHT = 36
ICON = 16
PADDING = 13
GAP = 10
STRONG, PLAIN = 600, 500
FROM_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class Fact(QWidget):
    """An icon and a few words; "warn" makes it stand out. A fact is read, not pressed."""

    def __init__(self, theme: Theme, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._text = ""
        self._tone = ""
        self._strong = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_fact(self, text: str, icon: str, tone: str = "", strong: str | None = None) -> None:
        """Say it; `tone` is "ok", "warn" or "" for plain.

        `strong` is the part of the text that is written strongly; None for all of it.
        """
        shown = (text, icon, tone, text if strong is None else strong)
        if shown == (self._text, self._icon, self._tone, self._strong):
            return
        self._text, self._icon, self._tone, self._strong = shown
        self.setAccessibleName(text)
        self._restyle()

    def text(self) -> str:
        """What it says."""
        return self._text

    def tone(self) -> str:
        """How it says it."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Icon, words and the room around them."""
        px = self._theme.px
        layout = self._layout()  # lines live as long as their layout
        wide = layout.lineAt(0).naturalTextWidth()
        return QSize(round(wide + 1) + px(ICON + GAP + 2 * PADDING), px(HEIGHT))

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
        left = px(PADDING + ICON + GAP)
        layout = self._layout()
        line = layout.lineAt(0)
        wide = line.naturalTextWidth()
        words = mirrored(self, QRectF(left, 0, wide, self.height()))
        painter.setPen(colour("warn" if warn else "text"))
        layout.draw(painter, QPointF(words.left(), round((self.height() - line.height()) / 2)))
        painter.end()

    def _layout(self) -> QTextLayout:
        """One line, whose strong part is written strongly wherever the text's direction puts it."""
        layout = QTextLayout(self._text, self._theme.font("strong", PLAIN))
        option = QTextOption(FROM_THE_LEFT)
        option.setTextDirection(direction_of(self._text))
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = self._text.find(self._strong), len(self._strong)
        strong.format.setFontWeight(QFont.Weight(STRONG))
        layout.setFormats([strong] if self._strong else [])
        layout.beginLayout()
        layout.createLine().setLineWidth(UNBROKEN)
        layout.endLayout()
        return layout

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
