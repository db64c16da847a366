"""Carrying a class on from one lesson to the next."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.classes import Rule
from app.domain.ids import StudentId
from app.domain.lessons import Lesson, Path
from app.domain.seating import kept_apart
from app.domain.session import Session, Visit
from app.ports import Store


def carried(store: Store, last: Lesson, new: Lesson) -> dict[StudentId, int]:
    """The group each student of the last lesson begins the new one in.

    It is the one that begins at the station after the student's last; who would begin at a
    station the new lesson has not is left to the planner.
    """
    rounds = _rounds_taught(store, last)
    paths = store.find(Path, lesson_id=last.id)
    nexts = {path.student_id: _next_station(last, path, rounds) for path in paths}
    number = {station: group for group, station in enumerate(new.station_ids, 1)}
    return {student: number[at] for student, at in nexts.items() if at in number}


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


def _next_station(lesson: Lesson, path: Path, rounds: int) -> int | None:
    ring = lesson.station_ids
    if path.group:
        return ring[(path.group - 1 + rounds) % len(ring)] if ring else None
    been = [s for s in path.stations[:rounds] if s is not None and s in ring]
    return ring[(ring.index(been[-1]) + 1) % len(ring)] if been else None
