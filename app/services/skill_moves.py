"""Changing the tree of a framework: adding, moving, and what is learned before what."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, label, made
from app.domain.classes import Student
from app.domain.ids import FrameworkId, SkillId
from app.domain.observations import Observation
from app.domain.skill_moves import Pairs, above_it, below, indented, moved, outdented
from app.domain.skills import Judgement, Skill
from app.domain.voice import Reflection
from app.errors import HasEvidence
from app.ports import Store
from app.services.known import known, named


class SkillMoves:
    """Each call is one undo step; one that changes nothing is none.

    A skill that was looked at never gets others below it: a strand takes no evidence, so what was
    seen would be shown nowhere.
    """

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def add(
        self, framework_id: FrameworkId, statement: str, parent_id: SkillId | None = None
    ) -> Skill:
        """One more entry, the last below its parent.

        Raises `errors.NameMissing`, and `errors.HasEvidence` when the parent was looked at.
        """
        if parent_id is not None:
            self._refuse_seen(known(self._room.store, Skill, parent_id, "skill"))
        row = below(self._all(framework_id), parent_id)
        position = row[-1].position + 1 if row else 0
        statement = named(statement)
        fresh = Skill(
            SkillId(self._room.ids()), framework_id, parent_id, statement, position=position
        )
        self._room.workspace.edit(label("skill added", skill=statement), made(fresh))
        return fresh

    def move(self, skill_id: SkillId, by: int) -> None:
        """One place up (-1) or down (1) among its neighbours."""
        skill, every = self._found(skill_id)
        self._write(skill, moved(every, skill, by))

    def indent(self, skill_id: SkillId) -> None:
        """Put it below the neighbour before it. Raises `errors.HasEvidence`."""
        skill, every = self._found(skill_id)
        parent = above_it(every, skill)
        if parent is not None:
            self._refuse_seen(parent)
            self._write(skill, indented(every, skill))

    def outdent(self, skill_id: SkillId) -> None:
        """Put it beside its parent, right after it."""
        skill, every = self._found(skill_id)
        self._write(skill, outdented(every, skill))

    def set_precedes(self, skill_id: SkillId, later: Sequence[SkillId]) -> None:
        """Say which skills of the framework this one is learned before; others are left out."""
        skill, every = self._found(skill_id)
        there = {other.id for other in every} - {skill.id}
        after = replace(skill, precedes=tuple(dict.fromkeys(s for s in later if s in there)))
        if after != skill:
            said = label("order of skills", skill=skill.statement)
            self._room.workspace.edit(said, Change(skill, after))

    def _write(self, skill: Skill, pairs: Pairs) -> None:
        if pairs:
            said = label("skill moved", skill=skill.statement)
            self._room.workspace.edit(said, *(Change(before, after) for before, after in pairs))

    def _found(self, skill_id: SkillId) -> tuple[Skill, tuple[Skill, ...]]:
        skill = known(self._room.store, Skill, skill_id, "skill")
        return skill, self._all(skill.framework_id)

    def _all(self, framework_id: FrameworkId) -> tuple[Skill, ...]:
        return self._room.store.find(Skill, framework_id=framework_id)

    def _refuse_seen(self, parent: Skill) -> None:
        if self._room.store.find(Skill, parent_id=parent.id):
            return
        seen = looks_at(self._room.store, (parent.id,))
        if seen:
            raise HasEvidence(parent.statement, seen)


def looks_at(store: Store, skills: tuple[SkillId, ...]) -> int:
    """How often these skills were looked at, levels set by hand and students' own included.

    It asks by student, as there is an index by student and none by skill alone; also by those of
    other classes, who were looked at as guests.
    """
    students = tuple(student.id for student in store.find(Student))
    seen = store.find(Observation, student_id=students, skill_id=skills)
    by_hand = store.find(Judgement, student_id=students, skill_id=skills)
    own = store.find(Reflection, student_id=students, skill_id=skills)
    return len(seen) + len(by_hand) + len(own)
