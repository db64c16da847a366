"""What a lesson was when it is over: who was where, who was seen, who moved up, what is left."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.classes import Student
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.session import ABSENT, PRESENT, Session
from app.domain.stations import TEACHER_LED, Station
from app.domain.voice import Reflection

NOWHERE = "nowhere"
"""In the room, as far as anybody knows, without a station."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a student was in one round: at a station, or why at none.

    `state` is a word of attendance ("present" at a station), or `NOWHERE`.
    """

    state: str
    station_id: StationId | None = None


@dataclass(frozen=True, slots=True)
class EndRow:
    """One student's lesson. `seen` counts the observations made of the student in it."""

    student: Student
    name: str
    places: tuple[Place, ...]
    seen: int

    @property
    def absent(self) -> bool:
        """Whether the student was not there in any round."""
        return all(place.state == ABSENT for place in self.places)

    @property
    def missed(self) -> tuple[int, ...]:
        """The rounds (from 1) that a student who was there was out of the room for."""
        if self.absent:
            return ()
        out = {ABSENT, NOWHERE, PRESENT}
        return tuple(n for n, place in enumerate(self.places, 1) if place.state not in out)


@dataclass(frozen=True, slots=True)
class MovedUp:
    """A student whose level on a skill is higher than before the lesson."""

    student_id: StudentId
    skill: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class LessonEnd:
    """A lesson that is over. Times are milliseconds UTC; rows are in the order of the names.

    `planned` says where each student was to be, one station (or None) for each round. `said` is
    what students said of it, in the order they did.
    """

    session: Session
    lesson: Lesson
    class_name: str
    began_at: int
    ended_at: int
    stations: tuple[Station, ...]
    rows: tuple[EndRow, ...]
    moved_up: tuple[MovedUp, ...]
    observations: int
    goals: int
    planned: Mapping[StudentId, tuple[int | None, ...]]
    said: tuple[Reflection, ...] = ()

    @property
    def table(self) -> Station | None:
        """Where the teacher works with a few; None when there is no such station."""
        return next((s for s in self.stations if s.kind == TEACHER_LED), None)

    @property
    def rounds(self) -> int:
        """How many rounds were begun."""
        return max((len(row.places) for row in self.rows), default=0)

    @property
    def here(self) -> tuple[EndRow, ...]:
        """Those who were there in at least one round."""
        return tuple(row for row in self.rows if not row.absent)

    @property
    def observed(self) -> int:
        """How many of those who were there were observed."""
        return sum(1 for row in self.here if row.seen)

    @property
    def not_observed(self) -> tuple[EndRow, ...]:
        """Those who were there and nobody observed."""
        return tuple(row for row in self.here if not row.seen)

    @property
    def faces(self) -> Mapping[StudentId, int]:
        """How the lesson went for each who pointed at a face; the last one counts."""
        return {one.student_id: one.face for one in self.said if one.face is not None}

    @property
    def silent(self) -> tuple[EndRow, ...]:
        """Those who were there and said nothing yet of how it went."""
        spoke = {one.student_id for one in self.said if one.skill_id is None}
        return tuple(row for row in self.here if row.student.id not in spoke)

    @property
    def absent(self) -> tuple[EndRow, ...]:
        """Those who were in no round."""
        return tuple(row for row in self.rows if row.absent)

    @property
    def missed(self) -> tuple[EndRow, ...]:
        """Those who were out of the room for some rounds."""
        return tuple(row for row in self.rows if row.missed)

    def missed_stations(self, row: EndRow) -> tuple[StationId, ...]:
        """Where the student was to be in the rounds that were missed, and was not otherwise."""
        planned = self.planned.get(row.student.id, ())
        been = {place.station_id for place in row.places}
        wanted = (planned[n - 1] if n <= len(planned) else None for n in row.missed)
        return tuple(
            dict.fromkeys(StationId(at) for at in wanted if at is not None and at not in been)
        )
