"""The table of an import with its headings in one rounded box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.importing.heads import HIGH, ImportHeads
from ui.importing.model import ImportModel
from ui.importing.table import ImportTable
from ui.theme import Theme
from ui.widgets.paint import frame, start

RADIUS = 10


class _Rim(QWidget):
    """Lies over the box: its edge, and the ground in the corners, which rows would fill."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw corners and edge."""
        painter, rect = start(self), QRectF(self.rect())
        corners, inside = QPainterPath(), QPainterPath()
        corners.addRect(rect)
        inside.addRoundedRect(rect, RADIUS, RADIUS)
        painter.fillPath(corners.subtracted(inside), self._theme.colour("canvas"))
        frame(painter, rect, RADIUS, None, self._theme.colour("line_strong"))
        painter.end()


class ImportCard(QWidget):
    """As high as its rows, as far as there is room."""

    def __init__(self, theme: Theme, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = ImportTable(theme, model)
        self.heads = ImportHeads(theme, self.table)
        self._rim = _Rim(theme, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 0)  # the lower edge lies on the last row
        rows.setSpacing(0)
        rows.addWidget(self.heads)
        rows.addWidget(self.table, 1)

    def fit(self) -> None:
        """Take no more height than the rows need."""
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = max(self.table.content_height(), self._theme.px(40))
        self.setMaximumHeight(self._theme.px(HIGH) + rows + below + 1)

    def room(self) -> int:
        """Px there are for columns."""
        return self.table.viewport().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rim goes all around."""
        super().resizeEvent(event)
        self._rim.setGeometry(self.rect())
        self._rim.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what no row covers."""
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._theme.colour("surface"))
        painter.end()
