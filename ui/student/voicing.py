"""Joins what the student said with what keeps it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.ids import SkillId
from app.domain.progress import StudentPicture
from app.domain.voice import Reflection
from app.errors import ClassroomError
from app.services.voice import VoiceService
from ui.problems import problem
from ui.student.voice_part import VoicePart


class Voicing(QObject):
    """The part stays away until it is told who answers."""

    def __init__(self, part: VoicePart) -> None:
        super().__init__(part)
        self._part = part
        self._service: VoiceService | None = None
        self._shown: tuple[StudentPicture, SkillId | None] | None = None
        part.hide()
        part.said.connect(self._say)
        part.put_right.connect(self._put_right)
        part.taken_away.connect(self._take_away)

    def ask(self, service: VoiceService) -> None:
        """Let this answer from now on."""
        self._service = service

    def show(self, picture: StudentPicture, skill: SkillId | None) -> None:
        """What a student said, of one skill when one is named.

        A rating without a word stands beside its skill already, so it is not among all the rest.
        """
        if self._service is None:
            return
        student, before = picture.student.id, self._shown
        fresh = before is None or (before[0].student.id, before[1]) != (student, skill)
        self._shown = (picture, skill)
        named = (one.statement for one in picture.skills if one.skill_id == skill)
        said = self._service.of(student, skill)
        if skill is None:
            said = tuple(one for one in said if one.words or one.face is not None)
        self._part.show_said(said, picture, "".join(named), fresh)
        self._part.show()

    def _say(self, choice: int, words: str) -> None:
        if self._service is None or self._shown is None:
            return
        service, student, skill = self._service, self._shown[0].student.id, self._shown[1]
        if skill is None:
            self._try(lambda: service.reflect(student, choice or None, words))
        else:
            self._try(lambda: service.rate(student, skill, choice, words))

    def _put_right(self, before: Reflection, choice: int, words: str) -> None:
        service = self._service
        if service is not None:
            kind = "level" if before.skill_id is not None else "face"
            chosen = {kind: choice} if choice else {}
            self._try(lambda: service.put_right(before, words, **chosen))

    def _take_away(self, said: Reflection) -> None:
        service = self._service
        if service is not None:
            self._try(lambda: service.take_away(said))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except ClassroomError as error:
            self._part.complain(problem(error))
