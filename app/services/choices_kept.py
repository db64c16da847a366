"""How often students came to the station they had chosen first."""

from collections import defaultdict
from collections.abc import Mapping

from app.domain.choices import Choice
from app.domain.ids import ClassId, LessonId, SessionId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.session import Session
from app.ports import Evidence, Store

Kept = tuple[int, int]
"""Lessons for which a student had chosen, and those that brought the first choice."""


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
