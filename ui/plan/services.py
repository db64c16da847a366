"""What the plan page asks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import ClassId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson, Path
from app.domain.outings import Outing
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, Session
from app.domain.skills import Skill
from app.domain.stations import Station
from app.domain.timetable import Period, Slot, SpecialDay, Timetable
from app.services.classes import ClassService
from app.services.lessons import LessonService
from app.services.outings import OutingReader
from app.services.plans.service import PlanningService
from app.services.plans.templates import TemplateService
from app.services.pull_outs import PullOutService
from app.services.stations import StationService

ClassWithStudents = tuple[SchoolClass, tuple[Student, ...]]

SHOWN = frozenset[type[Entity]](
    {SchoolClass, Student, Rule, Station, Skill, Lesson, Path, Session, Attendance, Choice}
    | {PullOut, PullOutDay, Timetable, Period, Slot, SpecialDay}
)
"""Kinds of things that a plan is drawn from."""


class PlanServices(NamedTuple):
    """Each is the one of the open profile."""

    lessons: LessonService
    classes: ClassService
    stations: StationService
    planning: PlanningService
    templates: TemplateService
    pull_outs: PullOutService
    outings: OutingReader

    def outings_of(self, lesson: Lesson) -> Sequence[Outing]:
        """Who is out of the room when on the day of a lesson, if it is not called off."""
        found = self.outings.of_lesson(lesson)
        return [outing for outing in found if not outing.cancelled]

    def others_of(self, class_id: ClassId) -> Sequence[ClassWithStudents]:
        """The teacher's other classes with somebody in them."""
        return self._filled(one for one in self.classes.classes() if one.id != class_id)

    def guests_for(self, lesson: Lesson) -> tuple[Sequence[ClassWithStudents], bool]:
        """The classes guests may come from, and whether some are put away.

        Of those that are, only the ones with guests in the lesson are among them.
        """
        away = self.classes.put_away()
        still = [
            own
            for own in self._filled(away if lesson.guest_ids else ())
            if any(student.id in lesson.guest_ids for student in own[1])
        ]
        return [*self.others_of(lesson.class_id), *still], bool(away)

    def _filled(self, classes: Iterable[SchoolClass]) -> Sequence[ClassWithStudents]:
        found = [(one, self.classes.students(one.id)) for one in classes]
        return [(one, there) for one, there in found if there]

    def stations_for(self, picture: LessonPicture) -> tuple[Station, ...]:
        """The stations in use, and those of the lesson that are no longer."""
        return self.stations.of_lesson(picture.lesson)
