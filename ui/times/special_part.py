"""Days that are not like the others: holidays, short days, a letter out of turn."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.ids import SpecialDayId
from app.domain.school_day import SchoolCalendar
from app.domain.timetable import LETTER, OFF, SHORT, SpecialDay
from app.errors import ClassroomError
from app.services.timetable import TimetableService
from ui.classes.rows import Rows
from ui.problems import problem
from ui.settings.section import Section
from ui.theme import Theme
from ui.times import words
from ui.times.day_field import DayField
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

LONGEST = 40


class SpecialRow(Surface):
    """When and what, and the way out of it."""

    def __init__(self, theme: Theme, times: TimetableService, key: SpecialDayId) -> None:
        super().__init__(theme, "", ("top",))
        self.when = Text(theme, role="strong")
        self.what = Text(theme, role="small", colour="text2")
        self.what.setWordWrap(True)
        self.remove_button = Button(theme, tr("As always"), "arrow-u-up-left", "quiet", small=True)
        self.remove_button.clicked.connect(lambda _on: times.as_always(key))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self.when)
        row.addWidget(self.what, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_special(self, special: SpecialDay) -> None:
        """Show what is kept."""
        self.when.setText(words.dates(special))
        self.what.setText(words.special(special))
        said = tr("{day} as always", day=words.dates(special))
        self.remove_button.setAccessibleName(said)


class SpecialPart(Section):
    """A form for one more, and those there are from today on; `refused` says what was wrong."""

    refused = Signal(str)

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__(theme, tr("Days that are different"))
        self._times = times
        self._calendar = times.calendar()
        self._shown_for: date | None = None
        self.kind = Segmented(theme)
        self.first = DayField(theme, tr("From"))
        self.last = DayField(theme, tr("To"))
        self.name = Field(theme, tr("What it is, for example: Half term"))
        self.minutes = Stepper(theme, 5, 180)
        self.begins = TimeField(theme, tr("The first begins at"))
        self.letter = Dropdown(theme)
        self.add_button = Button(theme, tr("Add"), "plus")
        self.rows = Rows[SpecialRow](theme, lambda key: SpecialRow(theme, times, SpecialDayId(key)))
        self._to = Text(theme, tr("to"), "small", "text2")
        self._each = Text(theme, tr("min each, the first from"), "small", "text2")
        for between in (self._to, self._each):
            between.setMinimumHeight(self.begins.sizeHint().height())
        self._build(theme)

    def show_calendar(self, calendar: SchoolCalendar) -> None:
        """Show what is kept, and what can be said."""
        self._calendar = calendar
        today, _minute = self._times.here()
        if self._shown_for != today:
            self._shown_for = today
            self.first.show_day(today, today)
            self.last.show_day(today, today)
        off, short = tr("No school"), tr("Short day")
        letters = calendar.timetable.letters
        kinds = [(OFF, off, None, ""), (SHORT, short, None, "")]
        self.kind.set_items(kinds + [(LETTER, tr("Another letter"), None, "")] * bool(letters))
        self.letter.set_items((letter, letter) for letter in letters)
        coming = [s for s in calendar.specials if (s.until or s.day) >= today.isoformat()]
        coming.sort(key=lambda s: (s.day, s.id))
        self.rows.sync([special.id for special in coming])
        for special in coming:
            self.rows.row(special.id).show_special(special)
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kind.current()
        for holiday in (self._to, self.last, self.name):
            holiday.setVisible(kind == OFF)
        for short in (self.minutes, self._each, self.begins):
            short.setVisible(kind == SHORT)
        self.letter.setVisible(kind == LETTER)
        self._show_begin()

    def _show_begin(self) -> None:
        """A short day begins as that day always does, unless said otherwise."""
        if not self.begins.text():
            times = self._calendar.times(self.first.day())
            self.begins.show_minute(times[0].begins if times else None)

    def _follow_first(self) -> None:
        """Holidays end no sooner than they begin."""
        today, _minute = self._times.here()
        if self.last.day() < self.first.day():
            self.last.show_day(self.first.day(), today)

    def _add(self) -> None:
        kind, day = self.kind.current(), self.first.day()
        try:
            if kind == OFF:
                self._times.close(day, self.last.day(), self.name.text())
                self.name.clear()
            elif kind == SHORT:
                self._times.shorten(day, self.minutes.value(), self.begins.minute())
            else:
                self._times.call(day, str(self.letter.current()))
        except ClassroomError as error:
            self.refused.emit(problem(error))
        else:
            self.refused.emit("")

    def _build(self, theme: Theme) -> None:
        self.kind.setAccessibleName(tr("What is different"))
        self.letter.setAccessibleName(tr("The day’s letter"))
        self.name.setAccessibleName(tr("What it is"))
        self.name.setMaxLength(LONGEST)
        self.name.setMinimumWidth(theme.px(240))
        self.minutes.set_name(tr("Minutes of each period"))
        self.minutes.set_step(5)
        self.minutes.set_value(30)
        held = QWidget()
        flow = Flow(theme, 8, 8, held)
        when: list[QWidget] = [self.kind, self.first, self._to, self.last, self.name, self.letter]
        for part in [*when, self.minutes, self._each, self.begins, self.add_button]:
            flow.addWidget(part)
        self.add_widget(held)
        self.add_widget(self.rows)
        self.kind.picked.connect(lambda _key: self._show_kind())
        self.first.changed.connect(self._follow_first)
        self.first.changed.connect(self._show_begin)
        self.add_button.clicked.connect(lambda _on: self._add())
