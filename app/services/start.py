"""From a list of names to a class that can be taught, in one step."""

from collections.abc import Sequence

from app.classroom import Classroom
from app.domain.changes import Entity, label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.domain.letters import clean
from app.domain.names import PersonName
from app.services.classes import kept_name
from app.services.known import named
from app.services.stations import starter_stations
from app.services.tags import starter_tags


class StartService:
    """Setting up a whole class at once."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def begin_class(
        self, names: Sequence[PersonName], class_name: str, subject: str = ""
    ) -> SchoolClass:
        """A class with its students, five stations and the first tags: one undo step.

        Raises `errors.NameMissing` when the class or a student has none; then nothing is kept.
        """
        class_id = ClassId(self._room.ids())
        now = self._room.clock.now_ms()
        new = SchoolClass(class_id, named(class_name), clean(subject), now)
        students = [self._student(class_id, name) for name in names]
        stations = starter_stations(class_id, len(students), self._room.ids)
        tags = starter_tags(class_id, self._room.ids)
        said = label("class begun", name=new.name, count=str(len(students)))
        everything: tuple[Entity, ...] = (new, *students, *stations, *tags)
        self._room.workspace.edit(said, *map(made, everything))
        return new

    def _student(self, class_id: ClassId, name: PersonName) -> Student:
        kept = kept_name(name)
        student_id = StudentId(self._room.ids())
        return Student(student_id, class_id, kept.preferred, kept.given, kept.family)
