"""Levels set by hand, and the answer to why a student stands at a level."""

from app.classroom import Classroom
from app.domain.adults import Adult
from app.domain.changes import Change, gone, label, made
from app.domain.classes import Student
from app.domain.ids import ClassId, JudgementId, SkillId, StudentId
from app.domain.letters import clean
from app.domain.observations import Observation
from app.domain.skills import Framework, Judgement, Skill
from app.domain.why import Why, why
from app.errors import NoSuchLevel, ReasonMissing
from app.services.known import known
from app.services.roll import called


class JudgementService:
    """Each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def why(self, student_id: StudentId, skill_id: SkillId) -> Why:
        """What the level rests on. Raises `errors.NotFound`."""
        skill, framework = self._skill(skill_id)
        evidence = self._room.store.find(Observation, student_id=student_id, skill_id=skill_id)
        return why(skill, framework, evidence, self._judgement(student_id, skill_id))

    def set_level(
        self, student_id: StudentId, skill_id: SkillId, level: int, reason: str, observer: int = 0
    ) -> Judgement:
        """Let this level count instead of the evidence; said again, it takes the place.

        `observer` is the adult who observes now; with one adult or none no name is written.
        Raises `errors.ReasonMissing`, `errors.NoSuchLevel` or `errors.NotFound`.
        """
        student = known(self._room.store, Student, student_id, "student")
        skill, framework = self._skill(skill_id)
        if not 1 <= level <= len(framework.levels):
            raise NoSuchLevel(level, len(framework.levels))
        reason = clean(reason)
        if not reason:
            raise ReasonMissing
        before = self._judgement(student_id, skill_id)
        own = before.id if before else JudgementId(self._room.ids())
        now = self._room.clock.now_ms()
        adult = self._name_of(student.class_id, observer)
        after = Judgement(own, student_id, skill_id, level, reason, now, adult)
        facts = {"student": called(self._room.store, student_id), "skill": skill.statement}
        said = label("level set", level=framework.levels[level - 1], **facts)
        self._room.workspace.edit(said, Change(before, after) if before else made(after))
        return after

    def take_back(self, student_id: StudentId, skill_id: SkillId) -> None:
        """Let the evidence count again; nothing happens when no level was set."""
        before = self._judgement(student_id, skill_id)
        if before is None:
            return
        skill, _ = self._skill(skill_id)
        facts = {"student": called(self._room.store, student_id), "skill": skill.statement}
        self._room.workspace.edit(label("level taken back", **facts), gone(before))

    def _name_of(self, class_id: ClassId, observer: int) -> str:
        found = self._room.store.find(Adult, class_id=class_id, retired=False)
        adults = sorted(found, key=lambda adult: (adult.position, adult.id))
        if len(adults) < 2:
            return ""
        return next((a.name for a in adults if a.id == observer), adults[0].name)

    def _judgement(self, student_id: StudentId, skill_id: SkillId) -> Judgement | None:
        found = self._room.store.find(Judgement, student_id=student_id, skill_id=skill_id)
        return found[-1] if found else None

    def _skill(self, skill_id: SkillId) -> tuple[Skill, Framework]:
        skill = known(self._room.store, Skill, skill_id, "skill")
        return skill, known(self._room.store, Framework, skill.framework_id, "framework")
