"""What the end of a lesson says."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from app.domain.clock import READY, TRANSITION, Reading
from app.domain.lesson_end import EndRow, LessonEnd, Place
from app.domain.session import ABSENT, AWAY, LATE, PRESENT
from app.domain.stations import Station
from app.ports import Clock
from app.services.carry_over import Wishes
from ui.format import class_title, clock_time, day_short
from ui.live.words import counted, tr

_STATES = {ABSENT: "absent", AWAY: "out of the room", LATE: "late"}


def subtitle(end: LessonEnd, clock: Clock) -> str:
    """Class, what was taught, day and times: "Class 4B · Maths, fractions · Thu 14 May, …"."""
    began, ended = clock.local(end.began_at), clock.local(end.ended_at)
    what = ", ".join(filter(None, (end.lesson.subject, end.lesson.topic)))
    times = tr(
        "{day}, {start} to {end}",
        day=day_short(began.date()),
        start=clock_time(began),
        end=clock_time(ended),
    )
    return " · ".join(filter(None, (class_title(end.class_name), what, times)))


def here(end: LessonEnd) -> str:
    return tr("{here} of {all} here", here=len(end.here), all=len(end.rows))


def observed(end: LessonEnd) -> str:
    return counted(
        "{seen} of %n student", "{seen} of %n students", len(end.here), seen=end.observed
    )


def of_observations(end: LessonEnd) -> str:
    count = end.observations
    return counted("{up} of %n observation", "{up} of %n observations", count, up=len(end.moved_up))


def place(where: Place, stations: Sequence[Station]) -> str:
    """Where a student was in a round, as a screen reader says it."""
    if where.state != PRESENT:
        return tr(_STATES.get(where.state, "at no station"))
    return next((s.name for s in stations if s.id == where.station_id), tr("at a station"))


def row(end: EndRow, stations: Sequence[Station]) -> str:
    """A student's whole lesson, as a screen reader says it."""
    if end.absent and end.places:
        return tr("{name}, absent", name=end.name)
    rounds = ", ".join(
        tr("{round}: {place}", round=number, place=place(where, stations))
        for number, where in enumerate(end.places, 1)
    )
    seen = counted("seen once", "seen %n times", end.seen) if end.seen else tr("not seen")
    return ", ".join(filter(None, (end.name, rounds, seen)))


def moment(reading: Reading, time: str) -> str:
    """What the clock said at a time, such as "09:47 · Round 2"."""
    if reading.phase == READY:
        return tr("{time} · before the first round", time=time)
    if reading.phase == TRANSITION:
        return tr("{time} · moving to round {round}", time=time, round=reading.round)
    if reading.paused:
        return tr("{time} · Round {round}, paused", time=time, round=reading.round)
    return tr("{time} · Round {round}", time=time, round=reading.round)


def names(rows: Sequence[EndRow]) -> str:
    """Some students in one line; one or two are joined by "and"."""
    known = [one.name for one in rows]
    return _and(known) if len(known) < 3 else ", ".join(known)


def missed(end: LessonEnd) -> tuple[str, str]:
    """Who was out for some rounds, and what comes first for them."""
    if len(end.missed) > 1:
        return tr("Were out for a while"), tr(
            "{names}: what they missed comes first", names=names(end.missed)
        )
    one = end.missed[0]
    rounds = _and([str(number) for number in one.missed])
    title = counted(
        "{name} missed round {rounds}",
        "{name} missed rounds {rounds}",
        len(one.missed),
        name=one.name,
        rounds=rounds,
    )
    wanted = end.missed_stations(one)
    first = _and([s.name for s in end.stations if s.id in wanted])
    return title, counted(
        "{stations} comes first", "{stations} come first", len(wanted), stations=first
    )


def spoke(end: LessonEnd) -> str:
    """How many of those who were there said something of how it went."""
    count = len(end.here)
    return counted("{said} of %n", "{said} of %n", count, said=count - len(end.silent))


def sentences(end: LessonEnd) -> list[str]:
    """What was said in words, each with the name."""
    known = {one.student.id: one.name for one in end.rows}
    return [
        tr("{name}: “{words}”", name=known.get(one.student_id, ""), words=one.words)
        for one in end.said
        if one.words
    ]


def carry(wishes: Wishes, day: date) -> str:
    """What the button does, such as "Carry over 3 and plan Monday"."""
    when = QLocale.c().dayName(day.isoweekday())
    if not wishes.count:
        return tr("Plan {day}", day=when)
    return tr("Carry over {count} and plan {day}", count=wishes.count, day=when)


def _and(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return tr("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])
