"""Joins the answer to "why this level?" with what answers it, and with setting a level by hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from app.domain.ids import SkillId, StudentId
from app.errors import ClassroomError
from app.services.judgements import JudgementService
from ui.problems import problem
from ui.student.why_part import WhyPart


class Judging(QObject):
    """Shows nothing until it is told who answers."""

    def __init__(self, part: WhyPart) -> None:
        super().__init__(part)
        self._part = part
        self._service: JudgementService | None = None
        self._observer: Callable[[], int] = lambda: 0
        self._about: tuple[StudentId, SkillId] | None = None
        part.level_set.connect(self._set)
        part.taken_back.connect(self._take_back)

    def ask(self, service: JudgementService, observer: Callable[[], int] = lambda: 0) -> None:
        """Let this answer from now on; `observer` says which adult observes."""
        self._service, self._observer = service, observer

    def show(self, student: StudentId, skill: SkillId | None) -> None:
        """Answer for a student and a skill; None for no skill."""
        if self._about is not None and self._about[0] != student:
            self._part.close_form()
        self._about = None if skill is None else (student, skill)
        if self._service is None or self._about is None:
            self._part.show_answer(None)
        else:
            self._part.show_answer(self._service.why(*self._about))

    def _set(self, level: int, reason: str) -> None:
        if self._service is None or self._about is None:
            return
        about = self._about
        self._part.close_form()
        try:
            self._service.set_level(*about, level, reason, self._observer())
        except ClassroomError as error:
            self._part.complain(problem(error))
        else:
            self.show(*about)
            self._part.set_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self._service is not None and self._about is not None:
            about = self._about
            self._service.take_back(*about)
            self.show(*about)
