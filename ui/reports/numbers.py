"""The numbers behind a picture, as a table that everyone can read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.domain.term import TermPicture
from ui.reports.words import choice_words, day_month, seen_words, state_words, tr
from ui.theme import Theme
from ui.widgets.scroll import dress_bars

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
ROW = 28


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table of words: heads over the columns, and names beside the rows."""

    heads: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def growth_numbers(term: TermPicture) -> Numbers:
    """A line for each strand and level: how many stood there when each week was over."""
    names, rows = list[str](), list[tuple[str, ...]]()
    for strand in term.strands:
        for level in range(len(term.levels) + 1):
            word = term.levels[level - 1] if level else tr("No evidence")
            names.append(f"{strand.name}: {level} {word}" if level else f"{strand.name}: {word}")
            rows.append(tuple(str(counts[level]) for counts in strand.weeks))
    return Numbers(tuple(map(day_month, term.weeks)), tuple(names), tuple(rows))


def coverage_numbers(term: TermPicture) -> Numbers:
    """A line for each student: how many looks on each day."""
    heads = (tr("Days seen"), *map(day_month, term.days))
    rows = tuple(
        (seen_words(row), *(state_words(mark.state, mark.looks) for mark in row.marks))
        for row in term.coverage
    )
    return Numbers(heads, tuple(row.full_name for row in term.coverage), rows)


def shares_numbers(term: TermPicture) -> Numbers:
    """A line for each student, least of the teacher first."""
    shown = 3 if term.has_choices else 2
    heads = (tr("Minutes with you"), tr("Lessons"), tr("First choice"))
    found = sorted(term.shares, key=lambda row: row.minutes)
    rows = tuple((str(r.minutes), str(r.lessons), choice_words(r))[:shown] for r in found)
    return Numbers(heads[:shown], tuple(row.full_name for row in found), rows)


class NumbersModel(QAbstractTableModel):
    """Words in rows and columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = Numbers()

    def show(self, numbers: Numbers) -> None:
        """Show another table."""
        self.beginResetModel()
        self._numbers = numbers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The lines there are."""
        return 0 if parent.isValid() else len(self._numbers.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The columns there are."""
        return 0 if parent.isValid() else len(self._numbers.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words."""
        if index.isValid() and role in _WORDS:
            words = self._numbers.rows[index.row()][index.column()]
            silent = not words and role == Qt.ItemDataRole.AccessibleTextRole
            return tr("nothing") if silent else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column or a line is about."""
        if role not in _WORDS:
            return None
        across = orientation == Qt.Orientation.Horizontal
        words: Sequence[str] = self._numbers.heads if across else self._numbers.names
        return words[section] if section < len(words) else None


class NumbersTable(QTableView):
    """As high as all its lines, so that the page alone scrolls down; wide ones scroll sideways."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.numbers = NumbersModel(self)
        self.setModel(self.numbers)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_numbers(self, numbers: Numbers) -> None:
        """Show these."""
        self.numbers.show(numbers)
        self._restyle()

    def sizeHint(self) -> QSize:
        """All lines."""
        bar = self.horizontalScrollBar().sizeHint().height()
        rows = self.numbers.rowCount() * self._theme.px(ROW)
        return QSize(self._theme.px(300), self.horizontalHeader().height() + rows + bar)

    def _restyle(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        palette.setColor(QPalette.ColorRole.AlternateBase, self._theme.colour("sunken"))
        self.setPalette(palette)
        self.setFont(self._theme.font("small", tabular=True))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(self._theme.font("caption", 600))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.horizontalHeader().setFixedHeight(self._theme.px(ROW))
        dress_bars(self._theme, self)
        self.setFixedHeight(self.sizeHint().height())
