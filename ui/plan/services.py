"""What the plan page asks."""

from collections.abc import Collection, Sequence
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

    def others_of(
        self, class_id: ClassId, guests: Collection[int] = ()
    ) -> Sequence[tuple[SchoolClass, tuple[Student, ...]]]:
        """The teacher's other classes with somebody in them.

        Of those that were put away only the ones that these guests are of.
        """
        others = (one for one in self.classes.classes() if one.id != class_id)
        away = self.classes.put_away() if guests else ()
        found = [(one, self.classes.students(one.id)) for one in (*others, *away)]
        return [
            (one, there)
            for one, there in found
            if there and (not one.archived or any(student.id in guests for student in there))
        ]

    def stations_for(self, picture: LessonPicture) -> tuple[Station, ...]:
        """The stations in use, and those of the lesson that are no longer."""
        return self.stations.of_lesson(picture.lesson)
