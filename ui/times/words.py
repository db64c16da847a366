"""The timetable in words; the context is "Times"."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.classes import SchoolClass
from app.domain.day_time import write_minute
from app.domain.ids import ClassId
from app.domain.timetable import LETTER, OFF, Period, Slot, SpecialDay
from app.domain.week_table import DayColumn
from ui.format import day_short

Classes = dict[ClassId, SchoolClass]


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Times", text).format(**facts)


def weekday(number: int, short: bool = True) -> str:
    """The name of an ISO weekday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale.c().dayName(number, form)


def column(day: DayColumn, short: bool = True) -> str:
    """What stands above a column: "Mon", "Day A"."""
    return weekday(day.weekday, short) if day.weekday else tr("Day {letter}", letter=day.letter)


def span(period: Period) -> str:
    """From when to when: "09:00–09:50"."""
    return f"{write_minute(period.begins)}–{write_minute(period.ends)}"


def slot_lines(slot: Slot, classes: Classes) -> tuple[str, str]:
    """Class and subject; a letter comes first where the slot has one."""
    found = classes.get(slot.class_id)
    name = found.name if found else ""
    subject = slot.subject or (found.subject if found else "")
    return (f"{slot.letter} · {name}" if slot.letter else name), subject


def cell(period: Period, day: DayColumn, slots: tuple[Slot, ...], classes: Classes) -> str:
    """All of a cell for a screen reader: "Monday, period 2, 09:30 to 10:20: 4B, Maths"."""
    said = [", ".join(filter(None, slot_lines(slot, classes))) for slot in slots]
    return tr(
        "{day}, period {period}, {begins} to {ends}: {what}",
        day=column(day, short=False),
        period=period.name,
        begins=write_minute(period.begins),
        ends=write_minute(period.ends),
        what="; ".join(said) or tr("free"),
    )


def dates(special: SpecialDay) -> str:
    """One day, or from when to when."""
    first = day_short(date.fromisoformat(special.day))
    if special.until in {"", special.day}:
        return first
    last = day_short(date.fromisoformat(special.until))
    return tr("{first} to {last}", first=first, last=last)


def special(day: SpecialDay) -> str:
    """What is different: "No school: Half term", "Short day: 5 periods of 30 min from 08:30"."""
    if day.kind == OFF:
        return tr("No school: {name}", name=day.name) if day.name else tr("No school")
    if day.kind == LETTER:
        return tr("Day {letter}", letter=day.letter)
    begins, ends = day.times[1::3], day.times[2::3]
    if not begins:
        return tr("Short day without periods")
    longest = max(end - begin for begin, end in zip(begins, ends, strict=True))
    return tr(
        "Short day: {count} periods of {minutes} min or less, from {begins}",
        count=len(begins),
        minutes=longest,
        begins=write_minute(min(begins)),
    )
