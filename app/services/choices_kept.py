"""What students had chosen, and how often they came to the station they had chosen first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.ids import ClassId, LessonId, SessionId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.progress import VISIT_DAYS, ChoiceMade
from app.domain.session import Session, Visit
from app.domain.stations import Station
from app.ports import Clock, Evidence, Since, Store
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
    kept: defaultdict[StudentId, list[bool]] = defaultdict(list)
    visits = ((v.session_id, v.student_id, v.station_id) for v in evidence.visited(class_id, since))
    for one in _chosen(store, choices, visits):
        kept[one.student_id].append(one.came)
    return {student: (len(found), sum(found)) for student, found in kept.items()}


def choices_of(store: Store, clock: Clock, student_id: StudentId) -> tuple[ChoiceMade, ...]:
    """What one student chose first, the newest lesson first: of the last four weeks, and to come.

    Counted as by `choices_kept`, with the lessons that are still to be taught.
    """
    choices = store.find(Choice, student_id=student_id)
    if not choices:
        return ()
    now = clock.now_ms()
    since = Since(day_start(clock, now, VISIT_DAYS))
    visits = store.find(Visit, student_id=student_id, began_at=since)
    been = ((visit.session_id, student_id, visit.station_id) for visit in visits)
    told = tuple(_chosen(store, choices, been))
    found = [(one.station_id, clock.local(one.began).date(), one.came) for one in told]
    taught = frozenset(one.lesson_id for one in told)
    coming = _coming(store, choices, clock.local(now).date(), taught)
    stations = {station.id: station for station in store.find(Station)}
    return tuple(
        ChoiceMade(stations[place], day, came)
        for place, day, came in (*coming, *sorted(found, key=lambda one: one[1], reverse=True))
        if place in stations
    )


class _Chosen(NamedTuple):
    """A first choice in a lesson that was taught, and whether it came true; `began` in ms UTC."""

    student_id: StudentId
    lesson_id: LessonId
    station_id: StationId
    began: int
    came: bool


def _chosen(
    store: Store,
    choices: Iterable[Choice],
    visits: Iterable[tuple[SessionId, StudentId, StationId]],
) -> Iterator[_Chosen]:
    """Each first choice of those who were there."""
    chosen = {(choice.student_id, choice.lesson_id): choice for choice in choices}
    visited: defaultdict[tuple[SessionId, StudentId], set[StationId]] = defaultdict(set)
    for session_id, student, station in visits:
        visited[session_id, student].add(station)
    sessions = store.find(Session, id=tuple({session for session, _ in visited}))
    lessons = store.find(Lesson, id=tuple({session.lesson_id for session in sessions}))
    places = {lesson.id: frozenset(lesson.station_ids) for lesson in lessons}
    taught = {session.id: session for session in sessions}
    for (session_id, student), stations in visited.items():
        session = taught.get(session_id)
        choice = _choice(chosen, student, session.lesson_id) if session else None
        if session is None or choice is None:
            continue
        best = _best(choice, places.get(session.lesson_id, frozenset()))
        if best is not None:
            came = best in stations
            yield _Chosen(student, session.lesson_id, best, session.opened_at, came)


def _coming(
    store: Store, choices: Iterable[Choice], today: date, taught: frozenset[LessonId]
) -> Iterator[tuple[StationId, date, None]]:
    """First choices for lessons of today and later that were not taught yet, the last first."""
    own = {choice.lesson_id: choice for choice in choices if choice.lesson_id is not None}
    lessons = store.find(Lesson, id=tuple(own.keys() - taught))
    for lesson in sorted(lessons, key=lambda one: one.day, reverse=True):
        best = _best(own[lesson.id], frozenset(lesson.station_ids))
        if best is not None and lesson.day >= today.isoformat():
            yield best, date.fromisoformat(lesson.day), None


def _choice(
    chosen: Mapping[tuple[StudentId, LessonId | None], Choice],
    student: StudentId,
    lesson: LessonId,
) -> Choice | None:
    return chosen.get((student, lesson)) or chosen.get((student, None))


def _best(choice: Choice, places: frozenset[int]) -> StationId | None:
    return next((StationId(s) for s in choice.station_ids if s in places), None)
