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

from app.domain.attention import is_blind, secure_from
from app.domain.ids import SkillId, StudentId
from app.domain.presence import UNKNOWN
from app.domain.progress import NO_EVIDENCE, Cell, ProgressRow, ProgressTable, SkillColumn
from app.ports import Clock
from ui.progress.choice import BY_CHOICES, BY_GOAL, BY_LAST_SEEN, BY_MINUTES, BY_SKILL
from ui.progress.folding import StrandColumn
from ui.progress.words import (
    cell_words,
    choice_words,
    column_words,
    goal_words,
    last_seen_words,
    minutes_words,
    tr,
)
from ui.widgets.tip import plain_tip

LAST_SEEN, MINUTES, GOAL, CHOICES = range(4)
"""The columns after the skills; that of choices only where somebody chose."""

EXTRAS = (BY_LAST_SEEN, BY_MINUTES, BY_GOAL, BY_CHOICES)
"""What they are ordered by."""

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, SkillId | None]
Pick = tuple[StudentId, SkillId]
Spot = tuple[SkillId | None, SkillId | None, int]
_ROOT = QModelIndex()
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class HeatModel(QAbstractTableModel):
    """Holds the table that is shown; tells only of what differs from the one before.

    `counted` names the columns in which other numbers of students are at the levels. It takes the
    place of Qt's own word for changed headings, at which the view would draw every cell anew.
    """

    counted = Signal(list)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._columns: tuple[SkillColumn, ...] = ()
        self._rows: tuple[ProgressRow, ...] = ()
        self._levels: tuple[str, ...] = ()
        self._presence, self._now = UNKNOWN, 0
        self._most_minutes = 1
        self._picks: frozenset[Pick] = frozenset()
        self._has_choices = False

    @property
    def columns(self) -> tuple[SkillColumn, ...]:
        """The skills."""
        return self._columns

    @property
    def rows(self) -> tuple[ProgressRow, ...]:
        """The students, in the order they are shown."""
        return self._rows

    @property
    def has_choices(self) -> bool:
        """Whether there is a column about choices."""
        return self._has_choices

    @property
    def most_minutes(self) -> int:
        """The minutes of a full bar."""
        return self._most_minutes

    @property
    def picks(self) -> frozenset[Pick]:
        """The cells that are picked, by student and skill."""
        return self._picks

    def set_picks(self, picks: frozenset[Pick]) -> None:
        """Pick these cells; those that were not or are no more are told of."""
        changed, self._picks = picks ^ self._picks, picks
        for row, student in enumerate(self._rows if changed else ()):
            for at, column in enumerate(self._columns):
                if (student.student_id, column.skill_id) in changed:
                    self.dataChanged.emit(self.index(row, at), self.index(row, at))

    def pick_at(self, row: int, column: int) -> Pick | None:
        """What picking a cell picks; None beside the skills."""
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._columns)):
            return None
        return (self._rows[row].student_id, self._columns[column].skill_id)

    @property
    def secure(self) -> int:
        """The level from which a skill is secure."""
        return secure_from(len(self._levels))

    def show(self, table: ProgressTable, most_minutes: int) -> None:
        """Show a table; `most_minutes` is the length of a full bar."""
        old_columns, old_rows, old_most = self._columns, self._rows, self._most_minutes
        same = _order(table.rows, table.columns) == _order(old_rows, old_columns)
        same = same and table.has_choices == self._has_choices
        if not same:
            self.beginResetModel()
        self._columns, self._rows, self._levels = table.columns, table.rows, table.levels
        self._presence, self._now = table.presence, table.now
        self._has_choices = table.has_choices
        self._most_minutes = max(1, most_minutes)
        if not same:
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(old_rows, table.rows, strict=True)):
            if old != new or old_most != self._most_minutes:
                self._tell_row(at, old, new, old_most != self._most_minutes)
        pairs = enumerate(zip(old_columns, table.columns, strict=True))
        changed = [at for at, (old, new) in pairs if old != new]
        if changed:
            highest = _highest(old_columns) != _highest(table.columns)
            self.counted.emit(list(range(len(table.columns))) if highest else changed)

    def row_of(self, student: StudentId) -> int | None:
        """Where a student stands now, None when not shown."""
        found = (at for at, row in enumerate(self._rows) if row.student_id == student)
        return next(found, None)

    def key_of(self, column: int) -> Key:
        """What a column is about: what to order by, and its skill."""
        extra = column - len(self._columns)
        return (BY_SKILL, self._columns[column].skill_id) if extra < 0 else (EXTRAS[extra], None)

    def spot(self, column: int) -> Spot:
        """A column by what it is about, so that it is found again in another table."""
        extra = column - len(self._columns)
        if extra >= 0 or column < 0:
            return (None, None, extra)
        found = self._columns[column]
        return (found.skill_id, found.strand_id, 0)

    def column_at(self, spot: Spot) -> int:
        """Where that column is now: the skill, else its strand, else the first."""
        skill, strand, extra = spot
        if skill is None:
            return max(0, len(self._columns) + extra) if extra >= 0 else 0
        ids = [column.skill_id for column in self._columns]
        strands = [column.strand_id for column in self._columns]
        if skill in ids:
            return ids.index(skill)
        return strands.index(strand) if strand in strands else 0

    def cell(self, row: int, column: int) -> Cell:
        """One student on one skill."""
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else NO_EVIDENCE

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many students are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The skills and the three or four columns after them."""
        return 0 if parent.isValid() else len(self._columns) + 3 + self._has_choices

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
            blind = self._is_blind(row, column, cell)
            words = cell_words(cell, self._levels, self._day(cell.seen_at), blind)
            picked = self.pick_at(row, column) in self._picks
            return tr("{cell}, picked", cell=words) if picked else words
        if extra == LAST_SEEN:
            return last_seen_words(self._rows[row].last_seen_days)
        if extra == MINUTES:
            return minutes_words(self._rows[row].minutes)
        if extra == CHOICES:
            return choice_words(self._rows[row])
        return goal_words(self._rows[row])

    def _is_blind(self, row: int, column: int, cell: Cell) -> bool:
        """Nothing is said of who has no evidence yet: that nobody looked is plain."""
        if cell.seen_at is None or isinstance(self._columns[column], StrandColumn):
            return False
        return is_blind(cell, self._rows[row].student_id, self._presence, self._now)

    def _heading(self, column: int) -> str:
        if column < len(self._columns):
            return self._columns[column].statement
        after = (
            tr("Last seen"),
            tr("With you this week"),
            tr("Goal, steps done"),
            tr("First choices that came true, last 4 weeks"),
        )
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


def _highest(columns: tuple[SkillColumn, ...]) -> int:
    """The count that fills the height of the bars."""
    return max((max(column.counts) for column in columns), default=0)


def _extras(row: ProgressRow) -> tuple[object, ...]:
    return (row.last_seen_days, row.minutes, row.goal, row.choices)


def _order(
    rows: tuple[ProgressRow, ...], columns: tuple[SkillColumn, ...]
) -> tuple[list[int], list[int]]:
    return [row.student_id for row in rows], [column.skill_id for column in columns]
