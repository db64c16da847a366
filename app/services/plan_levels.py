"""Reading the levels a plan goes by: as whole numbers, with a middle one for who has none."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median_low

from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.skills import Framework, Skill
from app.ports import Clock, Evidence, Store

EVERYTHING = SkillId(0)
"""Stands for all skills together."""

_MIDDLE = 2

Levels = Mapping[SkillId, Mapping[StudentId, int]]


class LevelReader:
    """Reads how the students stand on a skill, or on all skills below it."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock

    def levels(
        self, class_id: ClassId, students: Sequence[StudentId], wanted: Iterable[SkillId]
    ) -> tuple[Levels, Mapping[StudentId, int]]:
        """Levels by skill, and the need of each student from 0 to 3, on all wanted skills.

        Who has no evidence on a skill counts as the middle of the class, and has a little need.
        """
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
        need = {s: _need([means[skill].get(s) for skill in looked_at], top) for s in students}
        return {skill: _whole(own, students) for skill, own in means.items()}, need


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
