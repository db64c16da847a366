"""The lesson as it stands at one moment: what the console and the board are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.classes import Rule, SchoolClass, Student
from app.domain.clock import TRANSITION, Reading, Timing, read_clock, round_starts
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.seating import Seating, cells, seating
from app.domain.session import Attendance, ClockEvent, Move, Session
from app.domain.stations import Station


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """All that is kept of a session."""

    session: Session
    lesson: Lesson
    events: tuple[ClockEvent, ...]
    paths: tuple[Path, ...]
    moves: tuple[Move, ...]
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True)
class LiveScene:
    """One moment of a lesson. Everything is for the teacher; the board gets its own values.

    `students` are the class in the order of their board names, `names` those names.
    `seating` is the round the clock shows (in a transition: the round to come), `came_from`
    where each student sat before the transition, empty outside one. `round_starts` are
    milliseconds UTC, one per round.
    """

    school_class: SchoolClass
    record: SessionRecord
    students: tuple[Student, ...]
    names: Mapping[StudentId, str]
    stations: tuple[Station, ...]
    rules: tuple[Rule, ...]
    timing: Timing
    reading: Reading
    seating: Seating
    came_from: Mapping[StudentId, StationId]
    round_starts: tuple[int, ...]

    @property
    def lesson(self) -> Lesson:
        return self.record.lesson

    @property
    def session(self) -> Session:
        return self.record.session

    def reading_at(self, now: int) -> Reading:
        """The clock at another moment, without asking the store again.

        When its phase or round differ from `reading`, the scene is out of date.
        """
        return read_clock(self.timing, self.record.events, now)

    def at(self, now: int) -> "LiveScene":
        """The same lesson at another moment, from what is known of it: nothing is asked."""
        record, reading = self.record, self.reading_at(now)
        moving = reading.phase == TRANSITION
        return replace(
            self,
            reading=reading,
            seating=seating(
                tuple(student.id for student in self.students),
                tuple(station.id for station in self.stations),
                cells(record.paths, record.moves, reading.round),
                record.attendance,
            ),
            came_from=cells(record.paths, record.moves, reading.round - 1) if moving else {},
            round_starts=round_starts(self.timing, reading, now),
        )
