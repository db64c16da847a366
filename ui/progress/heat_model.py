"""The progress table for Qt: students down, skills across, then what else there is to know."""

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.domain.ids import StudentId
from app.domain.progress import NO_EVIDENCE, Cell, ProgressRow, ProgressTable, SkillColumn
from app.ports import Clock
from ui.progress.words import (
    cell_words,
    column_words,
    goal_words,
    last_seen_words,
    minutes_words,
    tr,
)
from ui.widgets.tip import plain_tip

LAST_SEEN, MINUTES, GOAL = range(3)
"""The columns after the skills."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class HeatModel(QAbstractTableModel):
    """Holds the table that is shown; tells only of what differs from the one before.

    `counted` says that other numbers of students are at the levels. It takes the place of Qt's
    own word for changed headings, at which the view would draw every cell anew.
    """

    counted = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._columns: tuple[SkillColumn, ...] = ()
        self._rows: tuple[ProgressRow, ...] = ()
        self._levels: tuple[str, ...] = ()
        self._most_minutes = 1

    @property
    def columns(self) -> tuple[SkillColumn, ...]:
        """The skills."""
        return self._columns

    @property
    def rows(self) -> tuple[ProgressRow, ...]:
        """The students, in the order they are shown."""
        return self._rows

    @property
    def most_minutes(self) -> int:
        """The minutes of a full bar."""
        return self._most_minutes

    def show(self, table: ProgressTable, most_minutes: int) -> None:
        """Show a table; `most_minutes` is the length of a full bar."""
        old_columns, old_rows, old_most = self._columns, self._rows, self._most_minutes
        same = _order(table.rows, table.columns) == _order(old_rows, old_columns)
        if not same:
            self.beginResetModel()
        self._columns, self._rows, self._levels = table.columns, table.rows, table.levels
        self._most_minutes = max(1, most_minutes)
        if not same:
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(old_rows, table.rows, strict=True)):
            if old != new or old_most != self._most_minutes:
                self._tell_row(at, old, new, old_most != self._most_minutes)
        if old_columns != table.columns:
            self.counted.emit()

    def row_of(self, student: StudentId) -> int | None:
        """Where a student stands now, None when not shown."""
        found = (at for at, row in enumerate(self._rows) if row.student_id == student)
        return next(found, None)

    def cell(self, row: int, column: int) -> Cell:
        """One student on one skill."""
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else NO_EVIDENCE

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many students are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The skills and the three columns after them."""
        return 0 if parent.isValid() else len(self._columns) + 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; it is drawn from `cell` and `rows`."""
        if not index.isValid():
            return None
        words = self._words(index.row(), index.column())
        if role in _WORDS:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and words:
            heading = self._heading(index.column())
            return plain_tip(f"{self._rows[index.row()].full_name}\n{heading}\n{words}")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A student's name, or a skill in full."""
        if orientation == Qt.Orientation.Vertical:
            name = self._rows[section].full_name if section < len(self._rows) else ""
            return name if role in _WORDS else None
        if role in _WORDS:
            return self._heading(section)
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self._columns):
            return plain_tip(column_words(self._columns[section], self._levels))
        return None

    def _words(self, row: int, column: int) -> str:
        extra = column - len(self._columns)
        if extra < 0:
            cell = self.cell(row, column)
            return cell_words(cell, self._levels, self._day(cell.seen_at))
        if extra == LAST_SEEN:
            return last_seen_words(self._rows[row].last_seen_days)
        if extra == MINUTES:
            return minutes_words(self._rows[row].minutes)
        return goal_words(self._rows[row])

    def _heading(self, column: int) -> str:
        if column < len(self._columns):
            return self._columns[column].statement
        after = (tr("Last seen"), tr("With you this week"), tr("Goal, steps done"))
        return after[column - len(self._columns)]

    def _day(self, at_ms: int | None) -> date | None:
        return None if at_ms is None else self._clock.local(at_ms).date()

    def _tell_row(self, at: int, old: ProgressRow, new: ProgressRow, bars: bool) -> None:
        """Name the cells that changed, so that only they are drawn anew."""
        changed = [i for i, pair in enumerate(zip(old.cells, new.cells, strict=True)) if _two(pair)]
        if bars or _extras(old) != _extras(new):
            changed += range(len(self._columns), self.columnCount())
        for column in changed:
            # One by one: told of a range, Qt's view draws everything anew.
            self.dataChanged.emit(self.index(at, column), self.index(at, column))
        if (old.name, old.full_name) != (new.name, new.full_name):
            self.headerDataChanged.emit(Qt.Orientation.Vertical, at, at)


def _two(pair: tuple[Cell, Cell]) -> bool:
    return pair[0] != pair[1]


def _extras(row: ProgressRow) -> tuple[object, ...]:
    return (row.last_seen_days, row.minutes, row.goal)


def _order(
    rows: tuple[ProgressRow, ...], columns: tuple[SkillColumn, ...]
) -> tuple[list[int], list[int]]:
    return [row.student_id for row in rows], [column.skill_id for column in columns]
