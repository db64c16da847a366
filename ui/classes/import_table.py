"""The table of an import: painted rows, real controls in the present one, all by keyboard."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
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

from app.domain.roster_columns import ColumnUse
from app.domain.roster_notes import DraftRow
from ui.classes.floating_bar import FloatingBar
from ui.classes.import_cells import ROW_HIGH
from ui.classes.import_delegate import ImportDelegate, asked_use
from ui.classes.import_model import ImportModel
from ui.classes.import_tools import NameField, RowButtons
from ui.classes.import_words import RowAction, use_word
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
        self._pressed: Press | None = None
        self._by_keyboard = False
        self._field: NameField | None = None
        self._buttons: RowButtons | None = None
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._bar = FloatingBar(theme, self)
        self._build()
        model.modelReset.connect(self._fit)
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
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self._fit()

    def go_to(self, key: int) -> None:
        """Make a row the present one and put the focus on what it asks for."""
        at = self._rows.place_of(key)
        if at is None:
            return
        row = self._rows.row_at(self._rows.index(at, 0))
        column = self._rows.column_of(asked_use(row) or ColumnUse.FIRST)
        self.setCurrentIndex(self._rows.index(at, column))
        self.scrollTo(self._rows.index(at, column))
        target = self._field or self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def return_to(self, key: int) -> None:
        """Make a row the present one again, and leave the focus where it is."""
        at = self._rows.place_of(key)
        if at is not None and at != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(at, 1))

    def present(self) -> int | None:
        """The key of the present row."""
        return self._delegate.present

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """The controls follow the present row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._furnish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the painted button under the pointer."""
        self._by_keyboard = False
        self._pressed = self._press_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press and release on one painted button is a click on it."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and pressed and pressed == self._press_at(event.position().toPoint()):
            self.acted.emit(pressed[0], pressed[1].key)
        elif left and self._on_blank(event.position().toPoint()) and self._field:
            self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the row, Delete skips it, F2 types over a name; arrows walk."""
        self._by_keyboard = True
        row = self._present_row()
        keys = {action.key for action in self._rows.actions(row)} if row else set()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self._enter_row()
        elif event.key() == Qt.Key.Key_F2 and self._field is not None:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Delete and row is not None and "skip" in keys:
            self.acted.emit(row.index, "skip")
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with a row, also by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_asked.emit(
                self._rows.row_at(index).index, corner if by_key else event.globalPos()
            )

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

    def _present_row(self) -> DraftRow | None:
        index = self.currentIndex()
        return self._rows.row_at(index) if index.isValid() else None

    def _enter_row(self) -> None:
        inside = [] if self._buttons is None else list(self._buttons.buttons)
        target: QWidget | None = self._field or next(iter(inside), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _furnish(self) -> None:
        """Put real controls into the present row and take them out of the last one."""
        row = self._present_row()
        self._unfurnish()
        self._delegate.present = None if row is None else row.index
        if row is None:
            return
        about = self._rows.note(row)
        if use := asked_use(row):
            self._put_field(row, use, about)
        if actions := self._rows.actions(row):
            self._buttons = RowButtons(self._theme, self._delegate.cells, actions, about)
            self._buttons.acted.connect(lambda key, of=row.index: self._act(of, key))
            self.setIndexWidget(self._here(self._rows.note_column), self._buttons)
        self.viewport().update()

    def _put_field(self, row: DraftRow, use: ColumnUse, about: str) -> None:
        name = row.name.given if use is ColumnUse.FIRST else row.name.family
        field = NameField(self._theme, self._delegate.cells, name, use_word(use), about)
        field.typed.connect(lambda text, of=row.index: self.typed.emit(of, use, text))
        field.entered.connect(self.entered)
        self._field = field
        self.setIndexWidget(self._here(self._rows.column_of(use)), field)

    def _unfurnish(self) -> None:
        for widget in (self._field, self._buttons):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._field = self._buttons = None

    def _here(self, column: int) -> QModelIndex:
        return self._rows.index(self.currentIndex().row(), column)

    def _act(self, key: int, action: str) -> None:
        """The button goes with its answer, so the focus stays on the row."""
        reason = Qt.FocusReason
        self.setFocus(reason.ShortcutFocusReason if self._by_keyboard else reason.OtherFocusReason)
        self.acted.emit(key, action)

    def _changed(self) -> None:
        self._fit()
        inside = self._field is not None and self._field.field.hasFocus()
        self._furnish()
        if inside:
            (self._field or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        """Give every row the height of its texts."""
        header, usual = self.verticalHeader(), self._theme.px(ROW_HIGH)
        header.setDefaultSectionSize(usual)
        for at in range(self._rows.rowCount()):
            height = self._delegate.row_height(self._rows.row_at(self._rows.index(at, 0)))
            if header.sectionSize(at) != height:
                header.resizeSection(at, height)
        self.updateGeometry()

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
        palette = self._theme.palette()
        self.setPalette(palette)
        self._fit()
