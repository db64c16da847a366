"""The table of an import: painted rows, real controls in the present one, all by keyboard."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.roster.columns import ColumnUse
from app.domain.roster.notes import DraftRow
from ui.importing.cells import ROW_HIGH
from ui.importing.delegate import ImportDelegate, asked_use
from ui.importing.floating_bar import FloatingBar
from ui.importing.model import ImportModel, Index
from ui.importing.present import Hears, PresentRow
from ui.importing.words import RowAction
from ui.theme import Theme
from ui.widgets.ring import BY_KEYBOARD

Press = tuple[int, RowAction]


class ImportTable(QTableView):
    """What the teacher does in it comes out as signals; it changes nothing by itself.

    `acted` tells row key and decision, `typed` row key, use and text, `menu_asked` row key and
    where on the screen, `entered` that Enter ended a name, `resized` that the room changed.
    """

    acted = Signal(int, str)
    typed = Signal(int, object, str)
    menu_asked = Signal(int, QPoint)
    entered = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._delegate = ImportDelegate(theme, model, self)
        hears = Hears(self.acted.emit, self.typed.emit, self.entered.emit)
        self._present = PresentRow(theme, self, model, self._delegate, hears)
        self._pressed: Press | None = None
        self._by_keyboard = False
        self._heights: dict[int, tuple[DraftRow, int]] = {}
        # Before the model is set, so that we forget the present row before Qt does.
        model.modelAboutToBeReset.connect(self._present.leave)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._bar = FloatingBar(theme, self)
        self._build()
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._changed)
        model.rowsInserted.connect(self._fit)
        self._delegate.typed.connect(self.typed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def content_height(self) -> int:
        """Px all rows need."""
        return self.verticalHeader().length()

    def set_widths(self, row: int, note: int) -> None:
        """Give the columns their widths in px: row numbers, the shown ones, notes."""
        self._delegate.set_note_width(note)
        widths = [row, *(column.width for column in self._rows.columns), note]
        if widths == [self.columnWidth(at) for at in range(len(widths))]:
            return
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self._heights.clear()
        self._fit()

    def go_to(self, key: int) -> None:
        """Make a row the present one and put the focus on what it asks for."""
        at = self._rows.place_of(key)
        if at is None:
            return
        row = self._rows.row_at(self._rows.index(at, 0))
        index = self._rows.index(at, self._rows.column_of(asked_use(row) or ColumnUse.FIRST))
        self._by_keyboard = True
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._present.focus_field()

    def controls(self) -> list[QWidget]:
        """The controls of the present row."""
        return self._present.controls()

    def hand_over(self) -> None:
        """Tell a name that is still being typed."""
        self._present.hand_over()

    def present(self) -> int | None:
        """The key of the present row."""
        return self._delegate.present

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The controls follow the present row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._present.furnish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the painted button under the pointer."""
        self._by_keyboard = False
        self._pressed = self._press_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press and release on one painted button is a click on it."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if pressed and pressed == self._press_at(point):
            self.acted.emit(pressed[0], pressed[1].key)
        elif self._on_blank(point):
            self._present.focus_field(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the row, Delete skips it, F2 types over a name; arrows walk."""
        self._by_keyboard = True
        row = self._present.row()
        keys = {action.key for action in self._rows.actions(row)} if row else set()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._present.enter()
        elif event.key() == Qt.Key.Key_F2 and self._present.has_field:
            self._present.focus_field()
        elif event.key() == Qt.Key.Key_Delete and row is not None and "skip" in keys:
            self.acted.emit(row.index, "skip")
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with a row, also by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        where = corner if by_key else event.globalPos()
        self.menu_asked.emit(self._rows.row_at(index).index, where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first row is the present one until another is chosen."""
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in BY_KEYBOARD
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns may have more or less room."""
        super().resizeEvent(event)
        self.resized.emit()

    def updateGeometries(self) -> None:
        """Rows or columns have another size."""
        super().updateGeometries()
        self._present.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The controls go with their row."""
        super().scrollContentsBy(dx, dy)
        self._present.place()

    def changeEvent(self, event: QEvent) -> None:
        """Columns change sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, and the ring around the present one for who uses the keyboard."""
        super().paintEvent(event)
        if not self.hasFocus() or not self._by_keyboard or not self.currentIndex().isValid():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        row = self.visualRect(self.currentIndex())
        painter.drawRect(1, row.top() + 1, self.viewport().width() - 2, row.height() - 3)
        painter.end()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Rows of the list"))

    def _reset(self) -> None:
        self._fit()
        self._present.come_back()

    def _changed(self) -> None:
        self._fit()
        self._present.renew()

    def _fit(self) -> None:
        """Give every row the height of its texts."""
        header, usual = self.verticalHeader(), self._theme.px(ROW_HIGH)
        header.setDefaultSectionSize(usual)
        for at in range(self._rows.rowCount()):
            height = self._height(self._rows.row_at(self._rows.index(at, 0)))
            if header.sectionSize(at) != height:
                header.resizeSection(at, height)
        self.updateGeometry()

    def _height(self, row: DraftRow) -> int:
        """Measuring is most of the work of a decision, and it concerns one row or two."""
        known = self._heights.get(row.index)
        if known is None or known[0] != row:
            known = self._heights[row.index] = row, self._delegate.row_height(row)
        return known[1]

    def _press_at(self, point: QPoint) -> Press | None:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != self._rows.note_column:
            return None
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        action = self._delegate.action_at(option, index, point)
        return None if action is None else (self._rows.row_at(index).index, action)

    def _on_blank(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        use = asked_use(self._rows.row_at(index)) if index.isValid() else None
        return use is not None and index.column() == self._rows.column_of(use)

    def _restyle(self) -> None:
        self.setPalette(self._theme.palette())
        self._heights.clear()
        self._fit()
        self._present.renew()
