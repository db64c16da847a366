"""A checked class list joins a class, in one step."""

from collections.abc import Sequence

from app.classroom import Classroom
from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.domain.names import PersonName
from app.domain.roster.notes import KnownStudent
from app.services.classes import kept_name
from app.services.known import known
from app.services.start import StartService


class RosterService:
    """What importing a class list does; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._start = StartService(room)

    def class_name(self, class_id: ClassId) -> str:
        """Raises `errors.NotFound`."""
        return known(self._room.store, SchoolClass, class_id, "class").name

    def known_students(self, class_id: ClassId) -> tuple[KnownStudent, ...]:
        """Who is in the class, for `roster_draft.understand`."""
        students = self._room.store.find(Student, class_id=class_id, archived=False)
        return tuple(KnownStudent(student.id, student.name) for student in students)

    def add_students(self, class_id: ClassId, names: Sequence[PersonName]) -> tuple[Student, ...]:
        """Put these names on the class's list, all or none.

        Raises `errors.NotFound`, `errors.NameMissing` and what `Workspace.edit` raises.
        """
        known(self._room.store, SchoolClass, class_id, "class")
        kept = [kept_name(name) for name in names]
        students = tuple(
            Student(StudentId(self._room.ids()), class_id, name.preferred, name.given, name.family)
            for name in kept
        )
        if len(students) == 1:
            said = label("student added", student=kept[0].first)
        else:
            said = label("students added", count=str(len(students)))
        self._room.workspace.edit(said, *map(made, students))
        return students

    def begin_class(self, class_name: str, names: Sequence[PersonName]) -> ClassId:
        """A new class with these students, ready to be taught. Raises `errors.NameMissing`."""
        return self._start.begin_class(names, class_name).id
