"""The skills of a framework as a tree, in the teacher's order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ids import SkillId
from app.domain.skills import Skill


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One entry of the tree in reading order. A strand has entries below it."""

    skill: Skill
    depth: int
    strand: bool


def skill_rows(skills: Iterable[Skill]) -> tuple[SkillRow, ...]:
    """The tree in reading order: each entry, then those below it.

    An entry whose parent is not among `skills` stands at the top.
    """
    kept = {skill.id: skill for skill in skills}
    below: defaultdict[SkillId | None, list[Skill]] = defaultdict(list)
    for skill in sorted(kept.values(), key=lambda s: (s.position, s.id)):
        below[skill.parent_id if skill.parent_id in kept else None].append(skill)
    rows: list[SkillRow] = []
    waiting = [(skill, 0) for skill in reversed(below[None])]
    while waiting:
        skill, depth = waiting.pop()
        children = below.get(skill.id, [])
        rows.append(SkillRow(skill, depth, bool(children)))
        waiting.extend((child, depth + 1) for child in reversed(children))
    return tuple(rows)
