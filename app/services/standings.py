"""Where students stand: the level each one's evidence adds up to, as their framework counts it."""

from collections.abc import Mapping, Sequence

from app.domain.ids import SkillId, StudentId
from app.domain.skills import LATEST, MOST_RECENT, Framework, How, Judgement, Skill
from app.ports import Evidence, Latest, Store

Key = tuple[StudentId, SkillId]


Stood = Latest
"""A level as the method has it; `seen_at` (ms UTC) is when the newest evidence was seen."""


class StandingReader:
    """Reads levels; nothing is written. A method that goes by the newest alone costs no more."""

    def __init__(self, store: Store, evidence: Evidence) -> None:
        self._store = store
        self._evidence = evidence

    def hows(self, skills: Sequence[SkillId]) -> dict[SkillId, How]:
        """How evidence on each of these skills adds up."""
        found = self._store.find(Skill, id=tuple(skills))
        frameworks = self._store.find(Framework, id=tuple({s.framework_id for s in found}))
        known = {framework.id: framework.how for framework in frameworks}
        return {skill.id: known.get(skill.framework_id, LATEST) for skill in found}

    def of_skills(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], since: int
    ) -> tuple[Stood, ...]:
        """Where these students stand on these skills, and stood at `since` (ms UTC)."""
        return self.of(students, self.hows(skills), since)

    def of(
        self, students: Sequence[StudentId], hows: Mapping[SkillId, How], since: int
    ) -> tuple[Stood, ...]:
        """The same, when it is known how each skill is counted."""
        newest = [skill for skill, how in hows.items() if how.method == MOST_RECENT]
        counted = [skill for skill, how in hows.items() if how.method != MOST_RECENT]
        stood = self._evidence.latest(students, newest, since) if newest else ()
        if counted:
            stood += self._reckoned(students, {skill: hows[skill] for skill in counted}, since)
        judged = self._store.find(Judgement, student_id=tuple(students))
        if not judged:
            return stood
        found = {(one.student_id, one.skill_id): one for one in stood}
        for judgement in judged:
            if judgement.skill_id in hows:
                key = (judgement.student_id, judgement.skill_id)
                found[key] = _judged(judgement, found.get(key), since)
        return tuple(found.values())

    def _reckoned(
        self, students: Sequence[StudentId], hows: Mapping[SkillId, How], since: int
    ) -> tuple[Stood, ...]:
        """By methods that add evidence up. With thousands of cells each name counts."""
        from app.domain.mastery import level_of  # fractions and decimals are not for the start

        stood = []
        for counted in self._evidence.counts(students, list(hows), since):
            student, skill, level, seen_at, earlier_level, many, earlier = counted
            how = hows[skill]
            now = level_of(many, level, how)
            then = now  # nothing was seen since, where it is the same
            if earlier is not many:
                then = level_of(earlier, earlier_level or 0, how)
            stood.append(Stood(student, skill, now, seen_at, then or None))
        return tuple(stood)


def _judged(judgement: Judgement, stood: Stood | None, since: int) -> Stood:
    earlier = stood.earlier_level if stood else None
    if judgement.at <= since:
        earlier = judgement.level
    return Stood(
        judgement.student_id,
        judgement.skill_id,
        judgement.level,
        max(judgement.at, stood.seen_at if stood else 0),
        earlier,
        by_hand=True,
    )
