"""When the periods of the school day are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.school_day import DAY_MINUTES, SchoolCalendar
from app.errors import ClassroomError
from app.services.timetable import TimetableService
from ui.classes.rows import Rows
from ui.problems import problem
from ui.theme import Theme
from ui.times.layout_form import FIRST, LayoutForm
from ui.times.period_row import PeriodRow
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface

LENGTH, PAUSE = 45, 5


class PeriodsTab(QWidget):
    """A form for all of them, and a row for each; `refused` carries what was wrong."""

    refused = Signal(str)

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__()
        self._look = theme
        self._times = times
        self._calendar = times.calendar()
        self.form = LayoutForm(theme, times)
        self.rows = Rows[PeriodRow](theme, self._new_row)
        self.add_button = Button(theme, tr("One more period"), "plus")
        self._box = Surface(theme, "surface", radius=12)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rows)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        buttons = Flow(theme)
        buttons.addWidget(self.add_button)
        self._column.addWidget(self.form)
        self._column.addWidget(self._box)
        self._column.addLayout(buttons)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, inner))
        self.form.refused.connect(self.refused)
        self.add_button.clicked.connect(lambda _on: self._add())
        theme.changed.connect(self._space)
        self._space()

    def show_calendar(self, calendar: SchoolCalendar) -> None:
        """Show what is kept."""
        self._calendar = calendar
        self.rows.sync([period.id for period in calendar.periods])
        for period in calendar.periods:
            self.rows.row(period.id).show_period(period, calendar.timetable.weekdays)
        self._box.setVisible(bool(calendar.periods))
        self.form.show_count(len(calendar.periods), len(calendar.slots))

    def _new_row(self, _key: int) -> PeriodRow:
        row = PeriodRow(self._look, self._times)
        row.refused.connect(self.refused)
        return row

    def _add(self) -> None:
        """One after the last, as long as that."""
        last = max(self._calendar.periods, key=lambda p: p.ends, default=None)
        begins = FIRST if last is None else last.ends + PAUSE
        length = LENGTH if last is None else last.ends - last.begins
        name = str(len(self._calendar.periods) + 1)
        try:
            self._times.add_period(name, begins, min(DAY_MINUTES, begins + length))
        except ClassroomError as error:
            self.refused.emit(problem(error))

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(14))
