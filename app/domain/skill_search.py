"""Finding one skill among thousands by a few of its letters."""

from collections.abc import Sequence

from app.domain.capture.search_keys import search_key
from app.domain.skills import Skill


class SkillSearch:
    """Skills in their order, found by what stands anywhere in statement, heading or code.

    Case, accents and the forms of Arabic letters do not count.
    """

    def __init__(self, skills: Sequence[Skill]) -> None:
        self._skills = tuple(skills)
        self._texts: list[str] | None = None

    def find(self, typed: str, limit: int) -> tuple[Skill, ...]:
        """The first that hold every word typed; without a word the first of all."""
        words = [search_key(word) for word in typed.split()]
        found: list[Skill] = []
        for skill, text in zip(self._skills, self._ready(), strict=True):
            if all(word in text for word in words):
                found.append(skill)
                if len(found) == limit:
                    break
        return tuple(found)

    def _ready(self) -> list[str]:
        """Made when the first one is looked for: thousands take a moment."""
        if self._texts is None:
            self._texts = [_searched(skill) for skill in self._skills]
        return self._texts


def _searched(skill: Skill) -> str:
    words = f"{skill.code} {skill.short} {skill.statement}".split()
    return " ".join(map(search_key, words))
