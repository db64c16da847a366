"""The heat map: students by skills, drawn by hand on a table that everyone can read.

It is a real table view, so keyboard and screen readers find rows, columns and cells; only the
drawing is its own, because sixty by forty delegates would be too slow and too far from the design.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.domain.ids import StudentId
from app.domain.progress import ProgressTable
from app.ports import Clock
from app.services.roll import sort_key
from ui.progress.choice import Order
from ui.progress.fitted_table import FittedTable
from ui.progress.folding import StrandColumn
from ui.progress.name_header import NOWHERE
from ui.progress.picking import Picking
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.ring import BY_KEYBOARD

Index = QModelIndex | QPersistentModelIndex
FOLDS = (Qt.Key.Key_Plus, Qt.Key.Key_Minus)


class HeatMap(FittedTable):
    """Shows a progress table; `student_wanted` gives a student and whether by Enter or a click.

    `order_wanted` gives what a clicked heading is to order by, and its skill; `menu_wanted` the
    same of a heading whose menu is asked for, and where on the screen; `fold_wanted` a strand.
    `skill_wanted` comes after `student_wanted` and gives the skill of the cell that was chosen.
    """

    student_wanted = Signal(object, bool)
    skill_wanted = Signal(object)
    order_wanted = Signal(str, object)
    menu_wanted = Signal(str, object, object)
    fold_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, clock, parent)
        self.setAccessibleName(tr("Students and skills"))
        self._open: StudentId | None = None
        self._hovered = NOWHERE
        self._by_keyboard = False
        self.picking = Picking(self, self._heat)
        self._connect()

    def show_table(self, table: ProgressTable, most_minutes: int, order: Order) -> None:
        """Show a table; the row that is open and the cell the keyboard is on stay if they can."""
        current = self._current_student()
        spot = self._heat.spot(self.currentIndex().column())
        self._heat.show(table, most_minutes)
        self._skills.set_order(order)
        if current is not None and self._current_student() != current:
            self._go_to(current, self._heat.column_at(spot))
        self._mark()
        self.fit()

    def set_filtered(self, columns: frozenset[tuple[str, object]]) -> None:
        """Mark the headings by which rows are left out."""
        self._skills.set_filtered(columns)

    def set_open(self, student: StudentId | None) -> None:
        """Mark the row of the student whose drawer is open."""
        self.update_row(self._open_row())
        self._open = student
        self.update_row(self._open_row())
        self._mark()

    def student_beside(self, student: StudentId, step: int) -> StudentId | None:
        """The student so many rows further on, None past the ends or when not shown."""
        row = self._heat.row_of(student)
        at = NOWHERE if row is None else row + step
        rows = self._heat.rows
        return rows[at].student_id if 0 <= at < len(rows) else None

    def go_to(self, student: StudentId) -> None:
        """Put the keyboard on the student's row."""
        self._go_to(student, max(0, self.currentIndex().column()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        if self._measures is not None:
            self._painter.paint(event.rect(), self._open_row(), self._hovered, self._ringed())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which row and column the pointer is on."""
        if not self.picking.move(event):
            super().mouseMoveEvent(event)
        at = event.position().toPoint()
        self._hover(self.rowAt(at.y()))
        self._point_at(self.columnAt(at.x()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self._hover(NOWHERE)
        self._point_at(NOWHERE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pointer needs no ring."""
        self._by_keyboard = False
        self._update_ring()
        if not self.picking.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """After a box was drawn across cells, none was clicked."""
        if self.picking.release():
            self.setState(QAbstractItemView.State.NoState)
        else:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, begin at the first cell and show the ring."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self._by_keyboard = True
            if not self.currentIndex().isValid() and self._heat.rows:
                self.setCurrentIndex(self._heat.index(0, 0))
            self._point_at(self.currentIndex().column())
        self._update_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._point_at(NOWHERE)
        self._update_ring()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; the rest moves by cell."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            here = self.currentIndex()
            self._want_cell(here.row(), here.column(), by_keyboard=True)
            return
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(bool(self._heat.picks))
            self.picking.clear()
            return
        if self.picking.key(event):
            return
        if event.key() in FOLDS:
            self._fold_here(folded=event.key() == Qt.Key.Key_Plus)
            return
        self._by_keyboard = True
        before = self.currentIndex()
        super().keyPressEvent(event)
        self.picking.keys_went(event, before)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the column: of the cell the keyboard is on, or of the one pointed at."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.currentIndex().column() if by_key else self.columnAt(event.pos().x())
        here = self.visualRect(self.currentIndex()).bottomLeft()
        spot = self.viewport().mapToGlobal(here) if by_key else event.globalPos()
        if at >= 0:
            self.menu_wanted.emit(*self._heat.key_of(at), spot)

    def keyboardSearch(self, search: str) -> None:
        """A letter goes to the next student whose name begins with it."""
        rows, wanted = self._heat.rows, sort_key(search)
        here = self.currentIndex().row()
        for step in range(1, len(rows) + 1):
            row = (here + step) % len(rows)
            if sort_key(rows[row].name).startswith(wanted):
                self._go_to(rows[row].student_id, max(0, self.currentIndex().column()))
                return

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the ring anew where it was and where it is."""
        super().currentChanged(current, previous)
        self._update_ring(previous)
        self._update_ring(current)
        self._point_at(current.column() if self._ringed() is not None else NOWHERE)

    def _connect(self) -> None:
        self.clicked.connect(lambda index: self._want_cell(index.row(), index.column()))
        self._names.sectionClicked.connect(self._want_row)
        self._names.pointed_at.connect(self._hover)
        self._skills.sectionClicked.connect(self._want_order)
        self._skills.menu_wanted.connect(
            lambda at, spot: self.menu_wanted.emit(*self._heat.key_of(at), spot)
        )
        self._skills.fold_wanted.connect(self.fold_wanted)
        self._skills.pointed_at.connect(self._point_at)
        self.horizontalScrollBar().valueChanged.connect(self._names.viewport().update)

    def _update_ring(self, index: Index | None = None) -> None:
        rect = self.visualRect(self.currentIndex() if index is None else index)
        self.viewport().update(rect.adjusted(-4, -4, 4, 4))

    def _want_row(self, row: int, by_keyboard: bool = False) -> None:
        if 0 <= row < len(self._heat.rows):
            self.student_wanted.emit(self._heat.rows[row].student_id, by_keyboard)

    def _want_cell(self, row: int, column: int, by_keyboard: bool = False) -> None:
        """The student, and why the level of this cell is what it is."""
        self._want_row(row, by_keyboard)
        if 0 <= column < len(self._heat.columns):
            wanted = self._heat.columns[column]
            if not isinstance(wanted, StrandColumn):
                self.skill_wanted.emit(wanted.skill_id)

    def _want_order(self, column: int) -> None:
        self.order_wanted.emit(*self._heat.key_of(column))

    def _fold_here(self, folded: bool) -> None:
        """Fold the strand of the cell the keyboard is on, or unfold it."""
        at = self.currentIndex().column()
        if not 0 <= at < len(self._heat.columns):
            return
        column = self._heat.columns[at]
        if column.strand_id is not None and isinstance(column, StrandColumn) == folded:
            self.fold_wanted.emit(column.strand_id)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for at in (row, self._hovered):
                self.update_row(at)
            self._hovered = row
            self._mark()

    def _point_at(self, column: int) -> None:
        """Where the headings are numbers, the corner says what the number stands for."""
        self._skills.set_current(column if self._ringed() is not None else NOWHERE)
        columns = self._heat.columns
        short = self._measures is not None and not self._measures.words
        known = short and 0 <= column < len(columns)
        self._corner.set_hint(columns[column].statement if known else "")

    def _mark(self) -> None:
        self._names.set_marks(self._open_row(), self._hovered)

    def _open_row(self) -> int:
        row = None if self._open is None else self._heat.row_of(self._open)
        return NOWHERE if row is None else row

    def _ringed(self) -> QModelIndex | None:
        index = self.currentIndex()
        return index if self.hasFocus() and self._by_keyboard and index.isValid() else None

    def _current_student(self) -> StudentId | None:
        row = self.currentIndex().row()
        return self._heat.rows[row].student_id if 0 <= row < len(self._heat.rows) else None

    def _go_to(self, student: StudentId, column: int) -> None:
        row = self._heat.row_of(student)
        if row is not None:
            self.setCurrentIndex(self._heat.index(row, column))
