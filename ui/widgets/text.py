"""A label that keeps the design's type, line height and colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import UNBROKEN, TextBlock
from ui.widgets.paint import turned


class Text(QLabel):
    """Plain text in a type role and a colour of the theme; long text wraps only when told to."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
        weight: int | None = None,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._colour = colour
        self._weight = weight
        self._tabular = tabular
        self._elided = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_colour(self, colour: str) -> None:
        """Change the colour by its meaning."""
        self._colour = colour
        self.update()

    def set_elided(self, elided: bool) -> None:
        """Let a side remark end in … where there is no room. Never for a name."""
        self._elided = elided
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored if elided else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Preferred,
        )

    def sizeHint(self) -> QSize:
        """The whole text, on one line unless it wraps and is longer than a comfortable line."""
        block = self._block(self._theme.px(480) if self.wordWrap() else UNBROKEN)
        return self._around(block.width, block.height)

    def minimumSizeHint(self) -> QSize:
        """The longest word when the text may wrap."""
        if not self.wordWrap() and not self._elided:
            return self.sizeHint()
        metrics = QFontMetricsF(self._type())
        words = [] if self._elided else self.text().split()
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
        return self._around(min(round(widest) + 1, self._theme.px(200)), self._pitch())

    def heightForWidth(self, width: int) -> int:
        """Px all lines need at a width; -1 when the text never wraps."""
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right() - 2 * self.margin()
        return self._around(0, self._block(inner).height).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines in the theme's colour."""
        rect = QRectF(self.contentsRect()).adjusted(*self._inset())
        align = turned(self, self.alignment())
        painter = QPainter(self)
        self._shown(rect.width()).paint(painter, rect, self._theme.colour(self._colour), align)
        painter.end()

    def _shown(self, width: float) -> TextBlock:
        if not self._elided:
            return self._block(width if self.wordWrap() else UNBROKEN)
        metrics = QFontMetricsF(self._type())
        short = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width + 0.5)
        return TextBlock(short, self._type(), self._pitch())

    def _block(self, width: float) -> TextBlock:
        return TextBlock(self.text(), self._type(), self._pitch(), width)

    def _type(self) -> QFont:
        return self._theme.font(self._role, self._weight, self._tabular)

    def _pitch(self) -> int:
        return self._theme.line_height(self._role)

    def _inset(self) -> tuple[int, int, int, int]:
        margin = self.margin()
        return (margin, margin, -margin, -margin)

    def _around(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        both = 2 * self.margin()
        return QSize(
            width + margins.left() + margins.right() + both,
            max(height, self._pitch()) + margins.top() + margins.bottom() + both,
        )

    def _restyle(self) -> None:
        self.setFont(self._type())
        self.updateGeometry()
        self.update()
