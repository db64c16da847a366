"""Who is where, and whether a station may take a student."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.classes import Rule
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.session import PRESENT, Attendance, Move
from app.domain.stations import Station


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is where in one round: at a station, out of the room, or in the room without a place."""

    at: Mapping[StationId, tuple[StudentId, ...]]
    out: Mapping[StudentId, Attendance]
    unplaced: tuple[StudentId, ...]

    def station_of(self, student: StudentId) -> StationId | None:
        for station, seated in self.at.items():
            if student in seated:
                return station
        return None


def latest_attendance(events: Iterable[Attendance]) -> dict[StudentId, Attendance]:
    """The word that holds for each student: the last one said."""
    return {event.student_id: event for event in sorted(events, key=lambda e: e.id)}


def cells(paths: Iterable[Path], moves: Iterable[Move], number: int) -> dict[StudentId, StationId]:
    """Each student's station in a round: the plan, then the teacher's moves over it."""
    found = {path.student_id: path.at(number) for path in paths}
    for move in sorted(moves, key=lambda m: m.id):
        if move.round == number:
            found[move.student_id] = move.station_id
    return {student: station for student, station in found.items() if station is not None}


def seating(
    students: Sequence[StudentId],
    stations: Sequence[StationId],
    placed: Mapping[StudentId, StationId],
    attendance: Iterable[Attendance],
) -> Seating:
    """Seat the class. `students` gives the order of the names at each station."""
    latest = latest_attendance(attendance)
    out = {s: latest[s] for s in students if s in latest and latest[s].state != PRESENT}
    at: dict[StationId, list[StudentId]] = {station: [] for station in stations}
    unplaced: list[StudentId] = []
    for student in students:
        if student in out:
            continue
        at.get(placed.get(student, StationId(0)), unplaced).append(student)
    return Seating({s: tuple(seated) for s, seated in at.items()}, out, tuple(unplaced))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a station says to a student who might come. The teacher can always overrule it.

    `seated_after` counts those who would then be there. `no_seat` and `no_device` are physical
    limits; `apart_from` names those there who are to be kept apart from the student.
    """

    seated_after: int
    room: int
    no_seat: bool = False
    no_device: bool = False
    apart_from: tuple[StudentId, ...] = ()

    @property
    def free(self) -> bool:
        return not (self.no_seat or self.no_device or self.apart_from)

    @property
    def physical(self) -> bool:
        return self.no_seat or self.no_device


def may_move(
    student: StudentId, station: Station, seated: Sequence[StudentId], rules: Iterable[Rule]
) -> Verdict:
    """Whether the station may take the student; one who is there already is always welcome."""
    if student in seated:
        return Verdict(len(seated), station.room)
    after = len(seated) + 1
    return Verdict(
        seated_after=after,
        room=station.room,
        no_seat=after > station.seats_max,
        no_device=station.devices is not None and after > station.devices,
        apart_from=kept_apart(student, seated, rules),
    )


def kept_apart(
    student: StudentId, others: Sequence[StudentId], rules: Iterable[Rule]
) -> tuple[StudentId, ...]:
    """Those of `others` whom a rule keeps apart from the student."""
    foes = {
        other
        for rule in rules
        if rule.kind == "apart" and student in rule.student_ids
        for other in rule.student_ids
    }
    return tuple(other for other in others if other in foes and other != student)
