"""The lesson as it stands at one moment: what the console and the board are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.classes import Rule, SchoolClass, Student
from app.domain.clock import TRANSITION, Reading, Timing, read_clock, round_starts
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.outings import Outing, next_turn, with_outings
from app.domain.seating import Seating, cells, seating
from app.domain.session import Attendance, ClockEvent, Finish, Move, Session
from app.domain.stations import Station


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """All that is kept of a session, and the pull-outs of its day.

    `attendance` is what the teacher said; `words` has what the pull-outs say besides.
    """

    session: Session
    lesson: Lesson
    events: tuple[ClockEvent, ...]
    paths: tuple[Path, ...]
    moves: tuple[Move, ...]
    attendance: tuple[Attendance, ...]
    outings: tuple[Outing, ...] = ()
    finishes: tuple[Finish, ...] = ()

    def words(self, now: int) -> tuple[Attendance, ...]:
        """Who was said to be where up to `now`, pull-outs that have begun or ended included."""
        return with_outings(self.session.id, self.attendance, self.outings, now)


@dataclass(frozen=True, slots=True)
class LiveScene:
    """One moment of a lesson. Everything is for the teacher; the board gets its own values.

    `students` are the class in the order of their board names, `names` those names.
    `seating` is the round the clock shows (in a transition: the round to come), `came_from`
    where each student sat before the transition, empty outside one. `round_starts` are
    milliseconds UTC, one per round. `wakes_at` is when a pull-out next changes who is here, or is
    to be told of.
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
    wakes_at: int | None = None

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
        """The same lesson at another moment, from what is known of it: nothing is asked.

        In a transition they are seated as the round begins: who leaves before it has no place.
        """
        record, reading = self.record, self.reading_at(now)
        moving = reading.phase == TRANSITION
        seated_at = now + max(0, reading.remaining_ms) if moving else now
        return replace(
            self,
            reading=reading,
            seating=seating(
                tuple(student.id for student in self.students),
                tuple(station.id for station in self.stations),
                cells(record.paths, record.moves, reading.round),
                record.words(seated_at),
            ),
            came_from=cells(record.paths, record.moves, reading.round - 1) if moving else {},
            round_starts=round_starts(self.timing, reading, now),
            wakes_at=next_turn(record.outings, now),
        )

    def outing_of(self, student: StudentId) -> Outing | None:
        """The pull-out the student is out for; None in the room, or out by the teacher's word."""
        word = self.seating.out.get(student)
        if word is None or word in self.record.attendance:
            return None
        own = (o for o in self.record.outings if o.student_id == student)
        return next((o for o in own if o.word_id == word.id), None)

    def finished_early(self, student: StudentId) -> bool:
        """Whether the student is done with this round's work."""
        done = self.record.finishes
        return any(f.student_id == student and f.round == self.reading.round for f in done)
