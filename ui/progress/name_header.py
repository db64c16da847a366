"""The names of the heat map: they stay while the cells scroll past."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.progress.heat_model import HeatModel
from ui.progress.layout import INSET, TEXT
from ui.progress.row_paint import ground_of, paint_row
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import start_edge

NARROWEST = 128
WIDEST = 230
AFTER = 12
"""Empty px between the longest name and the cells."""
SMALL_BELOW = 16.5
NOWHERE = -1


class NameHeader(QHeaderView):
    """Draws the names on the ground of their rows; a click on one is a click on the row."""

    pointed_at = Signal(int)

    def __init__(self, theme: Theme, model: HeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._model = model
        self._pitch = 20.0
        self._open = NOWHERE
        self._hovered = NOWHERE
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(4)
        self.viewport().setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wide(self) -> int:
        """Px the names need: as much as the longest one, up to where they wrap."""
        px, metrics = self._theme.px, QFontMetricsF(self._theme.font("small", 500))
        names = (metrics.horizontalAdvance(row.name) for row in self._model.rows)
        longest = round(max(names, default=0.0) + 0.5)
        return INSET + max(px(NARROWEST), min(px(WIDEST), px(TEXT) + longest + px(AFTER)))

    def tall(self, wide: int) -> list[int]:
        """Px each row needs at least when the names are `wide` px wide; 0 for one line."""
        px, font = self._theme.px, self._theme.font("small", 500)
        room = wide - INSET - px(TEXT) - px(AFTER) + 1
        lines = [TextBlock(row.name, font, 1, room).lines for row in self._model.rows]
        return [count * px(16) if count > 1 else 0 for count in lines]

    def set_heights(self, heights: tuple[int, ...], pitch: float) -> None:
        """Take the heights of the rows."""
        self._pitch = pitch / self._theme.scale
        for row, height in enumerate(heights[: self.count()]):
            if self.sectionSize(row) != height:
                self.resizeSection(row, height)
        self.viewport().update()

    def set_marks(self, open_row: int, hovered: int) -> None:
        """Mark the row that is open in the drawer and the one the pointer is on."""
        for row in {self._open, self._hovered} ^ {open_row, hovered}:
            self._update_row(row)
        self._open, self._hovered = open_row, hovered

    def sizeHint(self) -> QSize:
        """As wide as the names need."""
        return QSize(self.wide(), 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which row the pointer is on."""
        super().mouseMoveEvent(event)
        self.pointed_at.emit(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self.pointed_at.emit(NOWHERE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in the exposed part."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        rows = range(self.count()) if self.count() == self._model.rowCount() else ()
        for row in rows:
            top, high = self.sectionViewportPosition(row), self.sectionSize(row)
            if top + high >= event.rect().top() - 2 and top <= event.rect().bottom() + 2:
                self._paint_row(painter, row, QRectF(0, top, self.viewport().width(), high))
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        px, rtl = self._theme.px, self.isRightToLeft()
        inner = rect.adjusted(0, 0, -INSET, 0) if rtl else rect.adjusted(INSET, 0, 0, 0)
        is_open = row == self._open
        ground = ground_of(row, row == self._hovered)
        paint_row(painter, self._theme, inner, ground, is_open, left_end=not rtl)
        before, after = px(TEXT), px(AFTER) - 1
        words = inner.adjusted(after if rtl else before, 0, -(before if rtl else after), -2)
        block = TextBlock(self._model.rows[row].name, self._type(), px(16), words.width())
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        block.paint(painter, words, self._theme.colour("text"), side)

    def _update_row(self, row: int) -> None:
        if 0 <= row < self.count():
            top = self.sectionViewportPosition(row)
            wide = self.viewport().width()
            self.viewport().update(QRect(0, top - 2, wide, self.sectionSize(row) + 4))

    def _type(self) -> QFont:
        return self._theme.font("caption" if self._pitch < SMALL_BELOW else "small", 500)
