"""Walking over the cards by arrows: plain positions, no window."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.ids import StationId, StudentId
from ui.live.carry.marks import Lifted, Target

LEFT, RIGHT, UP, DOWN, FIRST, LAST = "left", "right", "up", "down", "first", "last"


class Lane(NamedTuple):
    """A station and who sits there, from top to bottom."""

    station: StationId
    students: tuple[StudentId, ...]


def step(lanes: Sequence[Lane], student: StudentId | None, way: str) -> StudentId | None:
    """The student one step away; None when there is nobody to go to.

    Sideways skips empty stations and keeps the row as well as it can.
    """
    filled = [lane.students for lane in lanes if lane.students]
    if not filled:
        return None
    here = _find(filled, student)
    if here is None:
        return filled[0][0]
    lane, row = here
    if way in {LEFT, RIGHT}:
        lane = min(max(lane + (1 if way == RIGHT else -1), 0), len(filled) - 1)
        return filled[lane][min(row, len(filled[lane]) - 1)]
    rows = filled[lane]
    row = {UP: max(0, row - 1), DOWN: min(row + 1, len(rows) - 1), FIRST: 0}.get(way, len(rows) - 1)
    return rows[row]


def between(order: Sequence[StudentId], one: StudentId, other: StudentId) -> tuple[StudentId, ...]:
    """All from one to the other, both of them too, in their order."""
    ends = sorted((order.index(one), order.index(other)))
    return tuple(order[ends[0] : ends[1] + 1])


def _find(
    lanes: Sequence[Sequence[StudentId]], student: StudentId | None
) -> tuple[int, int] | None:
    for at, students in enumerate(lanes):
        if student is not None and student in students:
            return at, students.index(student)
    return None


def step_target(lanes: Sequence[Lane], lifted: Lifted, way: str) -> Target | None:
    """Where lifted students would fall after one more arrow.

    Sideways goes from station to station; up and down choose a student there to swap with, below
    the last one is the free place. Several are swapped with nobody.
    """
    if not lanes:
        return None
    stations = [lane.station for lane in lanes]
    now = lifted.target.station if lifted.target is not None else lifted.origin
    at = stations.index(now) if now in stations else -1
    if way in {LEFT, RIGHT}:
        move = 1 if way == RIGHT else -1
        at = min(max(at + move, 0), len(stations) - 1)
        return Target(stations[at])
    return _up_or_down(lanes[max(0, at)], lifted, way)


def _up_or_down(lane: Lane, lifted: Lifted, way: str) -> Target:
    places: list[StudentId | None] = [*lane.students, None]
    if lane.station == lifted.origin or lifted.several:
        return Target(lane.station)
    target = lifted.target
    student = target.student if target is not None and target.station == lane.station else None
    row = places.index(student)
    last = len(places) - 1
    row = {UP: max(0, row - 1), DOWN: min(row + 1, last), FIRST: 0}.get(way, last)
    return Target(lane.station, places[row])
