"""What a student's card on the console tells beyond the name. None of it is for the board."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.domain.ids import SkillId, StudentId

STALE_DAYS = 7
"""From a week on, a card says how long its student has not been seen."""
_NONE: Mapping[SkillId, int] = MappingProxyType({})


class CardFacts(NamedTuple):
    """`levels` are the newest evidence by time seen, for the skills of the lesson's stations.

    `days_unseen` are whole days since the student was last observed, None under a week and for
    one who was never observed. `goal` is the title of the oldest open goal, or empty.
    """

    levels: Mapping[SkillId, int] = _NONE
    days_unseen: int | None = None
    seen_today: bool = False
    flag: str = ""
    goal: str = ""

    def level_on(self, skill: SkillId | None) -> int:
        """The level on a skill, 0 without evidence."""
        return 0 if skill is None else self.levels.get(skill, 0)


def observed_today(seated: Iterable[StudentId], facts: Mapping[StudentId, CardFacts]) -> int:
    """How many of them were observed today."""
    return sum(1 for student in seated if student in facts and facts[student].seen_today)
