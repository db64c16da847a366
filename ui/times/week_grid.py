"""The school's week: periods below each other, days side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.school_day import SchoolCalendar
from app.domain.timetable import Period
from app.domain.week_table import DayColumn, day_columns, slots_at, takes_place
from ui.theme import Theme
from ui.times import words
from ui.times.slot_cell import SlotCell
from ui.widgets.paint import rtl
from ui.widgets.text import Text

Place = tuple[int, int]
"""A row and a column, both from 0."""


class WeekGrid(QWidget):
    """`pressed` and `cleared` carry period and column of a cell; Tab stops once in it."""

    pressed = Signal(object, object)
    cleared = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._look = theme
        self._periods: tuple[Period, ...] = ()
        self._columns: tuple[DayColumn, ...] = ()
        self.cells: dict[Place, SlotCell] = {}
        self._heads: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._here: Place = (0, 0)
        theme.changed.connect(self._space)
        self._space()

    def show_calendar(
        self, calendar: SchoolCalendar, classes: words.Classes, own: ClassId | None
    ) -> None:
        """Show what is taught when; `own` is the class that is being put in."""
        columns = day_columns(calendar)
        if (calendar.periods, columns) != (self._periods, self._columns):
            self._make(calendar.periods, columns)
        for (row, at), cell in self.cells.items():
            period, column = self._periods[row], self._columns[at]
            slots = slots_at(calendar, period, column)
            lines = [words.slot_lines(slot, classes) for slot in slots]
            mine = any(slot.class_id == own for slot in slots)
            cell.show_lines(lines, mine, words.cell(period, column, slots, classes))

    def cell(self, row: int, column: int) -> SlotCell:
        """The cell of a period (from 0) on a day (from 0)."""
        return self.cells[row, column]

    def _make(self, periods: Sequence[Period], columns: Sequence[DayColumn]) -> None:
        had = any(cell.hasFocus() for cell in self.cells.values())
        for old in (*self.cells.values(), *self._heads):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._periods, self._columns = tuple(periods), tuple(columns)
        self._heads = [self._column_head(at) for at in range(len(columns))]
        self._heads += [self._period_head(row) for row in range(len(periods))]
        places = [(row, at) for row in range(len(periods)) for at in range(len(columns))]
        self.cells = {place: self._cell(place) for place in places}
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(len(periods) + 1, 1)
        self._stop_at(self._here if self._here in self.cells else (0, 0), take=had)

    def _column_head(self, at: int) -> QWidget:
        text = Text(self._look, words.column(self._columns[at]), "small", "text2", weight=600)
        self._grid.addWidget(text, 0, at + 1)
        self._grid.setColumnStretch(at + 1, 1)
        return text

    def _period_head(self, row: int) -> QWidget:
        period = self._periods[row]
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Text(self._look, period.name, "small", weight=600))
        column.addWidget(Text(self._look, words.span(period), "caption", "text2", tabular=True))
        column.addStretch(1)
        self._grid.addWidget(head, row + 1, 0)
        return head

    def _cell(self, place: Place) -> SlotCell:
        row, at = place
        cell = SlotCell(self._look)
        period, column = self._periods[row], self._columns[at]
        cell.setEnabled(takes_place(period, column))
        cell.clicked.connect(lambda _on=False: self._press(place))
        cell.keyed.connect(lambda key: self._key(place, key))
        self._grid.addWidget(cell, row + 1, at + 1)
        cell.show()
        return cell

    def _press(self, place: Place) -> None:
        self._stop_at(place)
        self.pressed.emit(self._periods[place[0]], self._columns[place[1]])

    def _key(self, place: Place, key: Qt.Key) -> None:
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit(self._periods[place[0]], self._columns[place[1]])
            return
        row, at = place
        across = -1 if rtl(self) else 1
        steps = {
            Qt.Key.Key_Left: (0, -across),
            Qt.Key.Key_Right: (0, across),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -at),
            Qt.Key.Key_End: (0, len(self._columns) - 1 - at),
        }
        down, aside = steps[key]
        spot = (row + down, at + aside)
        while spot in self.cells and not self.cells[spot].isEnabled() and (down or abs(aside) == 1):
            spot = (spot[0] + down, spot[1] + aside)
        if spot in self.cells and self.cells[spot].isEnabled():
            self._stop_at(spot, take=True)

    def _stop_at(self, place: Place, take: bool = False) -> None:
        self._here = place
        for spot, cell in self.cells.items():
            stop = Qt.FocusPolicy.StrongFocus if spot == place else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(stop)
        if take and place in self.cells:
            self.cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(6))
        self._grid.setVerticalSpacing(self._look.px(6))
