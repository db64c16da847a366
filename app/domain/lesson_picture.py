"""A planned lesson as one value: what the plan page is drawn from, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.classes import Rule, Student
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.seating import closed_in
from app.domain.stations import Station


@dataclass(frozen=True, slots=True)
class LessonPicture:
    """A lesson with everyone in it.

    `students` are those to be planned, in the order of their board names; `names` are the board
    names; `skills` what is worked on at a station, in short. `running`: it is being taught now.
    `out` are those who are out of the room for all of a round (by its number): they have no place
    in it.
    """

    lesson: Lesson
    students: tuple[Student, ...]
    names: Mapping[StudentId, str]
    stations: tuple[Station, ...]
    paths: tuple[Path, ...]
    rules: tuple[Rule, ...]
    skills: Mapping[StationId, str]
    running: bool = False
    out: Mapping[int, frozenset[StudentId]] = field(default_factory=dict)

    def seated(self, round_number: int) -> dict[StationId, tuple[StudentId, ...]]:
        """Who is where in a round (from 1), for every station of the lesson."""
        at: dict[StationId, list[StudentId]] = {station.id: [] for station in self.stations}
        places = {path.student_id: path.at(round_number) for path in self.paths}
        out = self.out.get(round_number, ())
        for student in self.students:
            where = places.get(student.id)
            if where in at and student.id not in out:
                at[where].append(student.id)
        return {station: tuple(there) for station, there in at.items()}

    def without_seat(self, round_number: int) -> tuple[StudentId, ...]:
        """Those who have no station in a round, though they are in the room."""
        there = {student for group in self.seated(round_number).values() for student in group}
        there |= self.out.get(round_number, frozenset())
        return tuple(student.id for student in self.students if student.id not in there)

    def closed_in(self, round_number: int) -> frozenset[StationId]:
        """The stations that take nobody in a round."""
        return closed_in(self.rules, round_number)

    def out_in(self, round_number: int) -> tuple[StudentId, ...]:
        """Those who are out of the room for all of a round."""
        out = self.out.get(round_number, ())
        return tuple(student.id for student in self.students if student.id in out)

    def group_at(self, round_number: int, station: StationId) -> int:
        """The number of the group that comes to the station in that round."""
        at = self.lesson.station_ids.index(station)
        return (at - round_number + 1) % len(self.lesson.station_ids) + 1

    def round_begins(self, round_number: int) -> int | None:
        """The minute of the day a round is planned to begin at, None when nobody said.

        Nobody knows it while the lesson runs: the clock goes its own way.
        """
        if self.lesson.begins is None or self.running:
            return None
        return self.lesson.begins + self.round_minutes(round_number)[0]

    def round_minutes(self, round_number: int) -> tuple[int, int]:
        """When a round begins and ends, in whole minutes after the lesson began."""
        each = self.lesson.round_seconds + self.lesson.transition_seconds
        begin = each * (round_number - 1)
        return begin // 60, (begin + self.lesson.round_seconds) // 60
