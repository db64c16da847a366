"""The lesson as it stands at one moment: what the console and the board are drawn from."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.classes import Rule, SchoolClass, Student
from app.domain.clock import TRANSITION, Reading, Timing, read_clock, round_starts
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.outings import next_turn
from app.domain.record import SessionRecord
from app.domain.seating import Seating, cells, closed_in, seating
from app.domain.session import Session
from app.domain.stations import Station
from app.domain.staying import Staying, left_from, staying

NOBODY_LEADS: Mapping[StationId, str] = {}


class LiveScene(NamedTuple):
    """One moment of a lesson. Everything is for the teacher; the board gets its own values.

    `students` are the class in the order of their board names, `names` those names.
    `seating` is the round the clock shows (in a transition: the round to come), `came_from`
    where each student sat before the transition, empty outside one. `round_starts` are
    milliseconds UTC, one per round. `wakes_at` is when a pull-out next changes who is here, or is
    to be told of. `stays` are the stations that stay on, now or after this round. `leaders` are the
    names of the adults who lead stations.
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
    stays: tuple[Staying, ...] = ()
    leaders: Mapping[StationId, str] = NOBODY_LEADS

    @property
    def lesson(self) -> Lesson:
        """What was planned."""
        return self.record.lesson

    @property
    def session(self) -> Session:
        """What is taught."""
        return self.record.session

    @property
    def closed(self) -> frozenset[StationId]:
        """The stations that take nobody in this round."""
        return closed_in(self.rules, self.reading.round)

    def reading_at(self, now: int) -> Reading:
        """The clock at another moment, without asking the store again."""
        return read_clock(self.timing, self.record.events, now)

    def stays_at(self, now: int) -> tuple[Staying, ...]:
        """The stations that stay on at another moment."""
        return staying(self.record, self.reading_at(now), now)

    def is_past(self, reading: Reading, now: int) -> bool:
        """Whether by now somebody is, or will be, elsewhere than this scene says."""
        if (reading.phase, reading.round) != (self.reading.phase, self.reading.round):
            return True
        if self.wakes_at is not None and now >= self.wakes_at:
            return True
        return _who_stays(staying(self.record, reading, now)) != _who_stays(self.stays)

    def wakes_in(self, reading: Reading, now: int) -> int | None:
        """Milliseconds until a pull-out or a table that stayed makes it past; None: neither."""
        stays = staying(self.record, reading, now) if reading.running else ()
        waits = [stay.left_ms for stay in stays if stay.left_ms is not None]
        if self.wakes_at is not None and self.wakes_at > now:
            waits.append(self.wakes_at - now)
        return min(waits, default=None)

    def at(self, now: int) -> "LiveScene":
        """The same lesson at another moment, from what is known of it: nothing is asked.

        In a transition they are seated as the round begins: who leaves before it has no place.
        """
        record, reading = self.record, self.reading_at(now)
        moving = reading.phase == TRANSITION
        seated_at = now + max(0, reading.remaining_ms) if moving else now
        stays = staying(record, reading, now)
        placed = cells(record.paths, record.moves, reading.round)
        placed.update({student: stay.station_id for stay in stays for student in stay.students})
        return self._replace(
            reading=reading,
            seating=seating(
                tuple(student.id for student in self.students),
                tuple(station.id for station in self.stations),
                placed,
                record.words(seated_at),
            ),
            came_from=left_from(record, reading) if moving else {},
            round_starts=round_starts(self.timing, reading, now),
            wakes_at=next_turn(record.outings, now),
            stays=stays,
        )

    def finished_early(self, student: StudentId) -> bool:
        """Whether the student is done with this round's work."""
        done = self.record.finishes
        return any(f.student_id == student and f.round == self.reading.round for f in done)


def _who_stays(stays: tuple[Staying, ...]) -> set[tuple[StationId, tuple[StudentId, ...]]]:
    return {(stay.station_id, stay.students) for stay in stays if stay.left_ms is not None}
