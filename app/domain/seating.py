"""Who is where, and whether a station may take a student."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from app.domain.classes import CLOSED, Rule
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.session import PRESENT, Attendance, Move
from app.domain.stations import Station


class Seating(NamedTuple):
    """Who is where in one round: at a station, out of the room, or in the room without a place."""

    at: Mapping[StationId, tuple[StudentId, ...]]
    out: Mapping[StudentId, Attendance]
    unplaced: tuple[StudentId, ...]

    def station_of(self, student: StudentId) -> StationId | None:
        """Where the student sits, None for nowhere."""
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


Pair = tuple[StudentId, StudentId]
"""One who would come, and another whom that concerns."""


class Verdict(NamedTuple):
    """What a station says to those who might come. The teacher can always overrule it.

    `seated_after` counts those who would then be there, `coming` those of them who are not there
    yet. `no_seat` and `no_device` are physical limits. The others are wishes: `apart` are pairs
    that would meet and are to be kept apart, `parted` pairs that are to be together and would not
    be, `too_few` says that those who stay would be fewer than the station is for, and `closed` that
    it takes nobody in this round.
    """

    seated_after: int
    room: int
    coming: int = 1
    no_seat: bool = False
    no_device: bool = False
    apart: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()
    too_few: bool = False
    closed: bool = False

    @property
    def free(self) -> bool:
        """Whether nothing speaks against it."""
        return not (self.physical or self.apart or self.parted or self.too_few or self.closed)

    @property
    def physical(self) -> bool:
        """Whether there is no chair or no device for somebody."""
        return self.no_seat or self.no_device

    @property
    def apart_from(self) -> tuple[StudentId, ...]:
        """Whom those who come are to be kept apart from, each once."""
        return tuple(dict.fromkeys(other for _one, other in self.apart))


def closed_in(rules: Iterable[Rule], number: int) -> frozenset[StationId]:
    """The stations that take nobody in a round."""
    return frozenset(
        StationId(station)
        for rule in rules
        if rule.kind == CLOSED and number in rule.rounds
        for station in rule.station_ids
    )


def may_move(
    student: StudentId,
    station: Station,
    seated: Sequence[StudentId],
    rules: Iterable[Rule],
    number: int = 0,
) -> Verdict:
    """Whether the station may take the student in a round; one who is there is always welcome."""
    return may_join((student,), station, seated, rules, number=number)


def may_join(
    students: Sequence[StudentId],
    station: Station,
    seated: Sequence[StudentId],
    rules: Iterable[Rule],
    elsewhere: Collection[StudentId] = (),
    number: int = 0,
) -> Verdict:
    """Whether the station may take them all in a round (0: in any); who is there changes nothing.

    `elsewhere` are those who would then be at other stations.
    """
    coming = tuple(s for s in students if s not in seated)
    if not coming:
        return Verdict(len(seated), station.room, coming=0)
    rules, after = tuple(rules), len(seated) + len(coming)
    return Verdict(
        seated_after=after,
        room=station.room,
        coming=len(coming),
        no_seat=after > station.seats_max,
        no_device=station.devices is not None and after > station.devices,
        apart=_meeting(coming, seated, rules),
        parted=tuple(
            (one, other)
            for one in coming
            for other in _bound("together", one, elsewhere, rules)
            if other not in students
        ),
        closed=station.id in closed_in(rules, number),
    )


def if_they_leave(
    students: Collection[StudentId], station: Station, seated: Sequence[StudentId]
) -> Verdict:
    """What a station says to those who go: whether too few would stay. Nobody is never too few."""
    stay = sum(s not in students for s in seated)
    return Verdict(stay, station.room, coming=0, too_few=0 < stay < station.seats_min)


def kept_apart(
    student: StudentId, others: Sequence[StudentId], rules: Iterable[Rule]
) -> tuple[StudentId, ...]:
    """Those of `others` whom a rule keeps apart from the student."""
    return _bound("apart", student, others, rules)


def _meeting(
    coming: Sequence[StudentId], seated: Sequence[StudentId], rules: Sequence[Rule]
) -> tuple[Pair, ...]:
    """The pairs kept apart that would meet: with those there, and among those who come."""
    return tuple(
        (one, other)
        for at, one in enumerate(coming)
        for other in kept_apart(one, (*seated, *coming[at + 1 :]), rules)
    )


def _bound(
    kind: str, student: StudentId, others: Collection[StudentId], rules: Iterable[Rule]
) -> tuple[StudentId, ...]:
    """Those of `others` who share a rule of the kind with the student."""
    bound = {
        other
        for rule in rules
        if rule.kind == kind and student in rule.student_ids
        for other in rule.student_ids
    }
    return tuple(other for other in others if other in bound and other != student)
