"""What one lesson leaves to the next: who comes first, and where."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.classes import Rule
from app.domain.ids import ClassId, StationId, StudentId
from app.domain.lesson_end import LessonEnd
from app.domain.lessons import Lesson
from app.domain.seating import kept_apart
from app.domain.stations import TEACHER_LED, Station
from app.ports import Store
from app.services.carry import carried
from app.services.lessons import LessonService
from app.services.roll import lesson_stations
from app.services.timetable import TimetableService

WEEK = 7


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be carried over.

    `not_observed` and `absent` begin at the teacher's table, `missed` at the first station they
    were out of the room for; with `same_groups` everyone else stays in the group of this lesson,
    carried on to the next station.
    """

    not_observed: bool = True
    absent: bool = True
    missed: bool = True
    same_groups: bool = False

    @property
    def count(self) -> int:
        """How many of the wishes there are."""
        return self.not_observed + self.absent + self.missed + self.same_groups


class CarryOverService:
    """Plans the next lesson from the one that is over, in one step."""

    def __init__(self, store: Store, lessons: LessonService, timetable: TimetableService) -> None:
        self._store = store
        self._lessons = lessons
        self._timetable = timetable

    def next_day(self, class_id: ClassId) -> date:
        """When the class is taught again by the timetable; else the next school day."""
        today, _ = self._timetable.here()
        calendar = self._timetable.calendar()
        coming = calendar.after(today + timedelta(days=1), 0, class_id)
        if coming is not None:
            return coming.day
        days = (today + timedelta(days=n) for n in range(1, 4 * WEEK))
        return next(filter(calendar.is_school, days), today + timedelta(days=1))

    def carry_over(self, end: LessonEnd, wishes: Wishes, rng: random.Random) -> Lesson:
        """The same lesson on the next day of the class.

        Wishes are met as far as seats and rules go. Whoever finds no seat at the teacher's table in
        the first round comes there in turn.
        """
        day = self.next_day(end.lesson.class_id).isoformat()
        return self._lessons.follow(
            end.lesson, day, lambda new: self._groups(end, wishes, new), rng
        )

    def _groups(self, end: LessonEnd, wishes: Wishes, new: Lesson) -> Mapping[StudentId, int]:
        """A group begins at the station of its number."""
        stations = lesson_stations(self._store, new)
        if not stations:
            return {}
        number = {station.id: group for group, station in enumerate(stations, 1)}
        wanted = [(who, number[at]) for who, at in _wanted(end, wishes, stations) if at in number]
        if wishes.same_groups:
            wanted += carried(self._store, end.lesson, new).items()
        seats = min(station.room for station in stations)
        return _placed(wanted, seats, self._store.find(Rule, class_id=new.class_id))


def _wanted(
    end: LessonEnd, wishes: Wishes, stations: Iterable[Station]
) -> list[tuple[StudentId, StationId]]:
    """Who is to begin where, the most pressing first."""
    table = next((s.id for s in stations if s.kind == TEACHER_LED), None)
    found: list[tuple[StudentId, StationId]] = []
    if wishes.absent and table is not None:
        found += [(row.student.id, table) for row in end.absent]
    if wishes.missed:
        missed = [(row.student.id, end.missed_stations(row)) for row in end.missed]
        found += [(student, stations[0]) for student, stations in missed if stations]
    if wishes.not_observed and table is not None:
        found += [(row.student.id, table) for row in end.not_observed]
    return found


def _placed(
    wanted: Iterable[tuple[StudentId, int]], seats: int, rules: Sequence[Rule]
) -> dict[StudentId, int]:
    """Each in the first group wanted that has a seat, and nobody in it to be kept apart from."""
    found: dict[StudentId, int] = {}
    for student, group in wanted:
        members = [other for other, at in found.items() if at == group]
        fits = len(members) < seats and not kept_apart(student, members, rules)
        if fits and student not in found:
            found[student] = group
    return found
