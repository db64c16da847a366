"""The words of the plan page."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.day_time import write_minute
from app.domain.ids import StudentId
from app.domain.in_time import whole_seconds
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson
from app.domain.school_day import DAY_MINUTES
from app.domain.seating import may_move
from app.domain.stations import Station
from ui.format import day_short, minutes
from ui.plan.grid.chip import Marks, PlanChip


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)


def title(lesson: Lesson) -> str:
    """What is planned, as far as it has a name."""
    what = ", ".join(filter(None, (lesson.subject, lesson.topic)))
    return _tr("Plan: {lesson}").format(lesson=what) if what else _tr("Plan")


def subtitle(class_name: str, lesson: Lesson) -> str:
    """Class, time and lengths: "4B · Mon 18 May, 09:30 · 4 rounds of 12 min, 2 min to move"."""
    each, moving = minutes(lesson.round_seconds), minutes(lesson.transition_seconds)
    one = lesson.rounds == 1
    lengths = (
        _tr("1 round of {each} min")
        if one
        else _tr("{rounds} rounds of {each} min, {moving} min to move")
    )
    said = lengths.format(rounds=lesson.rounds, each=each, moving=moving)
    if many := len(lesson.guest_ids):
        text = _tr("{name} and 1 guest") if many == 1 else _tr("{name} and {count} guests")
        class_name = text.format(name=class_name, count=many)
    return f"{class_name} · {when(lesson)} · {said}"


def when(lesson: Lesson) -> str:
    """The day, and the time if there is one: "Mon 18 May, 09:30"."""
    if lesson.begins is None:
        return day(lesson.day)
    return f"{day(lesson.day)}, {write_minute(lesson.begins)}"


def day(iso: str) -> str:
    """A day as a teacher says it: "Thu 14 May"."""
    return day_short(date.fromisoformat(iso))


def weekday(iso: str) -> str:
    """The name of the weekday."""
    return QLocale.c().dayName(date.fromisoformat(iso).isoweekday())


def last_lesson(iso: str, today: date) -> str:
    """When the last lesson was: the weekday within a week, else the day."""
    ago = (today - date.fromisoformat(iso)).days
    if ago == 0:
        return _tr("today")
    return weekday(iso) if ago < 7 else day(iso)


def round_name(number: int) -> str:
    return _tr("Round {number}").format(number=number)


def round_time(picture: LessonPicture, number: int) -> str:
    """When a round begins by the clock, or else in which minutes of the lesson it is."""
    clock = picture.round_begins(number)
    if clock is not None:
        return write_minute(clock % DAY_MINUTES)
    begin, end = picture.round_minutes(number)
    return _tr("{begin}–{end} min").format(begin=begin, end=end)


def round_note(picture: LessonPicture, number: int) -> str:
    """How many have no seat in a round, empty when all have one."""
    missing = len(picture.without_seat(number))
    return _tr("{count} without a seat").format(count=missing) if missing else ""


def out_note(picture: LessonPicture, number: int) -> str:
    """Who is out of the room for all of a round, empty when nobody is: "Yusuf out"."""
    out = picture.out_in(number)
    return _tr("{names} out").format(names=names(picture, out, most=3)) if out else ""


def out_notes(picture: LessonPicture) -> str:
    """Who is out in which round, for a screen reader."""
    notes = ((n, out_note(picture, n)) for n in range(1, picture.lesson.rounds + 1))
    return ". ".join(f"{round_name(number)}: {note}" for number, note in notes if note)


def chip_description(station: str, number: int) -> str:
    return _tr("{station}, round {number}").format(station=station, number=number)


def lifted_words(name: str) -> str:
    """What is said aloud when a student is the one to be moved."""
    text = _tr("{name} lifted. Press a station’s number, or arrows and Enter. Esc cancels.")
    return text.format(name=name)


def aimed_words(station: Station, remark: str) -> str:
    """What is said aloud when a student is held over a station."""
    if not remark:
        return station.name
    return _tr("{station}. {remark}").format(station=station.name, remark=remark)


def mark_words(marks: Marks) -> tuple[str, ...]:
    """What the icons of a chip say, for a screen reader."""
    said = (
        (marks.pinned, _tr("Pinned")),
        (bool(marks.colour), _tr("Must meet the teacher")),
        (marks.moved, _tr("New in this plan")),
    )
    return tuple(words for holds, words in said if holds)


def names(picture: LessonPicture, students: Sequence[StudentId], most: int = 6) -> str:
    """Names in a row; of a long row the first ones and how many more."""
    shown = [picture.names[student] for student in students[:most]]
    rest = len(students) - len(shown)
    text = ", ".join(shown)
    return _tr("{names} and {count} more").format(names=text, count=rest) if rest else text


def names_and(picture: LessonPicture, students: Sequence[StudentId], most: int = 3) -> str:
    """Names as they are said: "Finn and Leila", "Daniyar, Amara, Kofi and 3 more"."""
    said = [picture.names[student] for student in students if student in picture.names]
    if len(said) > most + 1:
        rest = len(said) - most
        return _tr("{names} and {count} more").format(names=", ".join(said[:most]), count=rest)
    if len(said) < 2:
        return "".join(said)
    return _tr("{names} and {last}").format(names=", ".join(said[:-1]), last=said[-1])


def cell_hint(
    picture: LessonPicture,
    station: Station,
    number: int,
    seated: Sequence[StudentId],
    coming: PlanChip | None,
) -> str:
    """What is wrong at a station, or would be with the student who is carried there."""
    if coming is None or coming.student in seated:
        shut = station.id in picture.closed_in(number)
        return _tr("Closed") if shut and seated else _over(station, len(seated))
    verdict = may_move(coming.student, station, seated, picture.rules, number)
    if verdict.closed:
        return _tr("Closed in this round")
    if verdict.apart_from:
        return _tr("Keep apart: {names}").format(names=names(picture, verdict.apart_from))
    return _over(station, verdict.seated_after)


def coming_count(station: Station, seated: Sequence[StudentId], coming: PlanChip) -> str:
    """How full a station is with the student who is carried there: "6 of 6"."""
    if coming.student in seated:
        return ""
    return full_words(station, len(seated) + 1)


def closed_words() -> str:
    """What stands in the cell of a station that takes nobody."""
    return _tr("Closed")


def full_words(station: Station, count: int) -> str:
    """How full a station is: "5 of 6"."""
    return _tr("{count} of {room}").format(count=count, room=station.room)


def _over(station: Station, count: int) -> str:
    if count <= station.room:
        return ""
    devices = station.devices is not None and station.devices < station.seats_max
    text = _tr("{count} for {room} devices") if devices else _tr("{count} for {room} seats")
    return text.format(count=count, room=station.room)


def too_long(lesson: Lesson, left: int) -> str:
    """That the rounds need more than the minutes of the period."""
    needs = minutes(whole_seconds(lesson))
    text = _tr("The rounds need {needs} min; the period has {left} min from then on.")
    return text.format(needs=needs, left=left)


def use_rounds(rounds: int) -> str:
    """What a button does that makes the lesson as long as its period."""
    return _tr("Use 1 round") if rounds == 1 else _tr("Use {rounds} rounds").format(rounds=rounds)
