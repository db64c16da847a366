"""The timetable as a table to fill in: a row for each period, a column for each kind of day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.school_day import SchoolCalendar
from app.domain.timetable import BY_DAY, Period, Slot, Timetable

_BACK = 60


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A weekday (ISO, 0 for any) or, where days go by letters, a day with this letter."""

    weekday: int
    letter: str = ""


def day_columns(calendar: SchoolCalendar) -> tuple[DayColumn, ...]:
    """The columns that are filled in, and those that something was put in before."""
    timetable = calendar.timetable
    if timetable.turn == BY_DAY and timetable.letters:
        usual = [DayColumn(0, letter) for letter in timetable.letters]
        others = {DayColumn(s.weekday) for s in calendar.slots if s.weekday}
    else:
        usual = [DayColumn(number) for number in timetable.weekdays]
        others = {DayColumn(s.weekday) for s in calendar.slots if s.weekday} - set(usual)
    return (*usual, *sorted(others, key=lambda c: c.weekday))


def week_letters(timetable: Timetable) -> tuple[str, ...]:
    """The letters to choose from beside the weekdays; none where days go by letters."""
    return () if timetable.turn == BY_DAY else timetable.letters


def takes_place(period: Period, column: DayColumn) -> bool:
    """Whether the school has the period on such a day."""
    return not period.weekdays or not column.weekday or column.weekday in period.weekdays


def slots_at(calendar: SchoolCalendar, period: Period, column: DayColumn) -> tuple[Slot, ...]:
    """What is put in a cell, by letter and then as it was put in."""
    own = (slot for slot in calendar.slots if slot.period_id == period.id)
    found = [slot for slot in own if _is_in(calendar.timetable, slot, column)]
    return tuple(sorted(found, key=lambda slot: (slot.letter, slot.id)))


def in_the_way(slot: Slot, there: Iterable[Slot]) -> tuple[Slot, ...]:
    """Those at the same place that hold on the same days as the slot."""
    return tuple(s for s in there if "" in {s.letter, slot.letter} or s.letter == slot.letter)


def same_lesson(slot: Slot, there: Iterable[Slot]) -> Slot | None:
    """The one that says what the slot says: same class, subject and letter."""
    said = (slot.class_id, slot.subject, slot.letter)
    return next((s for s in there if (s.class_id, s.subject, s.letter) == said), None)


def anchor_for(
    calendar: SchoolCalendar, letters: Sequence[str], turn: str, day: date, letter: str
) -> date:
    """A date to begin the cycle on, so that the day has this letter."""
    for back in range(_BACK):
        begin = day - timedelta(days=back)
        cycle = replace(
            calendar.timetable, letters=tuple(letters), turn=turn, anchor=begin.isoformat()
        )
        if replace(calendar, timetable=cycle).letter(day) == letter:
            return begin
    return day


def _is_in(timetable: Timetable, slot: Slot, column: DayColumn) -> bool:
    if not column.weekday:
        return slot.weekday == 0 and slot.letter in {"", column.letter}
    if slot.weekday:
        return slot.weekday == column.weekday
    return timetable.turn != BY_DAY and slot.letter in {"", *timetable.letters}
