"""Where a student may go who is done before the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.classes import Rule
from app.domain.ids import StationId, StudentId
from app.domain.seating import Seating, may_move
from app.domain.stations import TEACHER_LED, Station

CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to do: the own station's next task (which may be empty), and free stations."""

    next_task: str
    stations: tuple[tuple[Station, int], ...]
    """A station and its free seats."""


def offer_for(
    student: StudentId,
    stations: Sequence[Station],
    seating: Seating,
    rules: Iterable[Rule],
    number: int,
) -> Offer:
    """Stations that would take the student in this round without a word, those of choice first.

    The teacher's own table is nobody's to go to unasked.
    """
    own, rules = seating.station_of(student), tuple(rules)
    task = next((station.next_task for station in stations if station.id == own), "")
    free = [
        (station, station.room - len(seating.at[station.id]))
        for station in stations
        if _may_go(student, station, own, seating, rules, number)
    ]
    return Offer(task, tuple(sorted(free, key=lambda found: found[0].kind != CHOICE)))


def _may_go(
    student: StudentId,
    station: Station,
    own: StationId | None,
    seating: Seating,
    rules: Iterable[Rule],
    number: int,
) -> bool:
    if station.id == own or station.kind == TEACHER_LED:
        return False
    return may_move(student, station, seating.at[station.id], rules, number).free
