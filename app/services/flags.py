"""Flags: a cue to the teacher to come back to a student."""

from dataclasses import replace

from app.domain.changes import Change, label
from app.domain.classes import Student
from app.domain.ids import StudentId
from app.errors import NotFound
from app.ports import Store
from app.workspace import Workspace


class FlagService:
    """Puts a flag on a student's card and takes it off; each is one undo step."""

    def __init__(self, store: Store, workspace: Workspace) -> None:
        self._store = store
        self._workspace = workspace

    def toggle_flag(self, student_id: StudentId, cue: str) -> None:
        """Flag the student with a short cue such as "Check in", or take the flag off."""
        student = self._store.get(Student, student_id)
        if student is None:
            raise NotFound("student", str(student_id))
        verb, flag = ("unflagged", "") if student.flag else ("flagged", cue)
        name = student.name.first
        self._workspace.edit(
            label(verb, student=name), Change(student, replace(student, flag=flag))
        )
