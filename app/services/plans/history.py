"""Reading what happened in the lessons of a class, from visits and never from plans."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.changes import Entity
from app.domain.ids import ClassId, LessonId, SessionId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.owed import SCHOOL_DAYS
from app.domain.planning.history import Held
from app.domain.session import Session, Visit
from app.ports import Clock, Since, Store
from app.services.days import day_start

PAST = frozenset[type[Entity]]({Session, Visit, Lesson})
_WINDOW_DAYS = 60
"""Calendar days in which 30 school days lie, a week or two of holidays and all."""


class HistoryReader:
    """Reads the lessons of the last 30 school days once, and again when one was taught."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: dict[ClassId, tuple[Held, ...]] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: read again next time, if it is about lessons."""
        if kinds & PAST:
            self._kept.clear()

    def lessons(self, class_id: ClassId) -> tuple[Held, ...]:
        """Lessons that are over and in which somebody was somewhere, the newest last."""
        if class_id not in self._kept:
            self._kept[class_id] = self._read(class_id)
        return self._kept[class_id]

    def _read(self, class_id: ClassId) -> tuple[Held, ...]:
        since = day_start(self._clock, self._clock.now_ms(), _WINDOW_DAYS)
        visits = defaultdict[SessionId, list[Visit]](list)
        for visit in self._store.find(Visit, class_id=class_id, began_at=Since(since)):
            visits[visit.session_id].append(visit)
        sessions = self._store.find(Session, id=tuple(sorted(visits)))
        lessons = {
            lesson.id: lesson
            for lesson in self._store.find(Lesson, id=tuple({s.lesson_id for s in sessions}))
        }
        own = defaultdict[LessonId, list[Visit]](list)
        for session in sorted(sessions, key=lambda s: (s.opened_at, s.id)):
            if session.ended_at is not None and session.lesson_id in lessons:
                own[session.lesson_id] += visits[session.id]
        held = [_held(class_id, lessons[found], there) for found, there in own.items()]
        days = sorted({lesson.day for lesson in held})[-SCHOOL_DAYS:]
        return tuple(lesson for lesson in held if lesson.day in days)


def _held(class_id: ClassId, lesson: Lesson, visits: Sequence[Visit]) -> Held:
    at = defaultdict[tuple[int, StationId], list[StudentId]](list)
    for visit in visits:
        at[visit.round, visit.station_id].append(visit.student_id)
    return Held(
        lesson.id,
        lesson.day,
        tuple(map(StationId, lesson.station_ids)),
        {cell: tuple(there) for cell, there in at.items()},
        lesson.class_id == class_id,
    )
