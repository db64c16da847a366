"""The headings of the heat map: strands, how many students are at each level, and skills."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.progress.choice import Order
from ui.progress.folding import StrandColumn
from ui.progress.heading_paint import HeadingPainter
from ui.progress.heat_model import HeatModel
from ui.progress.layout import BARS, HEADER, RULE
from ui.progress.measures import Measures
from ui.theme import Theme

NOWHERE = -1


class SkillHeader(QHeaderView):
    """Draws all headings itself; clicking one orders the rows by it.

    A click on the bars asks for the menu of the column, `menu_wanted`, as the other button does
    anywhere; one on a strand asks to fold or unfold it, `fold_wanted`.
    """

    pointed_at = Signal(int)
    menu_wanted = Signal(int, object)
    fold_wanted = Signal(object)

    def __init__(self, theme: Theme, model: HeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._painter = HeadingPainter(theme, self, model)
        self._current = NOWHERE
        self._hovered = NOWHERE
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(4)
        self.viewport().setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.counted.connect(self._update_columns)

    def set_measures(self, measures: Measures) -> None:
        """Take new widths."""
        self._painter.measures = measures
        for column, width in enumerate(measures.widths[: self.count()]):
            if self.sectionSize(column) != width:
                self.resizeSection(column, width)
        self.viewport().update()

    def set_order(self, order: Order) -> None:
        """Mark the heading the rows are ordered by."""
        if order != self._painter.order:
            self._painter.order = order
            self.viewport().update()

    def set_filtered(self, columns: frozenset[tuple[str, object]]) -> None:
        """Mark the headings by which rows are left out."""
        if columns != self._painter.filtered:
            self._painter.filtered = columns
            self.viewport().update()

    def set_current(self, column: int) -> None:
        """Mark the heading of the cell the keyboard is on."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Three lines: strand, bars, two lines of words."""
        return QSize(0, self._theme.px(HEADER))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which heading the pointer is on."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Above the words something else than the order is meant."""
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        above = at.y() <= self._theme.px(BARS[1]) and 0 <= column < len(self._model.columns)
        if event.button() != Qt.MouseButton.LeftButton or not above:
            super().mousePressEvent(event)
        elif at.y() <= self._theme.px(RULE) and self._folds(column):
            self.fold_wanted.emit(self._model.columns[column].strand_id)
        else:
            self.menu_wanted.emit(column, self.viewport().mapToGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the heading."""
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            self.menu_wanted.emit(column, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self._hover(NOWHERE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        if self.count() == self._model.columnCount():
            lit = frozenset({self._hovered, self._current})
            self._painter.paint(painter, event.rect(), lit)
        painter.end()

    def _folds(self, column: int) -> bool:
        """Whether it is folded, or one of several of its strand."""
        columns = self._model.columns
        strand = columns[column].strand_id
        several = sum(1 for other in columns if other.strand_id == strand) > 1
        return strand is not None and (several or isinstance(columns[column], StrandColumn))

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.viewport().update()
            self.pointed_at.emit(column)

    def _update_columns(self, columns: list[int]) -> None:
        """Draw some headings anew and no others."""
        for column in columns:
            left, wide = self.sectionViewportPosition(column), self.sectionSize(column)
            self.viewport().update(QRect(left, 0, wide, self.height()))
