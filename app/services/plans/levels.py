"""Reading the levels a plan goes by: as whole numbers, with a middle one for who has none."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import median_low
from typing import NamedTuple

from app.domain.classes import Student
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.skills import Framework, Skill
from app.ports import Clock, Evidence, Store
from app.services.roll import by_class
from app.services.twins import twin_skills

EVERYTHING = SkillId(0)
"""Stands for all skills together."""

_MIDDLE = 2


class Stands(NamedTuple):
    """Levels by skill, the need of each student from 0 to 3, and who has no evidence on a skill.

    Who has none counts as the middle of the class, and has a little need.
    """

    levels: dict[SkillId, dict[StudentId, int]]
    need: dict[StudentId, int]
    unknown: dict[SkillId, frozenset[StudentId]]


class LevelReader:
    """Reads how the students stand on a skill, or on all skills below it."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock

    def levels_of(self, students: Sequence[Student], wanted: Collection[SkillId]) -> Stands:
        """For students of several classes: each on the skill as the own class has it.

        Those whose class has not the skill count as others do of whom there is no evidence on it.
        """
        whole = Stands({}, {}, {})
        for class_id, own in by_class(students).items():
            twins = twin_skills(self._store, wanted, class_id)
            part = self.levels(class_id, own, twins.values())
            whole.need.update(part.need)
            for skill in (*wanted, EVERYTHING):
                twin = twins.get(skill, skill)
                if twin in part.levels:
                    none = whole.unknown.get(skill, frozenset())
                    whole.levels.setdefault(skill, {}).update(part.levels[twin])
                    whole.unknown[skill] = none | part.unknown[twin]
        for skill, levels in whole.levels.items():
            missing = frozenset(student.id for student in students) - levels.keys()
            middle = median_low(levels.values()) if levels else _MIDDLE
            levels.update(dict.fromkeys(missing, middle))
            whole.unknown[skill] |= missing
        return whole

    def levels(
        self, class_id: ClassId, students: Sequence[StudentId], wanted: Iterable[SkillId]
    ) -> Stands:
        """How students of a class stand on the wanted skills, and on all together."""
        frameworks = self._store.find(Framework, class_id=class_id)
        skills = self._store.find(Skill, framework_id=tuple(f.id for f in frameworks))
        below = _below(skills)
        asked = [skill for skill in dict.fromkeys(wanted) if skill in below]
        every = tuple(skill.id for skill in skills)
        found = self._evidence.latest(students, every, self._clock.now_ms())
        stands = {(own.student_id, own.skill_id): own.level for own in found}
        parts = {skill: below[skill] for skill in asked} | {EVERYTHING: every}
        means = {skill: _means(stands, students, own) for skill, own in parts.items()}
        top = max((len(f.levels) for f in frameworks), default=4)
        looked_at = asked or [EVERYTHING]
        return Stands(
            {skill: _whole(own, students) for skill, own in means.items()},
            {s: _need([means[skill].get(s) for skill in looked_at], top) for s in students},
            {skill: frozenset(students) - own.keys() for skill, own in means.items()},
        )


def _below(skills: Sequence[Skill]) -> dict[SkillId, tuple[SkillId, ...]]:
    """Each skill with all that lie below it."""
    children: dict[SkillId, list[SkillId]] = {skill.id: [] for skill in skills}
    for skill in skills:
        if skill.parent_id in children:
            children[skill.parent_id].append(skill.id)

    def under(own: SkillId) -> Iterable[SkillId]:
        yield own
        for child in children[own]:
            yield from under(child)

    return {skill.id: tuple(under(skill.id)) for skill in skills}


def _means(
    stands: Mapping[tuple[StudentId, SkillId], int],
    students: Sequence[StudentId],
    skills: Sequence[SkillId],
) -> dict[StudentId, float]:
    found: dict[StudentId, float] = {}
    for student in students:
        own = [stands[student, skill] for skill in skills if (student, skill) in stands]
        if own:
            found[student] = sum(own) / len(own)
    return found


def _whole(means: Mapping[StudentId, float], students: Sequence[StudentId]) -> dict[StudentId, int]:
    known = {student: max(1, round(mean)) for student, mean in means.items()}
    middle = median_low(known.values()) if known else _MIDDLE
    return {student: known.get(student, middle) for student in students}


def _need(means: Sequence[float | None], top: int) -> int:
    known = [mean for mean in means if mean is not None]
    if not known:
        return 1
    share = min(known) / top
    return 3 if share <= 0.3 else 2 if share <= 0.55 else 1 if share < 0.75 else 0
