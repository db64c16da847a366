"""Which days there is school on, and what they are called in turn."""

from dataclasses import replace
from typing import NamedTuple

from app.domain.school_day import SchoolCalendar
from app.domain.timetable import BY_DAY, BY_WEEK
from app.domain.week_table import anchor_for
from app.services.timetable import TimetableService
from ui.settings.section import Section
from ui.theme import Theme
from ui.times.weekday_chips import WeekdayChips
from ui.times.words import tr
from ui.widgets.dropdown import Dropdown


class Cycle(NamedTuple):
    """The letters, and how often they change."""

    letters: tuple[str, ...]
    turn: str


def _numbers(last: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, last + 1))


ALIKE = Cycle((), BY_WEEK)
CYCLES = (
    ALIKE,
    Cycle(("A", "B"), BY_WEEK),
    Cycle(("A", "B"), BY_DAY),
    *(Cycle(_numbers(last), BY_DAY) for last in range(3, 7)),
)


class CyclePart(Section):
    """Each choice is kept at once."""

    def __init__(self, theme: Theme, times: TimetableService) -> None:
        super().__init__(theme, tr("The school’s days"))
        self._times = times
        self._calendar = times.calendar()
        self.weekdays = WeekdayChips(theme)
        self.cycle = Dropdown(theme, "calendar-dots")
        self.today = Dropdown(theme)
        self._build()

    def show_calendar(self, calendar: SchoolCalendar) -> None:
        """Show what is kept; letters that are not among the choices are one more."""
        self._calendar = calendar
        timetable = calendar.timetable
        kept = Cycle(timetable.letters, timetable.turn) if timetable.letters else ALIKE
        offered = CYCLES if kept in CYCLES else (*CYCLES, kept)
        self.cycle.set_items((cycle, _name(cycle)) for cycle in offered)
        self.cycle.set_current(kept)
        self.weekdays.show_days(range(1, 8), timetable.weekdays, tr("School"))
        day, _minute = self._times.here()
        self.today.set_items((letter, _day_name(letter, kept.turn)) for letter in timetable.letters)
        self.today.set_current(calendar.letter(day))
        self.today.setVisible(bool(timetable.letters))

    def _use_cycle(self, cycle: Cycle) -> None:
        if cycle.letters:
            self._keep(cycle, cycle.letters[0])
        else:
            self._times.set_cycle((), weekdays=self._calendar.timetable.weekdays)

    def _use_today(self, letter: str) -> None:
        timetable = self._calendar.timetable
        self._keep(Cycle(timetable.letters, timetable.turn), letter)

    def _keep(self, cycle: Cycle, letter: str) -> None:
        day, _minute = self._times.here()
        anchor = anchor_for(self._calendar, cycle.letters, cycle.turn, day, letter)
        weekdays = self._calendar.timetable.weekdays
        self._times.set_cycle(cycle.letters, cycle.turn, anchor, weekdays)

    def _use_weekdays(self, weekdays: tuple[int, ...]) -> None:
        """Today keeps its letter."""
        timetable = replace(self._calendar.timetable, weekdays=weekdays)
        after = replace(self._calendar, timetable=timetable)
        day, _minute = self._times.here()
        letter, letters = self._calendar.letter(day), timetable.letters
        anchor = anchor_for(after, letters, timetable.turn, day, letter) if letters else None
        self._times.set_cycle(letters, timetable.turn, anchor, weekdays)

    def _build(self) -> None:
        self.cycle.setAccessibleName(tr("Weeks and days"))
        self.today.setAccessibleName(tr("Today is"))
        self.add_line(tr("Days with school"), "", self.weekdays)
        said = tr("Weeks that are all alike, or days and weeks that take turns.")
        self.add_line(tr("Weeks and days"), said, self.today, self.cycle)
        self.cycle.picked.connect(self._use_cycle)
        self.today.picked.connect(lambda letter: self._use_today(str(letter)))
        self.weekdays.picked.connect(self._use_weekdays)


def _name(cycle: Cycle) -> str:
    if not cycle.letters:
        return tr("Every week alike")
    ends = {"first": cycle.letters[0], "last": cycle.letters[-1]}
    if cycle.turn == BY_WEEK:
        return tr("Weeks {first} and {last}", **ends)
    if len(cycle.letters) == 2:
        return tr("Days {first} and {last}", **ends)
    return tr("Days {first} to {last}", **ends)


def _day_name(letter: str, turn: str) -> str:
    if turn == BY_WEEK:
        return tr("This is week {letter}", letter=letter)
    return tr("Today is day {letter}", letter=letter)
