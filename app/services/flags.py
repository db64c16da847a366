"""Flags: a cue to the teacher to come back to a student."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, label
from app.domain.classes import Student
from app.domain.ids import StudentId
from app.services.known import known
from app.services.roll import called


class FlagService:
    """Puts a flag on a student's card and takes it off; each is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def toggle_flags(self, student_ids: Sequence[StudentId], cue: str) -> None:
        """Flag them all with a short cue such as "Check in"; take the flags off when all have one.

        Raises `errors.NotFound`.
        """
        students = [known(self._room.store, Student, student, "student") for student in student_ids]
        flags = not all(student.flag for student in students)
        changed = [s for s in students if bool(s.flag) != flags]
        if not changed:
            return
        verb, flag = ("flagged", cue) if flags else ("unflagged", "")
        said = label(verb, student=called(self._room.store, changed[0].id))
        if len(changed) > 1:
            said = label(f"several {verb}", count=str(len(changed)))
        self._room.workspace.edit(said, *(Change(s, replace(s, flag=flag)) for s in changed))
