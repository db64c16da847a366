"""A plain area of one paint, with a line along some of its sides or all around."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.paint import fill, frame, rtl, start


class Surface(QWidget):
    """`lines` are the sides with a 1 px separator: "start", "end", "top", "bottom".

    Without a `fill` what lies behind shows through. With a `radius` the area is a box with `edge`
    all around, `width` px wide.
    """

    def __init__(
        self,
        theme: Theme,
        fill: str = "surface",
        lines: tuple[str, ...] = (),
        radius: int = 0,
        edge: str = "line_strong",
        width: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._sides = lines
        self._radius = radius
        self._edge = edge
        self._width = width
        theme.changed.connect(self.update)

    def set_edge(self, edge: str, width: int = 1) -> None:
        """Change the edge of a box."""
        self._edge, self._width = edge, width
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        colour = self._theme.colour
        if self._radius:
            rect = QRectF(self.rect())
            frame(painter, rect, self._radius, colour(self._fill), colour(self._edge), self._width)
            painter.end()
            return
        if self._fill:
            fill(painter, self.rect(), colour(self._fill))
        for side in self._sides:
            fill(painter, self._side(side), colour("line"))
        painter.end()

    def _side(self, side: str) -> QRectF:
        width, height = self.width(), self.height()
        at_left = (side == "start") != rtl(self)
        if side == "top":
            return QRectF(0, 0, width, 1)
        if side == "bottom":
            return QRectF(0, height - 1, width, 1)
        return QRectF(0 if at_left else width - 1, 0, 1, height)


class Rule(Surface):
    """A line between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="line")
        self.setFixedHeight(1)
