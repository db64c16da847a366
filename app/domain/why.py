"""Why a student stands at a level: the method, the evidence it rests on, what was set by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.mastery import Tally, mastery, rests_on, tally, value_of
from app.domain.observations import Observation
from app.domain.skills import Framework, How, Judgement, Skill


@dataclass(frozen=True, slots=True)
class Why:
    """The answer for one student on one skill.

    `level` is what is shown, 0 for none; `reckoned` is what the evidence alone gives, from the
    exact `value`. `seen` is all the evidence there is, `rests_on` the looks that made the level,
    oldest first. `since` looks are newer than what was set by hand.
    """

    skill: Skill
    levels: tuple[str, ...]
    how: How
    level: int
    reckoned: int
    value: Fraction
    seen: Tally
    rests_on: tuple[Observation, ...]
    judgement: Judgement | None = None
    since: int = 0

    def word(self, level: int) -> str:
        """The framework's word for a level, empty for none."""
        return self.levels[level - 1] if 0 < level <= len(self.levels) else ""

    @property
    def before(self) -> Fraction:
        """The average of all looks but the newest; 0 when there are none."""
        earlier = self.seen.looks - 1
        return Fraction(self.seen.total - self.seen.newest, earlier) if earlier > 0 else Fraction(0)


def why(
    skill: Skill,
    framework: Framework,
    evidence: Sequence[Observation],
    judgement: Judgement | None = None,
) -> Why:
    """From all evidence of one student on the skill, in any order."""
    seen = tally(evidence)
    reckoned = mastery(seen, framework.how)
    at = judgement.at if judgement else 0
    return Why(
        skill=skill,
        levels=framework.levels,
        how=framework.how,
        level=judgement.level if judgement else reckoned,
        reckoned=reckoned,
        value=value_of(seen, framework.how),
        seen=seen,
        rests_on=rests_on(evidence, framework.how),
        judgement=judgement,
        since=sum(1 for o in evidence if o.level and o.seen_at > at) if judgement else 0,
    )
