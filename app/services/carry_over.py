"""What one lesson leaves to the next: who comes first, and where."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.ids import ClassId, StationId, StudentId
from app.domain.lesson_end import EndRow, LessonEnd
from app.domain.lessons import Lesson
from app.domain.stations import TEACHER_LED, Station
from app.ports import Store
from app.services.briefs import lesson_stations
from app.services.carry import carried
from app.services.lessons import LessonService
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
        """The same lesson on the next day of the class, with these wishes met as far as seats go.

        Whoever finds no seat at the teacher's table in the first round comes there in turn.
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
        seats = min(station.room for station in stations)
        first = _placed(_wanted(end, wishes, stations), stations, seats)
        if not wishes.same_groups:
            return first
        taken = Counter(first.values())
        for student, group in carried(self._store, end.lesson, new).items():
            if student not in first and taken[group] < seats:
                first[student] = group
                taken[group] += 1
        return first


def _wanted(
    end: LessonEnd, wishes: Wishes, stations: Iterable[Station]
) -> list[tuple[EndRow, StationId]]:
    """Who is to begin where, the most pressing first."""
    table = next((s.id for s in stations if s.kind == TEACHER_LED), None)
    found: list[tuple[EndRow, StationId]] = []
    if wishes.absent and table is not None:
        found += [(row, table) for row in end.absent]
    if wishes.missed:
        found += [(row, at[0]) for row in end.missed if (at := end.missed_stations(row))]
    if wishes.not_observed and table is not None:
        found += [(row, table) for row in end.not_observed]
    return found


def _placed(
    wanted: Iterable[tuple[EndRow, StationId]], stations: Iterable[Station], seats: int
) -> dict[StudentId, int]:
    number = {station.id: group for group, station in enumerate(stations, 1)}
    found: dict[StudentId, int] = {}
    taken: Counter[int] = Counter()
    for row, station in wanted:
        group = number.get(station, 0)
        if group and row.student.id not in found and taken[group] < seats:
            found[row.student.id] = group
            taken[group] += 1
    return found
