"""How often students came to the station they had chosen first."""

from collections import defaultdict
from collections.abc import Mapping

from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.ids import ClassId, LessonId, SessionId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.progress import VISIT_DAYS
from app.domain.session import Session, Visit
from app.ports import Clock, Evidence, Store
from app.services.days import day_start

ABOUT = frozenset[type[Entity]]({Choice, Lesson, Session, Visit})
Kept = tuple[int, int]
"""Lessons for which a student had chosen, and those that brought the first choice."""


class ChoiceReader:
    """Reads the choices of the last weeks once, and again when there may be others."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock
        self._read: dict[tuple[ClassId, int], Mapping[StudentId, Kept]] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: read again next time, if it is about choices or lessons."""
        if kinds & ABOUT:
            self._read.clear()

    def kept(self, class_id: ClassId) -> Mapping[StudentId, Kept]:
        """As `choices_kept`, for the last four weeks."""
        since = day_start(self._clock, self._clock.now_ms(), VISIT_DAYS)
        key = (class_id, since)
        if key not in self._read:
            self._read = {key: choices_kept(self._store, self._evidence, class_id, since)}
        return self._read[key]


def choices_kept(
    store: Store, evidence: Evidence, class_id: ClassId, since: int
) -> Mapping[StudentId, Kept]:
    """In the recorded lessons begun since (ms UTC) that each student was in.

    What was chosen for a lesson counts for it before what was chosen for every lesson. The first
    choice is the best one among the stations of the lesson. Students who never chose are left out.
    """
    choices = store.find(Choice, class_id=class_id)
    if not choices:
        return {}
    chosen = {(choice.student_id, choice.lesson_id): choice for choice in choices}
    visited = _visited(evidence, class_id, since)
    sessions = store.find(Session, id=tuple({session for session, _ in visited}))
    lessons = store.find(Lesson, id=tuple({session.lesson_id for session in sessions}))
    places = {lesson.id: frozenset(lesson.station_ids) for lesson in lessons}
    taught = {session.id: session.lesson_id for session in sessions}
    kept: defaultdict[StudentId, list[bool]] = defaultdict(list)
    for (session, student), stations in visited.items():
        lesson = taught.get(session)
        choice = _choice(chosen, student, lesson)
        best = _best(choice, places.get(lesson, frozenset())) if lesson and choice else None
        if best is not None:
            kept[student].append(best in stations)
    return {student: (len(found), sum(found)) for student, found in kept.items()}


def _visited(
    evidence: Evidence, class_id: ClassId, since: int
) -> Mapping[tuple[SessionId, StudentId], frozenset[StationId]]:
    found: defaultdict[tuple[SessionId, StudentId], set[StationId]] = defaultdict(set)
    for visit in evidence.visited(class_id, since):
        found[visit.session_id, visit.student_id].add(visit.station_id)
    return {key: frozenset(stations) for key, stations in found.items()}


def _choice(
    chosen: Mapping[tuple[StudentId, LessonId | None], Choice],
    student: StudentId,
    lesson: LessonId | None,
) -> Choice | None:
    return chosen.get((student, lesson)) or chosen.get((student, None))


def _best(choice: Choice, places: frozenset[int]) -> StationId | None:
    return next((StationId(s) for s in choice.station_ids if s in places), None)
