"""The lesson that comes next, made where none waits."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from app.classroom import Classroom
from app.domain.changes import Change, Label
from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from app.domain.session import Session
from app.errors import NoLessonYet
from app.ports import Since
from app.services.carry import carried_on
from app.services.carry_over import CarryOverService
from app.services.lessons import LessonService
from app.services.stations import StationService
from app.services.timetable import TimetableService


class NextLesson:
    """Looks for it, and makes it with what it is made for, in one step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def waiting(self, class_id: ClassId) -> Lesson | None:
        """The first lesson of today or later that was not begun yet."""
        today = self._room.clock.local(self._room.clock.now_ms()).date().isoformat()
        found = self._room.store.find(Lesson, class_id=class_id, day=Since(today))
        begun = self._room.store.find(Session, lesson_id=tuple(lesson.id for lesson in found))
        taken = {session.lesson_id for session in begun}
        waiting = [lesson for lesson in found if lesson.id not in taken]
        return min(waiting, key=lambda lesson: (lesson.day, lesson.id), default=None)

    def make(
        self,
        class_id: ClassId,
        said: Label,
        also: Callable[[Lesson], Sequence[Change]],
        rng: random.Random,
    ) -> Lesson:
        """The last lesson again, on the day the class is taught next; else one at all stations.

        Raises `errors.NoLessonYet` where there is no station to plan one with.
        """
        if not StationService(self._room).stations(class_id):
            raise NoLessonYet
        lessons = LessonService(self._room)
        carry = CarryOverService(self._room.store, lessons, TimetableService(self._room))
        day = carry.next_day(class_id).isoformat()
        last = lessons.next(class_id) or lessons.last(class_id)
        if last is None:
            return lessons.create(class_id, rng, partial(replace, day=day), also, said)
        groups = partial(carried_on, self._room.store, self._room.clock, last)
        return lessons.follow(last, day, groups, rng, also=also, said=said)
