"""Reading a lesson that is over."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app.domain.classes import Goal, Student
from app.domain.clock import Reading
from app.domain.ids import ClassId, StationId, StudentId
from app.domain.lesson_end import NOWHERE, EndRow, LessonEnd, MovedUp, Place
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.record import SessionRecord
from app.domain.session import ABSENT, PRESENT, Session, Visit
from app.domain.skills import Skill
from app.domain.voice import Reflection
from app.ports import Clock, Evidence, Store
from app.services.live import LiveService
from app.services.spoken import newest_first
from app.services.standings import StandingReader

DAY_MS = 24 * 60 * 60_000


class LessonEndReader:
    """Nothing is written."""

    def __init__(self, store: Store, evidence: Evidence, live: LiveService, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._standings = StandingReader(store, evidence)
        self._live = live
        self._clock = clock

    def last(self, class_id: ClassId) -> Session | None:
        """The session of the class that ended last, None when none has."""
        found = [s for s in self._store.find(Session, class_id=class_id) if s.ended_at]
        return max(found, key=lambda s: (s.ended_at or 0, s.id), default=None)

    def read(self, session: Session) -> LessonEnd:
        """What the lesson was; one that is still open is read as if it ended now."""
        scene = self._live.scene_of(session)
        visits = self._store.find(Visit, session_id=session.id)
        ended = session.ended_at or self._clock.now_ms()
        seen = self._seen(session, ended, (student.class_id for student in scene.students))
        students = tuple(student.id for student in scene.students)
        began = scene.reading.spans[0].began_at if scene.reading.spans else session.opened_at
        return LessonEnd(
            session=session,
            lesson=scene.lesson,
            class_name=scene.school_class.name,
            began_at=began,
            ended_at=ended,
            stations=scene.stations,
            rows=self._rows(scene, visits, Counter(one.student_id for one in seen)),
            moved_up=self._moved_up(began, seen),
            observations=len(seen),
            goals=len(self._store.find(Goal, student_id=students, closed=False)),
            said=self.said(session),
            planned={path.student_id: path.stations for path in scene.record.paths},
        )

    def said(self, session: Session) -> tuple[Reflection, ...]:
        """What students said of a lesson, in the order they did."""
        return newest_first(self._store.find(Reflection, session_id=session.id))[::-1]

    def _seen(self, session: Session, ended: int, classes: Iterable[ClassId]) -> list[Observation]:
        """What was seen in it, looked for by time: all years are not read through for a session.

        A computer clock that somebody set meanwhile may be hours off.
        """
        begin, end = session.opened_at - DAY_MS, ended + DAY_MS
        near = (
            one
            for class_id in dict.fromkeys((session.class_id, *classes))
            for one in self._evidence.seen_between(class_id, begin, end)
        )
        return sorted(
            (one for one in near if one.session_id == session.id),
            key=lambda one: (one.seen_at, one.id),
        )

    def _rows(
        self, scene: LiveScene, visits: Sequence[Visit], seen: Mapping[StudentId, int]
    ) -> tuple[EndRow, ...]:
        rounds = _rounds(scene.reading)
        return tuple(
            EndRow(
                student,
                scene.names[student.id],
                tuple(_place(scene, visits, student, number) for number in rounds),
                seen.get(student.id, 0),
            )
            for student in scene.students
        )

    def _moved_up(self, began: int, seen: Sequence[Observation]) -> tuple[MovedUp, ...]:
        """Who stands higher on a skill that was looked at than when the lesson began."""
        looked = [
            (o.student_id, o.skill_id)
            for o in seen
            if o.skill_id is not None and o.level is not None
        ]
        students = tuple(dict.fromkeys(student for student, _ in looked))
        skills = tuple(dict.fromkeys(skill for _, skill in looked))
        words = {skill.id: skill.statement for skill in self._store.find(Skill, id=skills)}
        latest = self._standings.of_skills(students, skills, began)
        stands = {(one.student_id, one.skill_id): one for one in latest}
        return tuple(
            MovedUp(student, words[one.skill_id], one.earlier_level, one.level)
            for student, skill in dict.fromkeys(looked)
            if (one := stands.get((student, skill))) is not None
            and one.earlier_level is not None
            and one.level > one.earlier_level
            and one.skill_id in words
        )


def _rounds(reading: Reading) -> tuple[int, ...]:
    """The rounds that were begun, whether or not one of them was taught twice."""
    return tuple(sorted({span.round for span in reading.spans if not span.transition}))


def _place(scene: LiveScene, visits: Sequence[Visit], student: Student, number: int) -> Place:
    """Where the student was longest in a round; at a table with two leaders that is two visits."""
    spent = Counter[StationId]()
    for visit in visits:
        if visit.student_id == student.id and visit.round == number:
            spent[visit.station_id] += visit.ended_at - visit.began_at
    if spent:
        return Place(PRESENT, max(spent, key=spent.__getitem__))
    spans = [s for s in scene.reading.spans if s.round == number and not s.transition]
    said = _said(scene.record, student, max(s.began_at for s in spans))
    return Place(said if said != PRESENT else NOWHERE)


def _said(record: SessionRecord, student: Student, at: int) -> str:
    """The word that held for the student at a time.

    Who was absent at the end, and never came, was absent from the beginning.
    """
    said = [w for w in record.attendance if w.student_id == student.id]
    if said and all(w.state == ABSENT for w in said):
        return ABSENT
    known = [w for w in record.words(at) if w.student_id == student.id and w.at <= at]
    return known[-1].state if known else PRESENT
