"""Plain text set in lines of the design's own height."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.paint import direction_of, mirrored, turned

UNBROKEN = 1_000_000.0
_FROM_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def wrapping(
    across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred,
    down: QSizePolicy.Policy = QSizePolicy.Policy.Minimum,
) -> QSizePolicy:
    """How a widget asks for room that is the higher the narrower it is."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    return policy


class TextBlock:
    """A text broken into lines no wider than `width` px, `pitch` px apart.

    A line breaks at spaces and after hyphens, and anywhere in a word too long for one line: a
    name is never cut. The text is read as `direction_of` says.
    """

    def __init__(self, text: str, font: QFont, pitch: int, width: float = UNBROKEN) -> None:
        option = QTextOption(_FROM_THE_LEFT)
        option.setTextDirection(direction_of(text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self._pitch = pitch
        self._break_lines(max(1.0, width))

    def _break_lines(self, width: float) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
        self._layout.endLayout()
        lines = [self._layout.lineAt(at) for at in range(self._layout.lineCount())]
        self._widths = [line.naturalTextWidth() for line in lines]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._widths)

    @property
    def width(self) -> int:
        """Px of the longest line."""
        return ceil(max(self._widths, default=0.0))

    @property
    def height(self) -> int:
        """Px of all lines together."""
        return self.lines * self._pitch

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    ) -> None:
        """Draw into `rect`; `align` is meant as seen, so mirror it beforehand."""
        painter.setPen(colour)
        top = self._top(rect, align)
        for at, width in enumerate(self._widths):
            line = self._layout.lineAt(at)
            y = top + at * self._pitch + (self._pitch - line.height()) / 2
            line.draw(painter, QPointF(_start(rect, width, align), floor(y + 0.5)))

    def _top(self, rect: QRectF, align: Qt.AlignmentFlag) -> float:
        if align & Qt.AlignmentFlag.AlignVCenter:
            return rect.top() + (rect.height() - self.height) / 2
        if align & Qt.AlignmentFlag.AlignBottom:
            return rect.bottom() - self.height
        return rect.top()


def _start(rect: QRectF, width: float, align: Qt.AlignmentFlag) -> float:
    if align & Qt.AlignmentFlag.AlignHCenter:
        return rect.left() + (rect.width() - width) / 2
    if align & Qt.AlignmentFlag.AlignRight:
        return rect.right() - width
    return rect.left()


def paint_words(
    painter: QPainter,
    widget: QWidget,
    rect: QRectF,
    text: str,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line in the painter's font, in the middle of `rect` from top to bottom.

    `rect` and `side` are meant for reading from the left; both are mirrored here if need be. The
    text keeps its own direction.
    """
    block = TextBlock(text, painter.font(), round(rect.height()))
    block.paint(painter, mirrored(widget, rect), colour, turned(widget, side))
