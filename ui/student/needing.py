"""Joins the needs of a student with what keeps them."""

from PySide6.QtCore import QObject

from app.domain.ids import StudentId
from app.errors import ClassroomError, NotSaved
from app.services.needs import NeedService
from ui.problems import problem
from ui.student.needs_part import NeedsPart


class Needing(QObject):
    """The part stays away until it is told who answers; nothing is read before it is asked for."""

    def __init__(self, part: NeedsPart) -> None:
        super().__init__(part)
        self._part = part
        self._service: NeedService | None = None
        self._student: StudentId | None = None
        part.hide()
        part.asked.connect(self._show)
        part.written.connect(self._write)

    def ask(self, service: NeedService) -> None:
        """Let this answer from now on."""
        self._service = service

    def turn_to(self, student: StudentId) -> None:
        """Another student's needs are put away; those that are open are read again."""
        if student != self._student:
            self._part.forget()
        self._student = student
        self._part.setVisible(self._service is not None)
        if self._part.is_shown():
            self._show()

    def _show(self) -> None:
        if self._service is not None and self._student is not None:
            self._part.show_needs(self._service.of(self._student))

    def _write(self, kind: str, words: str) -> None:
        if self._service is None or self._student is None:
            return
        try:
            need = self._service.write(self._student, kind, words)
        except ClassroomError as error:
            if isinstance(error, NotSaved) and error.kept:
                self._part.set_held(kind)
            self._part.complain(problem(error))
        else:
            self._part.set_kept(kind, need.words if need else "")
