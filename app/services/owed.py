"""Reading what visits each student is owed, from the lessons that were taught."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from app.domain.changes import Entity
from app.domain.classes import Student
from app.domain.ids import ClassId, SessionId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.outings import Outing, with_outings
from app.domain.owed import DAYS_BACK, SCHOOL_DAYS, Been, Owed, Taught, had_back, owed_visits
from app.domain.seating import latest_attendance
from app.domain.session import PRESENT, Attendance, Session, Visit
from app.domain.stations import Station
from app.ports import Clock, Since, Store
from app.services.outings import OutingReader
from app.services.roll import by_class
from app.services.running import running_lessons, stays_in

GUESTS_BACK = 60
"""Lessons of other classes are looked through for guests of so many days: there may be many."""

PAST = frozenset[type[Entity]]({Session, Visit, Lesson, Station})
"""A place that is planned, as by a drag, is of a lesson that is still to come or runs: only what is
over is kept in mind."""


class OwedReader:
    """Reads a class's lessons of the last weeks once, and again when one was taught or planned.

    Whoever plans asks `owed`: the visits to be given first.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._past: dict[ClassId, Mapping[StudentId, tuple[Owed, ...]]] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: read the lessons again next time, if it is about them."""
        if kinds & PAST:
            self._past.clear()

    def owed(self, class_id: ClassId) -> Mapping[StudentId, tuple[Owed, ...]]:
        """What each student of the class is owed, the oldest first.

        What a student has had back in the lesson that runs now is owed no more. Lessons of other
        classes count for those who were guests in them.
        """
        stations = self._store.find(Station)
        if class_id not in self._past:
            own = {student.id for student in self._store.find(Student, class_id=class_id)}
            found = owed_visits(self._lessons(class_id, own), stations)
            self._past[class_id] = {s: debts for s, debts in found.items() if s in own}
        owed = self._past[class_id]
        for running in self._running(class_id) if owed else ():
            owed = had_back(owed, running, stations)
        return owed

    def owed_by(self, students: Iterable[Student]) -> Mapping[StudentId, tuple[Owed, ...]]:
        """The same for students of several classes."""
        return {
            student: debts
            for class_id, own in by_class(students).items()
            for student, debts in self.owed(class_id).items()
            if student in own
        }

    def stations(self) -> tuple[Station, ...]:
        """All stations there are, also those that are gone."""
        return self._store.find(Station)

    def _lessons(self, class_id: ClassId, own: AbstractSet[StudentId]) -> tuple[Taught, ...]:
        today = self._clock.local(self._clock.now_ms()).date()
        since = Since((today - timedelta(days=DAYS_BACK)).isoformat())
        lately = Since((today - timedelta(days=GUESTS_BACK)).isoformat())
        lessons = (
            *self._store.find(Lesson, class_id=class_id, day=since),
            *(
                lesson
                for lesson in self._store.find(Lesson, day=lately)
                if lesson.class_id != class_id and not own.isdisjoint(lesson.guest_ids)
            ),
        )
        over = defaultdict[int, list[Session]](list)
        for session in self._store.find(Session, lesson_id=tuple(one.id for one in lessons)):
            over[session.lesson_id].append(session)
        held = [(lesson, over[lesson.id]) for lesson in lessons if lesson.id in over]
        taught = [(one, own) for one, own in held if all(s.ended_at is not None for s in own)]
        days = sorted({lesson.day for lesson, _ in taught})[-SCHOOL_DAYS:]
        recent = [(lesson, own) for lesson, own in taught if lesson.day in days]
        recent.sort(key=lambda found: (found[0].day, found[1][0].opened_at))
        return self._taught(recent)

    def _taught(self, lessons: Sequence[tuple[Lesson, Sequence[Session]]]) -> tuple[Taught, ...]:
        paths, visits = defaultdict[int, list[Path]](list), defaultdict[int, list[Visit]](list)
        for path in self._store.find(Path, lesson_id=tuple(lesson.id for lesson, _ in lessons)):
            paths[path.lesson_id].append(path)
        sessions = tuple(session.id for _, own in lessons for session in own)
        for visit in self._store.find(Visit, session_id=sessions):
            visits[visit.session_id].append(visit)
        return tuple(
            self._one(lesson, own, paths[lesson.id], [v for s in own for v in visits[s.id]])
            for lesson, own in lessons
        )

    def _one(
        self,
        lesson: Lesson,
        sessions: Sequence[Session],
        paths: Sequence[Path],
        visits: Sequence[Visit],
    ) -> Taught:
        return Taught(
            lesson_id=lesson.id,
            day=lesson.day,
            round_ms=lesson.round_seconds * 1000,
            planned={path.student_id: path.stations for path in paths},
            been=tuple(
                Been(v.student_id, v.station_id, v.round, v.ended_at - v.began_at) for v in visits
            ),
            away=self._away(sessions[-1], paths, visits),
        )

    def _away(
        self, session: Session, paths: Sequence[Path], visits: Sequence[Visit]
    ) -> dict[tuple[StudentId, int], tuple[str, str]]:
        """Why students who were nowhere in a round were not in the room."""
        there = {(visit.student_id, visit.round) for visit in visits}
        middles = _middles(visits)
        missing = [
            (path.student_id, number)
            for path in paths
            for number in middles
            if (path.student_id, number) not in there
        ]
        if not missing:
            return {}
        said = self._store.find(Attendance, session_id=session.id)
        outings = OutingReader(self._store, self._clock).of_session(session)
        found = {}
        for number in sorted({number for _, number in missing}):
            held = _words_at(session.id, middles[number], said, outings)
            for student in (student for student, other in missing if other == number):
                if student in held and held[student].state != PRESENT:
                    found[student, number] = (held[student].state, held[student].reason)
        return found

    def _running(self, class_id: ClassId) -> Iterator[Taught]:
        """What is taught now with students of the class: it owes nothing yet."""
        for session, lesson, _homes in running_lessons(self._store, class_id):
            yield self._now(session, lesson)

    def _now(self, session: Session, lesson: Lesson) -> Taught:
        paths = self._store.find(Path, lesson_id=lesson.id)
        stayed = stays_in(self._store, self._clock, session, lesson)
        return Taught(
            lesson_id=lesson.id,
            day=lesson.day,
            round_ms=lesson.round_seconds * 1000,
            planned={path.student_id: path.stations for path in paths},
            been=tuple(
                Been(s.student_id, s.station_id, s.round, s.ended_at - s.began_at) for s in stayed
            ),
            over=False,
        )


def _middles(visits: Sequence[Visit]) -> dict[int, int]:
    """The middle (ms UTC) of each round in which anybody was anywhere."""
    begins, ends = dict[int, int](), dict[int, int]()
    for visit in visits:
        begins[visit.round] = min(begins.get(visit.round, visit.began_at), visit.began_at)
        ends[visit.round] = max(ends.get(visit.round, visit.ended_at), visit.ended_at)
    return {number: (begins[number] + ends[number]) // 2 for number in begins}


def _words_at(
    session: SessionId, at: int, said: Sequence[Attendance], outings: Sequence[Outing]
) -> Mapping[StudentId, Attendance]:
    """The word that held for each student at that time."""
    known = [word for word in said if word.at <= at]
    return latest_attendance(with_outings(session, known, outings, at))
