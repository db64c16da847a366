"""What a planner is asked, and what it answers: plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.ids import StationId, StudentId


@dataclass(frozen=True, slots=True)
class PlanStation:
    """A station as the planner sees it: at most `room` students in a round, `led` by a teacher."""

    id: StationId
    room: int
    led: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """Who is to be planned, where, and for how many rounds.

    Stations are in the order in which groups move on. `groups` gives students a group by hand
    (from 1); whoever is not in it is placed by the planner. `apart` and `together` are sets of
    students to keep so. `out` are the rounds (from 1) for all of which a student is out of the
    room, `closed` the stations that take nobody in a round.
    """

    students: tuple[StudentId, ...]
    stations: tuple[PlanStation, ...]
    rounds: int
    groups: Mapping[StudentId, int]
    apart: tuple[tuple[StudentId, ...], ...] = ()
    together: tuple[tuple[StudentId, ...], ...] = ()
    out: Mapping[StudentId, frozenset[int]] = field(default_factory=dict)
    closed: Mapping[int, frozenset[StationId]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedPath:
    """One student's group and stations, round by round."""

    student_id: StudentId
    group: int
    stations: tuple[StationId | None, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """An answer to a brief. `without_seat` are students no station has room for in some round."""

    paths: tuple[PlannedPath, ...]
    without_seat: tuple[StudentId, ...] = ()
