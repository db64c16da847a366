"""Where a lifted card was, and where it may fall."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.kept import Kept
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import FINE_DASH, frame, mirrored, rtl, start_edge

BOLD_DASH = (6.0, 4.0)
HEIGHT = 52


class _Place(QWidget):
    """A box as high as a card, with a sentence in it that wraps."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.text = text
        self.weight = 500
        self.kept = Kept(theme, self)
        self.setAccessibleName(text)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed))
        theme.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self.text = text
        self.setAccessibleName(text)
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        """A narrow box breaks the sentence and grows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """52 px at 100 %, more when the sentence needs more lines."""
        px = self.theme.px
        return max(px(HEIGHT), self.block(self.words(width).width()).height + px(16))

    def sizeHint(self) -> QSize:
        """As an ordinary card."""
        px = self.theme.px
        return QSize(px(160), self.heightForWidth(px(160)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a card may be."""
        return QSize(self.theme.px(110), self.theme.px(HEIGHT))

    def words(self, width: int) -> QRectF:
        """Where the sentence goes, measured from the left."""
        pad = self.theme.px(9)
        return QRectF(pad, 0, max(1, width - 2 * pad), self.height())

    def block(self, width: float) -> TextBlock:
        """The sentence in lines."""
        font = self.theme.font("small", self.weight)
        return TextBlock(self.text, font, self.theme.px(17), width)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class CardGhost(_Place):
    """What a lifted card leaves behind: "Leila moves"."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a fine broken edge and the words in its middle."""
        self.kept.paint(self.text, self._draw)

    def _draw(self, painter: QPainter) -> None:
        frame(painter, QRectF(self.rect()), 8, None, self.theme.colour("control"), 1, FINE_DASH)
        words = self.words(self.width())
        self.block(words.width()).paint(
            painter, words, self.theme.colour("text2"), Qt.AlignmentFlag.AlignCenter
        )


class CardSlot(_Place):
    """Where a lifted card would land: "Leila joins here", in the paints of the station."""

    def __init__(
        self, theme: Theme, station: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._station = station
        self.weight = 600

    def words(self, width: int) -> QRectF:
        """Beside the arrow."""
        px = self.theme.px
        left = px(10) + px(18) + px(8)
        return QRectF(left, 0, max(1, width - left - px(9)), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a broken edge, an arrow and the words."""
        self.kept.paint(self.text, self._draw)

    def _draw(self, painter: QPainter) -> None:
        paints = self.theme.station(self._station)
        fill = self.theme.colour("surface")
        frame(painter, QRectF(self.rect()), 8, fill, paints.line, 2, BOLD_DASH)
        self._paint_arrow(painter)
        words = self.words(self.width())
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        self.block(words.width()).paint(painter, mirrored(self, words), paints.ink, align)

    def _paint_arrow(self, painter: QPainter) -> None:
        side = self.theme.px(18)
        ink = self.theme.station(self._station).ink
        place = QRectF(self.theme.px(10), (self.height() - side) // 2, side, side)
        at = mirrored(self, place)
        picture = self.theme.icon("arrow-bend-down-right", side, ink, rtl=rtl(self))
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())), picture)
