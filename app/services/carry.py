"""Carrying a class on from one lesson to the next."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from app.domain.classes import Rule
from app.domain.ids import StudentId
from app.domain.lessons import Lesson, Path
from app.domain.seating import kept_apart
from app.domain.session import Session, Visit
from app.domain.stations import TEACHER_LED
from app.ports import Clock, Store
from app.services.owed import OwedReader
from app.services.roll import lesson_roll, lesson_rules, lesson_stations


def carried(store: Store, last: Lesson, new: Lesson) -> dict[StudentId, int]:
    """The group each student of the last lesson begins the new one in.

    It is the one that begins at the station after the student's last; who would begin at a
    station the new lesson has not is left to the planner.
    """
    rounds = _rounds_taught(store, last)
    paths = store.find(Path, lesson_id=last.id)
    groups = _next_of_groups(last, paths, rounds)
    nexts = {
        path.student_id: groups[path.group]
        if path.group
        else _next_station(last, path.stations[:rounds])
        for path in paths
    }
    number = {station: group for group, station in enumerate(new.station_ids, 1)}
    return {student: number[at] for student, at in nexts.items() if at in number}


def carried_on(store: Store, clock: Clock, last: Lesson, new: Lesson) -> Mapping[StudentId, int]:
    """Everyone at the station that is next, who is owed a visit to the teacher there first."""
    groups = carried(store, last, new)
    stations = lesson_stations(store, new)
    tables = [at for at, station in enumerate(stations, 1) if station.kind == TEACHER_LED]
    if not tables:
        return groups
    debts = OwedReader(store, clock).owed_by(lesson_roll(store, new)[0])
    since = {
        student: min((debt.day for debt in own if debt.led), default="")
        for student, own in debts.items()
    }
    owed = sorted((s for s in groups if since.get(s)), key=lambda s: (since[s], s))
    room = min(station.room for station in stations)
    return owed_first(groups, owed, tables[0], room, lesson_rules(store, new))


def owed_first(
    groups: Mapping[StudentId, int],
    owed: Sequence[StudentId],
    table: int,
    room: int,
    rules: Iterable[Rule],
) -> dict[StudentId, int]:
    """Let who is owed a visit begin in the group that begins at the teacher's table.

    While the group has fewer than `room`, they join it; else each changes places with somebody in
    it who is owed nothing. Nobody is put with somebody to be kept apart from.
    """
    found, rules = dict(groups), tuple(rules)
    for student in owed:
        at = found.get(student)
        members = [other for other, group in found.items() if group == table]
        if at == table or kept_apart(student, members, rules):
            continue
        if len(members) < room:
            found[student] = table
            continue
        there = [other for other, group in found.items() if group == at and other != student]
        ready = (m for m in members if m not in owed and not kept_apart(m, there, rules))
        leaver = next(ready, None)
        if at is not None and leaver is not None:
            found[student], found[leaver] = table, at
    return found


def taught(store: Store, lesson: Lesson) -> bool:
    """Whether the lesson has been taught and is over."""
    sessions = store.find(Session, lesson_id=lesson.id)
    return bool(sessions) and all(session.ended_at is not None for session in sessions)


def _rounds_taught(store: Store, lesson: Lesson) -> int:
    sessions = store.find(Session, lesson_id=lesson.id)
    visits = store.find(Visit, session_id=tuple(session.id for session in sessions))
    return max((visit.round for visit in visits), default=lesson.rounds)


def _next_of_groups(lesson: Lesson, paths: Iterable[Path], rounds: int) -> dict[int, int | None]:
    """Where each group goes on, every one to a place of its own as long as there are places."""
    routes = {path.group: path.stations[:rounds] for path in paths if path.group}
    found: dict[int, int | None] = {}
    for group, route in sorted(routes.items()):
        found[group] = _next_station(lesson, route, frozenset(found.values()))
    return found


def _next_station(
    lesson: Lesson, route: Sequence[int | None], taken: Collection[int | None] = ()
) -> int | None:
    """The next one in turn after the last, rather one that is new and not taken."""
    ring = lesson.station_ids
    been = [s for s in route if s is not None and s in ring]
    if not been:
        return None
    last = ring.index(been[-1])
    order = [*ring[last + 1 :], *ring[: last + 1]]
    return min(order, key=lambda s: (s in taken, s in been))
