"""What students say of themselves. Each call that writes is one undo step."""

from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.classes import Student
from app.domain.clock import READY
from app.domain.ids import ReflectionId, SessionId, SkillId, StudentId
from app.domain.letters import clean
from app.domain.skills import Framework, Skill
from app.domain.voice import FACES, Reflection
from app.errors import NoSuchLevel
from app.services.known import known
from app.services.live import LiveService
from app.services.roll import called
from app.services.running import running_lessons
from app.services.spoken import newest_first
from app.services.twins import twin_skills


class VoiceService:
    """Writes down ratings and reflections; the lesson that is being taught fills itself in."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._live = LiveService(room)

    def of(self, student_id: StudentId, skill_id: SkillId | None = None) -> tuple[Reflection, ...]:
        """All a student said, or all about one skill, the newest first."""
        about = {} if skill_id is None else {"skill_id": skill_id}
        return newest_first(self._room.store.find(Reflection, student_id=student_id, **about))

    def rate(
        self, student_id: StudentId, skill_id: SkillId, level: int, words: str = ""
    ) -> Reflection:
        """A student's own level on a skill; the teacher's stays what it is.

        Of a guest it is the skill as the guest's own class has it, if it does. Raises
        `errors.NoSuchLevel` or `errors.NotFound`.
        """
        said = self._begun(student_id)
        home = known(self._room.store, Student, student_id, "student").class_id
        own = twin_skills(self._room.store, [skill_id], home).get(skill_id, skill_id)
        return self._say(replace(said, skill_id=own, level=level, words=clean(words)))

    def reflect(
        self,
        student_id: StudentId,
        face: int | None,
        words: str = "",
        session_id: SessionId | None = None,
    ) -> Reflection:
        """How it went, by a face, a sentence, or both; of an earlier lesson when one is named.

        ValueError for neither. Raises `errors.NotFound`.
        """
        said = self._begun(student_id)
        if session_id is not None and session_id != said.session_id:
            said = replace(said, session_id=session_id, round=None)
        return self._say(replace(said, face=face, words=clean(words)))

    def put_right(
        self, before: Reflection, words: str, face: int | None = None, level: int | None = None
    ) -> Reflection:
        """The same, said otherwise; a face or level of None stays as it was."""
        after = replace(
            before,
            face=before.face if face is None else face,
            level=before.level if level is None else level,
            words=clean(words),
        )
        if after != before:
            self._check(after)
            said = label("own words changed", student=self._name(after.student_id))
            self._room.workspace.edit(said, Change(before, after))
        return after

    def take_away(self, said: Reflection) -> None:
        """As if it had not been said."""
        told = label("own words removed", student=self._name(said.student_id))
        self._room.workspace.edit(told, gone(said))

    def _say(self, said: Reflection) -> Reflection:
        self._room.workspace.edit(self._check(said), made(said))
        return said

    def _check(self, said: Reflection) -> Label:
        """What to call it, if it can be said at all."""
        student = self._name(said.student_id)
        if said.face is not None and said.face not in FACES:
            raise ValueError(said.face)
        if said.skill_id is None:
            if said.face is None and not said.words:
                raise ValueError("nothing was said")
            return label("reflected", student=student)
        skill = known(self._room.store, Skill, said.skill_id, "skill")
        words = known(self._room.store, Framework, skill.framework_id, "framework").levels
        level = said.level or 0
        if not 1 <= level <= len(words):
            raise NoSuchLevel(level, len(words))
        return label(
            "rated themselves", student=student, level=words[level - 1], skill=skill.statement
        )

    def _begun(self, student_id: StudentId) -> Reflection:
        """Now, in the lesson there is."""
        student = known(self._room.store, Student, student_id, "student")
        session_id, number = self._now_in(student)
        own, now = ReflectionId(self._room.ids()), self._room.clock.now_ms()
        return Reflection(own, student_id, now, session_id=session_id, round=number)

    def _now_in(self, student: Student) -> tuple[SessionId | None, int | None]:
        """The lesson of the class, or the one the student is a guest in, and its round."""
        own = student.class_id
        taught = running_lessons(self._room.store, own)
        there = [s for s, _, guests in taught if own == s.class_id or student.id in guests]
        if not there:
            return None, None
        session = there[-1]  # the own lesson comes first
        reading = self._live.reading(session)
        return session.id, None if reading.phase == READY else reading.round

    def _name(self, student_id: StudentId) -> str:
        return called(self._room.store, student_id)
