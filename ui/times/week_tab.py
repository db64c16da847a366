"""Putting classes in the week: choose one, then click the times it is taught at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, SlotId
from app.domain.school_day import SchoolCalendar
from app.domain.timetable import Period, Slot
from app.domain.week_table import DayColumn, in_the_way, same_lesson, slots_at, week_letters
from app.services.timetable import TimetableService
from ui.theme import Theme
from ui.times import words
from ui.times.week_grid import WeekGrid
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.scroll import Scroll
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text


class WeekTab(QWidget):
    """The class to be put in, its subject and letter, and the table; `periods_wanted` leads on."""

    periods_wanted = Signal()

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__()
        self._look = theme
        self._times = times
        self._calendar = times.calendar()
        self._classes: words.Classes = {}
        self.school_class = Dropdown(theme, "users-three")
        self.subject = Field(theme, tr("Subject"))
        self.letter = Segmented(theme)
        self.grid = WeekGrid(theme)
        self.periods_button = Button(theme, tr("Say when the periods are"), "clock", "primary")
        self._hint = Text(theme, "", "small", "text2")
        self._tools = QWidget()
        self._scroll = Scroll(theme, self.grid)
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._space)
        self._space()

    def show_calendar(self, calendar: SchoolCalendar, classes: tuple[SchoolClass, ...]) -> None:
        """Show what is kept."""
        self._calendar = calendar
        self._classes = {c.id: c for c in classes}
        self.school_class.set_items((c.id, c.name) for c in classes)
        letters = week_letters(calendar.timetable)
        every = ("", tr("Every week"), None, "")
        weeks = [(one, tr("Week {letter}", letter=one), None, "") for one in letters]
        self.letter.set_items([every, *weeks])
        self.letter.setVisible(bool(letters))
        self._show_subject()
        self._show_grid()

    def choose_class(self, class_id: ClassId | None) -> None:
        """Put this class in from now on."""
        self.school_class.set_current(class_id)
        self.subject.clear()
        self._show_subject()
        self._show_grid()

    def _chosen(self) -> SchoolClass | None:
        key = self.school_class.current()
        return next((c for c in self._classes.values() if c.id == key), None)

    def _show_subject(self) -> None:
        chosen = self._chosen()
        self.subject.setPlaceholderText((chosen.subject if chosen else "") or tr("Subject"))

    def _show_grid(self) -> None:
        chosen, has_periods = self._chosen(), bool(self._calendar.periods)
        self.grid.show_calendar(self._calendar, self._classes, chosen.id if chosen else None)
        for part in (self._tools, self._scroll):
            part.setVisible(has_periods)
        self.periods_button.setVisible(not has_periods)
        self._hint.setText(
            tr("Click a time to put the class in, and again to take it out.")
            if has_periods
            else tr("The timetable has rows for the periods of your school. Begin with them.")
        )

    def _press(self, period: Period, column: DayColumn) -> None:
        """Put the chosen class in the place of what is there; the same once more takes it out."""
        chosen = self._chosen()
        if chosen is None:
            return
        letter = column.letter or str(self.letter.current() or "")
        subject = " ".join(self.subject.text().split())
        subject = "" if subject == chosen.subject else subject
        slot = Slot(SlotId(0), chosen.id, period.id, column.weekday, letter, subject)
        there = slots_at(self._calendar, period, column)
        same = same_lesson(slot, there)
        if same is not None:
            self._times.clear(same.id)
        else:
            self._times.put(slot, in_the_way(slot, there))

    def _clear(self, period: Period, column: DayColumn) -> None:
        there = slots_at(self._calendar, period, column)
        if there:
            self._times.clear(*(slot.id for slot in there))

    def _build(self) -> None:
        self.school_class.setAccessibleName(tr("Class to put in"))
        self.subject.setAccessibleName(tr("Subject"))
        self.subject.setMaxLength(40)
        self.letter.setAccessibleName(tr("Which weeks"))
        self._hint.setWordWrap(True)
        flow = Flow(self._look, 8, 8, self._tools)
        for tool in (self.school_class, self.subject, self.letter):
            flow.addWidget(tool)
        for part in (self._tools, self._hint, self._scroll, self.periods_button):
            self._column.addWidget(part)
        self._column.setStretchFactor(self._scroll, 1)
        self._column.addStretch(0)
        self.school_class.picked.connect(self.choose_class)
        self.grid.pressed.connect(self._press)
        self.grid.cleared.connect(self._clear)
        self.periods_button.clicked.connect(lambda _on: self.periods_wanted.emit())

    def _space(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(10))
