"""Moving entries in a framework's tree: what changes, as pairs of before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.ids import SkillId
from app.domain.skills import Skill

Pairs = tuple[tuple[Skill, Skill], ...]


def beside(skills: Iterable[Skill], skill: Skill) -> list[Skill]:
    """The entry and its neighbours below the same parent, in their order."""
    return below(skills, skill.parent_id)


def below(skills: Iterable[Skill], parent_id: SkillId | None) -> list[Skill]:
    """The entries right below a parent (None for the top), in their order."""
    found = [skill for skill in skills if skill.parent_id == parent_id]
    return sorted(found, key=lambda s: (s.position, s.id))


def above_it(skills: Iterable[Skill], skill: Skill) -> Skill | None:
    """The neighbour before it, None for the first."""
    row = beside(skills, skill)
    at = row.index(skill)
    return row[at - 1] if at else None


def moved(skills: Sequence[Skill], skill: Skill, by: int) -> Pairs:
    """One place up (-1) or down (1) among its neighbours; nothing at the end of them."""
    row = beside(skills, skill)
    at = row.index(skill)
    to = at + by
    if not 0 <= to < len(row):
        return ()
    row.insert(to, row.pop(at))
    return _numbered(row, skill.parent_id)


def indented(skills: Sequence[Skill], skill: Skill) -> Pairs:
    """Below the neighbour before it, as the last there; nothing for the first."""
    parent = above_it(skills, skill)
    if parent is None:
        return ()
    return _numbered([*below(skills, parent.id), skill], parent.id)


def outdented(skills: Sequence[Skill], skill: Skill) -> Pairs:
    """Beside its parent, right after it; nothing at the top."""
    parent = next((s for s in skills if s.id == skill.parent_id), None)
    if parent is None:
        return ()
    row = beside(skills, parent)
    row.insert(row.index(parent) + 1, skill)
    return _numbered(row, parent.parent_id)


def _numbered(row: Sequence[Skill], parent_id: SkillId | None) -> Pairs:
    pairs = [(s, replace(s, parent_id=parent_id, position=at)) for at, s in enumerate(row)]
    return tuple((before, after) for before, after in pairs if before != after)
