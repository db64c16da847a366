"""Large words of the first screen, in sizes no other screen has."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import UNBROKEN, TextBlock, wrapping
from ui.widgets.paint import start, start_edge


class Words(QWidget):
    """Text of `size` and `pitch` design px from line to line; it wraps where it has to."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        size: int,
        pitch: int,
        weight: int = 600,
        colour: str = "text",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._type = (size, pitch, weight)
        self._colour = colour
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred))
        self.setAccessibleName(text)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """As the lines were written."""
        block = self._block(UNBROKEN)
        return QSize(block.width, block.height)

    def minimumSizeHint(self) -> QSize:
        """A few letters; longer words break."""
        return QSize(self._theme.px(80), self._theme.px(self._type[1]))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines."""
        return self._block(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = start(self)
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        rect = QRectF(self.rect())
        self._block(rect.width() + 1).paint(painter, rect, self._theme.colour(self._colour), align)
        painter.end()

    def _block(self, width: float) -> TextBlock:
        size, pitch, weight = self._type
        px = self._theme.px
        font = self._theme.sized_font(px(size), weight)
        block = TextBlock(self._text, font, px(pitch))
        if block.width <= width:
            return block
        # Lines broken by hand would be broken twice.
        return TextBlock(self._text.replace("\n", " "), font, px(pitch), width)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
