"""Draws the rows of an import, and edits a name where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.roster.columns import ColumnUse
from app.domain.roster.letters import has_lost_letters
from app.domain.roster.notes import DraftRow, NeedKind, RowState
from app.domain.roster.table import MAX_NAME
from ui.importing.cells import ASK_HIGH, ROW_HIGH, CellPainter, Place
from ui.importing.model import ImportModel
from ui.importing.words import LOOKS, RowAction, use_word
from ui.theme import Theme
from ui.widgets.field import Field

Index = QModelIndex | QPersistentModelIndex
ROOM = 4


class ImportDelegate(QStyledItemDelegate):
    """Paints cells and painted buttons; the present row has real ones and is told so."""

    typed = Signal(int, object, str)

    def __init__(self, theme: Theme, model: ImportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cells = CellPainter(theme)
        self._note_width = 0
        self.present: int | None = None

    @property
    def cells(self) -> CellPainter:
        return self._cells

    def row_height(self, row: DraftRow) -> int:
        """Px a row needs for its longest text."""
        px = self._theme.px
        base = px(ASK_HIGH if row.state is RowState.NEEDS else ROW_HIGH)
        names = [
            self._cells.name_height(self._model.cell(row, column), column.width)
            for column in self._model.columns
            if column.is_name
        ]
        note = self._cells.note_height(
            self._model.note(row), LOOKS[row.state], self._model.actions(row), self._note_width
        )
        return max(base, max(names, default=0) + px(2 * ROOM), note + px(ROOM))

    def set_note_width(self, width: int) -> None:
        """Hear how wide the column of notes is."""
        self._note_width = width

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._model.row_at(index)
        self._paint_ground(painter, option, row)
        place = place_of(option)
        column = self._model.shown(index.column())
        if index.column() == 0:
            self._cells.paint_number(painter, place, str(row.line))
        elif column is None:
            self._paint_note(painter, place, row)
        elif (lone := self._model.lone(row)) is not None:
            self._paint_lone(painter, place, index.column(), *lone)
        elif not column.is_name:
            self._cells.paint_struck(painter, place, self._model.cell(row, column).text)
        elif not self._paint_asking(painter, place, row, column.use):
            paint = "text2" if row.state is RowState.LEFT_OUT else "text"
            self._cells.paint_name(painter, place, self._model.cell(row, column), paint)
        painter.restore()

    def action_at(
        self, option: QStyleOptionViewItem, index: Index, point: QPoint
    ) -> RowAction | None:
        """The button of a note under a point of the viewport."""
        buttons = self._model.actions(self._model.row_at(index))
        places = self._cells.button_places(place_of(option), buttons)
        return next((action for action, rect in places if rect.contains(point)), None)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the row."""
        return QSize(option.rect.width(), self.row_height(self._model.row_at(index)))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the cell."""
        column = self._model.shown(index.column())
        field = Field(
            self._theme, use_word(column.use) if column else "", parent=parent, small=True
        )
        field.setMaxLength(MAX_NAME)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        assert isinstance(editor, QLineEdit)
        editor.setText(self._model.data(index, Qt.ItemDataRole.EditRole) or "")

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """Hand what was typed to the draft, if it is something else."""
        assert isinstance(editor, QLineEdit)
        column, row = self._model.shown(index.column()), self._model.row_at(index)
        if column is not None and editor.text() != self._model.cell(row, column).text:
            self.typed.emit(row.index, column.use, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """A field in the middle of its cell; the present row's controls fill theirs."""
        if not isinstance(editor, Field):
            editor.setGeometry(option.rect)
            return
        editor.setGeometry(self._cells.field_rect(place_of(option)).toRect())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: DraftRow) -> None:
        rect, colour = QRectF(option.rect), self._theme.colour
        asks = row.state is RowState.NEEDS
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = "warn_tint" if asks else "hover" if lit else "surface"
        painter.fillRect(rect, colour(fill))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour("line"))

    def _paint_lone(
        self, painter: QPainter, place: Place, column: int, start: int, text: str
    ) -> None:
        """A title runs on through the empty cells after it."""
        if column < start:
            return
        widths = [shown.width for shown in self._model.columns]
        painter.setClipRect(place.rect)
        self._cells.paint_run(painter, place, text, sum(widths[start - 1 : column - 1]))

    def _paint_note(self, painter: QPainter, place: Place, row: DraftRow) -> None:
        buttons = self._model.actions(row)
        look = LOOKS[row.state]
        self._cells.paint_note(painter, place, self._model.note(row), look, buttons)
        if row.index == self.present:
            return
        for action, rect in self._cells.button_places(place, buttons):
            self._cells.paint_button(painter, rect, action, lit=False, down=False)

    def _paint_asking(self, painter: QPainter, place: Place, row: DraftRow, use: ColumnUse) -> bool:
        if use is not asked_use(row):
            return False
        if row.index != self.present:
            name = row.name.given if use is ColumnUse.FIRST else row.name.family
            self._cells.paint_blank(painter, place, name, use_word(use))
        return True


def asked_use(row: DraftRow) -> ColumnUse | None:
    """Which part of the name is to be typed into a row, None when none is."""
    kind = row.note.need.kind if row.note.need else None
    if kind is NeedKind.LOST_LETTERS and has_lost_letters(row.name.family):
        return ColumnUse.LAST
    asked = kind in {NeedKind.NO_FIRST_NAME, NeedKind.LOST_LETTERS}
    return ColumnUse.FIRST if asked else None


def place_of(option: QStyleOptionViewItem) -> Place:
    """A cell's place as its view has it."""
    return Place(QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft)
