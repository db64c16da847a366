"""Drawing the cells of the heat map."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from app.domain.attention import is_secure
from app.domain.progress import Cell
from ui.progress.cell_paint import CellPictures
from ui.progress.extra_paint import ExtraPainter
from ui.progress.folding import StrandCell
from ui.progress.heat_model import CHOICES, GOAL, LAST_SEEN, MINUTES, HeatModel
from ui.progress.layout import INSET, LEAD
from ui.progress.measures import GAP, Measures
from ui.progress.row_paint import ground_of, paint_row
from ui.theme import Theme


class HeatPainter:
    """Draws rows of a table view whose columns and rows are as `measures` has them."""

    def __init__(self, theme: Theme, view: QTableView, heat: HeatModel) -> None:
        self._theme = theme
        self._view = view
        self._heat = heat
        self._pictures = CellPictures(theme)
        self.measures = Measures(1, (), (), (), (), 1.0, True)
        self.attention = False

    def paint(
        self, exposed: QRect, open_row: int, hovered: int, ringed: QModelIndex | None
    ) -> None:
        """Draw what lies in the exposed part of the viewport."""
        painter = QPainter(self._view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(exposed, self._theme.colour("canvas"))
        spans = self._spans(exposed)
        for row in self._rows(exposed):
            self._paint_row(painter, row, spans, row == open_row, row == hovered)
        self._paint_seam(painter)
        if ringed is not None:
            self._paint_ring(painter, ringed)
        painter.end()

    def cell_rect(self, row: int, column: int) -> QRect:
        """The box of a cell in the viewport; of a column after the skills, its text's place."""
        left, wide = self._span(column)
        below, high = self.measures.boxes[row]
        return QRect(left, self._view.rowViewportPosition(row) + below, wide, high)

    def _rows(self, exposed: QRect) -> range:
        last = self._heat.rowCount() - 1
        first = self._view.rowAt(max(0, exposed.top() - 2))
        end = self._view.rowAt(exposed.bottom() + 2)
        return range(first, (last if end < 0 else end) + 1) if first >= 0 else range(0)

    def _spans(self, exposed: QRect) -> list[tuple[int, int, int]]:
        found = []
        for column in range(len(self._heat.columns)):
            left, wide = self._span(column)
            if left + wide >= exposed.left() and left <= exposed.right():
                found.append((column, left, wide))
        return found

    def _paint_row(
        self,
        painter: QPainter,
        row: int,
        spans: list[tuple[int, int, int]],
        is_open: bool,
        hovered: bool,
    ) -> None:
        top, high = self._view.rowViewportPosition(row), self._view.rowHeight(row)
        ends = self._row_end()
        rtl = self._view.isRightToLeft()
        box = QRectF(ends, top, self._view.viewport().width() - ends, high)
        box = box if rtl else QRectF(0, top, ends, high)
        paint_row(painter, self._theme, box, ground_of(row, hovered), is_open, left_end=rtl)
        ratio = self._view.devicePixelRatioF()
        below, tall = self.measures.boxes[row]
        for column, left, wide in spans:
            cell = self._heat.cell(row, column)
            quiet = self.attention and self._is_secure(cell)
            picture = self._pictures.picture(cell, wide, tall, ratio, rtl, quiet)
            painter.drawPixmap(left, top + below, picture)
            if self._heat.picks and self._heat.pick_at(row, column) in self._heat.picks:
                self._paint_pick(painter, QRectF(left, top + below, wide, tall))
        self._paint_extras(painter, row, rtl)

    def _paint_extras(self, painter: QPainter, row: int, rtl: bool) -> None:
        extra = ExtraPainter(self._theme, rtl, self.measures.brief)
        first = len(self._heat.columns)
        values = self._heat.rows[row]
        extra.last_seen(painter, self._place(row, first + LAST_SEEN), values)
        most = self._heat.most_minutes
        extra.minutes(painter, self._place(row, first + MINUTES), values, most)
        extra.goal(painter, self._place(row, first + GOAL), values)
        if self._heat.has_choices:
            extra.choices(painter, self._place(row, first + CHOICES), values)

    def _is_secure(self, cell: Cell) -> bool:
        if isinstance(cell, StrandCell):
            return cell.secure == cell.of and not cell.stale
        return is_secure(cell, self._heat.secure)

    def _place(self, row: int, column: int) -> QRectF:
        left, wide = self._span(column)
        return QRectF(left, self._view.rowViewportPosition(row), wide, self._view.rowHeight(row))

    def _span(self, column: int) -> tuple[int, int]:
        left = self._view.columnViewportPosition(column)
        rtl = self._view.isRightToLeft()
        if column < len(self._heat.columns):
            gap = round(GAP * self._theme.scale)
            return left + (gap if rtl else self.measures.leads[column]), self.measures.cell
        lead = self._theme.px(LEAD)
        return left + (0 if rtl else lead), self._view.columnWidth(column) - lead

    def _row_end(self) -> int:
        """Where rows end, at the side where reading does."""
        last = self._heat.columnCount() - 1
        left = self._view.columnViewportPosition(last)
        if self._view.isRightToLeft():
            return left + INSET
        return left + self._view.columnWidth(last) - INSET

    def _paint_seam(self, painter: QPainter) -> None:
        """While cells have gone below the names, a line shows where."""
        bar = self._view.horizontalScrollBar()
        if bar.value() == 0:
            return
        at = self._view.viewport().width() - 1 if self._view.isRightToLeft() else 0
        seam = QRect(at, 0, 1, self._view.viewport().height())
        painter.fillRect(seam, self._theme.colour("line_strong"))

    def _paint_pick(self, painter: QPainter, box: QRectF) -> None:
        """Picked: an edge of ink, set off from the fill by a line of the ground."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour, inset in ((4, "canvas", 1.0), (2, "ink", 0.0)):
            painter.setPen(QPen(self._theme.colour(colour), width))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)

    def _paint_ring(self, painter: QPainter, index: QModelIndex) -> None:
        """The cell the keyboard is on: a ring around it, set off from its neighbours."""
        box = QRectF(self.cell_rect(index.row(), index.column()))
        if index.column() >= len(self._heat.columns):
            box.adjust(-4, 0, -INSET, 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour, out in ((2, "canvas", 1.0), (2, "focus", 2.5)):
            painter.setPen(QPen(self._theme.colour(colour), width))
            painter.drawRoundedRect(box.adjusted(-out, -out, out, out), 5, 5)
