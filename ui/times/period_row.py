"""A period of the school day, to be changed where it stands."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.timetable import Period
from app.errors import ClassroomError
from app.services.timetable import TimetableService
from ui.classes.line import Line
from ui.problems import problem
from ui.theme import Theme
from ui.times.weekday_chips import WeekdayChips
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

NAME_WIDE = 120


class PeriodRow(Surface):
    """Name, times and weekdays; `refused` carries what was wrong, "" when it is right again."""

    refused = Signal(str)

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__(theme, "", ("bottom",))
        self._look = theme
        self._times = times
        self._period: Period | None = None
        self.name = Line(theme, self._rename, tr("Name"))
        self.begins = TimeField(theme, tr("Begins"))
        self.ends = TimeField(theme, tr("Ends"))
        self.days = WeekdayChips(theme)
        self.remove_button = Button(theme, tr("Remove"), "trash", "quiet", small=True)
        self._build()
        theme.changed.connect(self._space)
        self._space()

    def show_period(self, period: Period, weekdays: Sequence[int]) -> None:
        """Show what is kept; `weekdays` are those with school."""
        self._period = period
        self.name.show_text(period.name)
        self.name.setAccessibleName(tr("Name of period {period}", period=period.name))
        for field, minute, said in (
            (self.begins, period.begins, tr("Period {period} begins", period=period.name)),
            (self.ends, period.ends, tr("Period {period} ends", period=period.name)),
        ):
            field.setAccessibleName(said)
            if not field.hasFocus():
                field.show_minute(minute)
        about = tr("Period {period}", period=period.name)
        self.days.show_days(weekdays, period.weekdays or weekdays, about)
        self.remove_button.setAccessibleName(tr("Remove period {period}", period=period.name))
        self._weekdays = tuple(weekdays)

    def _rename(self, name: str) -> None:
        if self._period is not None:
            self._times.change_period(replace(self._period, name=name))

    def _set_times(self) -> None:
        begins, ends, period = self.begins.minute(), self.ends.minute(), self._period
        if period is None or begins is None or ends is None:
            return
        if (begins, ends) == (period.begins, period.ends):
            self._settle()
        else:
            self._change(replace(period, begins=begins, ends=ends))

    def _set_days(self, days: tuple[int, ...]) -> None:
        """All days of the school are said by none."""
        if self._period is not None:
            told = () if days == self._weekdays else days
            self._change(replace(self._period, weekdays=told))

    def _change(self, after: Period) -> None:
        try:
            self._times.change_period(after)
        except ClassroomError as error:
            self.begins.set_error(True)
            self.ends.set_error(True)
            self.refused.emit(problem(error))
        else:
            self._settle()

    def _settle(self) -> None:
        self.begins.set_error(False)
        self.ends.set_error(False)
        self.refused.emit("")

    def _remove(self) -> None:
        if self._period is not None:
            self._times.remove_period(self._period.id)

    def _build(self) -> None:
        self.name.setFixedWidth(self._look.px(NAME_WIDE))
        flow, to = Flow(self._look, 8, 6), Text(self._look, tr("to"), "small", "text2")
        to.setMinimumHeight(self.begins.sizeHint().height())
        for part in (
            self.name,
            self.begins,
            to,
            self.ends,
            self.days,
            self.remove_button,
        ):
            flow.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(flow)
        self.name.refused.connect(self.refused)
        self.begins.editingFinished.connect(self._set_times)
        self.ends.editingFinished.connect(self._set_times)
        self.days.picked.connect(self._set_days)
        self.remove_button.clicked.connect(lambda _on: self._remove())

    def _space(self) -> None:
        px = self._look.px
        self.name.setFixedWidth(px(NAME_WIDE))
        self._column.setContentsMargins(px(16), px(8), px(12), px(8))
