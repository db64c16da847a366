"""Carrying a class on from one lesson to the next."""

from app.domain.ids import StudentId
from app.domain.lessons import Lesson, Path
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
