"""The class and lesson of now: what is on by the timetable, and how it fits in what is left."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.classes import SchoolClass
from app.domain.in_time import fitted
from app.domain.lessons import Lesson
from app.domain.school_day import Occasion
from app.domain.session import Session
from app.ports import Clock, Since, Store
from app.services.carry import taught
from app.services.days import moment
from app.services.known import known
from app.services.lessons import ROUNDS, LessonService
from app.services.roll import class_roll
from app.services.timetable import TimetableService

SOON = 10
"""Minutes before a period from which it is what the teacher is about to do."""


@dataclass(frozen=True, slots=True)
class LessonOfNow:
    """What could be taught: `shape` is the lesson with the rounds that fit, None when none do.

    `planned` is the lesson there is already for it; `minutes_left` are those to the end, of the
    whole period when it has not begun, and `begins` is the minute of the day they count from. Not
    `ready`: the class has no students or no stations.
    """

    occasion: Occasion
    school_class: SchoolClass
    subject: str
    begins: int
    minutes_left: int
    shape: Lesson | None
    planned: Lesson | None = None
    ready: bool = True


class LessonOfNowService:
    """Reads what is on, and makes its lesson when it is wanted."""

    def __init__(
        self, store: Store, clock: Clock, lessons: LessonService, timetable: TimetableService
    ) -> None:
        self._store = store
        self._clock = clock
        self._lessons = lessons
        self._timetable = timetable

    def look(self) -> LessonOfNow | None:
        """What is on or begins soon; None when nothing is, or it is being or was taught."""
        if self._is_teaching():
            return None
        occasion = self._timetable.now(SOON)
        if occasion is None or self._was_taught(occasion):
            return None
        school_class = known(self._store, SchoolClass, occasion.class_id, "class")
        planned = self._planned(occasion)
        last = self._lessons.last(school_class.id, occasion.subject)
        basis = planned or last or self._lessons.blank(school_class.id)
        begun = max(self._timetable.here()[1], occasion.time.begins)
        left = occasion.time.ends - begun
        wanted = basis.rounds if planned else max(basis.rounds, self._usual(basis))
        students, _ = class_roll(self._store, school_class.id)
        return LessonOfNow(
            occasion=occasion,
            school_class=school_class,
            subject=occasion.subject or school_class.subject,
            begins=begun,
            minutes_left=left,
            shape=fitted(basis, left, wanted),
            planned=planned,
            ready=bool(students and self._lessons.stations(basis)),
        )

    def take(self, now: LessonOfNow, rng: random.Random) -> Lesson:
        """The lesson of now, planned in one step if it was not or does not fit."""
        shape, planned = now.shape, now.planned
        if planned is not None:
            if shape is not None and shape != planned:
                self._lessons.edit(shape, rng)
            return shape or planned

        def to_fit(new: Lesson) -> Lesson:
            subject = now.occasion.subject or new.subject
            begins = now.begins
            return replace(_as_long(new, shape), subject=subject, begins=begins)

        class_id, subject = now.school_class.id, now.occasion.subject
        return self._lessons.same_again(class_id, rng, to_fit, subject)

    def _usual(self, basis: Lesson) -> int:
        return min(ROUNDS, len(basis.station_ids))

    def _planned(self, occasion: Occasion) -> Lesson | None:
        """Today's lesson that is still to be taught and is meant for this time."""
        of_today = self._store.find(
            Lesson, class_id=occasion.class_id, day=occasion.day.isoformat()
        )
        waiting = [lesson for lesson in of_today if not taught(self._store, lesson)]
        return _best(occasion, waiting)

    def _is_teaching(self) -> bool:
        """Whether any lesson of today is open; one that was left open on another day is none."""
        today, _ = self._timetable.here()
        opened = self._store.find(Session, ended_at=None)
        return any(self._clock.local(session.opened_at).date() == today for session in opened)

    def _was_taught(self, occasion: Occasion) -> bool:
        """Whether a lesson of the class was over already in this very period."""
        since = moment(self._clock, occasion.day, max(0, occasion.time.begins - SOON))
        own = self._store.find(Session, class_id=occasion.class_id, opened_at=Since(since))
        return any(session.ended_at is not None for session in own)


def _best(occasion: Occasion, waiting: Iterable[Lesson]) -> Lesson | None:
    """The lesson that was planned for these minutes, else one for no time and this subject."""
    time, subject = occasion.time, occasion.subject
    timed = [w for w in waiting if w.begins is not None and time.begins <= w.begins < time.ends]
    free = [w for w in waiting if w.begins is None and subject in {"", w.subject}]
    return max(timed or free, key=lambda lesson: lesson.id, default=None)


def _as_long(new: Lesson, shape: Lesson | None) -> Lesson:
    if shape is None:
        return new
    return replace(
        new,
        rounds=shape.rounds,
        round_seconds=shape.round_seconds,
        warning_seconds=shape.warning_seconds,
    )
