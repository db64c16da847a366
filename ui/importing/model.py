"""The rows of an import as Qt's table views want them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.roster.columns import ColumnUse
from app.domain.roster.draft import RosterDraft
from app.domain.roster.notes import UNDECIDED, Cell, Decision, DraftRow, RowState
from ui.importing.columns import Plan, ShownColumn
from ui.importing.words import (
    RowAction,
    actions,
    heading_of,
    note_text,
    say,
    state_word,
    use_word,
)

Index = QModelIndex | QPersistentModelIndex
EDITABLE = frozenset({ColumnUse.FIRST, ColumnUse.LAST, ColumnUse.BOARD})
_ORDER = {RowState.NEEDS: 0, RowState.FIXED: 1, RowState.LEFT_OUT: 2, RowState.READY: 3}
NOWHERE = QModelIndex()


class ImportModel(QAbstractTableModel):
    """Row number, the shown columns, and the note at the end.

    Rows keep their places while the teacher decides, so that nothing jumps away from her; they
    are put in order when a filter or the order is chosen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: RosterDraft | None = None
        self._plan = Plan((), (), 0, 0)
        self._state: RowState | None = None
        self._problems_first = True
        self._rows: list[DraftRow] = []
        self._class_name = ""

    def show_draft(self, draft: RosterDraft, class_name: str) -> None:
        """Show another state of the list; rows that are still there stay where they are."""
        fresh = self._draft is None or self._draft.table is not draft.table
        known = {row.index: row for row in draft.rows if self._fits(row)}
        kept = [] if fresh else [known[r.index] for r in self._rows if r.index in known]
        self._draft, self._class_name = draft, class_name
        if fresh or [r.index for r in kept] != [r.index for r in self._rows]:
            self._order()
        elif len(kept) == len(known):
            self._rows = kept
            self._tell_changed()
        else:
            self._append(kept, [row for row in known.values() if row not in kept])

    def set_plan(self, plan: Plan) -> None:
        """Show these columns."""
        if plan != self._plan:
            self.beginResetModel()
            self._plan = plan
            self.endResetModel()

    def set_filter(self, state: RowState | None) -> None:
        """Show only rows of a state; None shows all."""
        self._state = state
        self._order()

    def set_problems_first(self, first: bool) -> None:
        """Put the rows that need the teacher on top, or keep the order of the list."""
        self._problems_first = first
        self._order()

    @property
    def problems_first(self) -> bool:
        return self._problems_first

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def columns(self) -> tuple[ShownColumn, ...]:
        return self._plan.columns

    @property
    def note_column(self) -> int:
        """The last column, of notes and buttons."""
        return len(self._plan.columns) + 1

    def shown(self, column: int) -> ShownColumn | None:
        """What a column of the model shows; None for the row number and the note."""
        inside = 0 < column <= len(self._plan.columns)
        return self._plan.columns[column - 1] if inside else None

    def row_at(self, index: Index) -> DraftRow:
        """The row an index stands in."""
        return self._rows[index.row()]

    def place_of(self, key: int) -> int | None:
        """Where the row with a key is shown now; None when the filter hides it."""
        return next((at for at, row in enumerate(self._rows) if row.index == key), None)

    def column_of(self, use: ColumnUse) -> int:
        """The column of the model with a use; the first of names when there is none."""
        uses = [column.use for column in self._plan.columns]
        return uses.index(use) + 1 if use in uses else 1

    def problems(self) -> list[int]:
        """Keys of the rows that need the teacher, in the order they are shown."""
        return [row.index for row in self._rows if row.state is RowState.NEEDS]

    def cell(self, row: DraftRow, column: ShownColumn) -> Cell:
        """What a cell shows: the list's own, or what was understood."""
        if column.use is ColumnUse.BOARD:
            return Cell(row.board)
        if column.at is not None and column.at < len(row.cells):
            return row.cells[column.at]
        return Cell(row.name.given if column.use is ColumnUse.FIRST else row.name.family)

    def lone(self, row: DraftRow) -> tuple[int, str] | None:
        """Column and text of a row that was left out and has nothing but that, like a title."""
        filled = [(at, cell.text) for at, cell in enumerate(row.cells) if cell.text]
        if row.state is not RowState.LEFT_OUT or len(filled) != 1:
            return None
        at, text = filled[0]
        shown = [column.at for column in self._plan.columns]
        return (shown.index(at) if at in shown else 0) + 1, text

    def note(self, row: DraftRow) -> str:
        """Why a row is where it is."""
        return note_text(row, self._class_name, self.decision(row))

    def actions(self, row: DraftRow) -> tuple[RowAction, ...]:
        """The buttons of a row."""
        return actions(row, self.decision(row))

    def decision(self, row: DraftRow) -> Decision:
        """What the teacher said about a row so far."""
        known = {} if self._draft is None else self._draft.decisions
        return known.get(row.index, UNDECIDED)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Number, columns and note."""
        return 0 if parent.isValid() or self._draft is None else self.note_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names of students can be typed over."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.shown(index.column())
        if column is None or column.use not in EDITABLE:
            return flags
        left_out = self.row_at(index).state is RowState.LEFT_OUT
        return flags if left_out else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell; for a screen reader also what was struck out."""
        row = self.row_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._text(row, index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Headings for a screen reader; the visible ones are widgets of their own."""
        if role != Qt.ItemDataRole.DisplayRole or self._draft is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section].line)
        column = self.shown(section)
        if column is not None:
            own = "" if column.at is None else heading_of(self._draft.columns[column.at])
            return f"{own}: {use_word(column.use)}" if own else use_word(column.use)
        return say("Row") if section == 0 else say("Note")

    def _text(self, row: DraftRow, at: int) -> str:
        column = self.shown(at)
        if column is not None:
            return self.cell(row, column).text
        return str(row.line) if at == 0 else self.note(row)

    def _spoken(self, row: DraftRow, at: int) -> str:
        column, text = self.shown(at), self._text(row, at)
        if column is None:
            return text if at == 0 else f"{state_word(row.state)}. {text}"
        if not column.is_name and text:
            return say("{text}, left out").format(text=text)
        was = self.cell(row, column).was
        return say("{now}, was {was}").format(now=text, was=was) if was else text

    def _fits(self, row: DraftRow) -> bool:
        return self._state is None or row.state is self._state

    def _order(self) -> None:
        self.beginResetModel()
        rows = [] if self._draft is None else [r for r in self._draft.rows if self._fits(r)]
        if self._problems_first:
            rows.sort(key=lambda row: _ORDER[row.state])
        self._rows = rows
        self.endResetModel()

    def _append(self, kept: list[DraftRow], new: list[DraftRow]) -> None:
        self._rows = kept
        self._tell_changed()
        self.beginInsertRows(NOWHERE, len(kept), len(kept) + len(new) - 1)
        self._rows = kept + new
        self.endInsertRows()

    def _tell_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, self.note_column)
            self.dataChanged.emit(self.index(0, 0), last)
