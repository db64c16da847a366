"""A framework as columns: the skills that take evidence, each under its strand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.ids import SkillId
from app.domain.skills import Skill


@dataclass(frozen=True, slots=True)
class Leaf:
    """A skill without children, and its top-level parent (None for one at the top itself)."""

    skill: Skill
    strand: Skill | None


def leaves(skills: Iterable[Skill]) -> tuple[Leaf, ...]:
    """Every skill in use that takes evidence, in the order of the tree."""
    known = {skill.id: skill for skill in skills}
    children: defaultdict[SkillId | None, list[Skill]] = defaultdict(list)
    for skill in known.values():
        children[skill.parent_id if skill.parent_id in known else None].append(skill)
    for siblings in children.values():
        siblings.sort(key=lambda s: (s.framework_id, s.position, s.id))
    return tuple(leaf for top in children[None] for leaf in _below(top, None, children))


def _below(
    skill: Skill, strand: Skill | None, children: dict[SkillId | None, list[Skill]]
) -> Iterator[Leaf]:
    if skill.retired:
        return
    if skill.id not in children:
        yield Leaf(skill, strand)
    for child in children.get(skill.id, ()):
        yield from _below(child, strand or skill, children)
