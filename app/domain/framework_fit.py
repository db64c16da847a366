"""A framework from a file in the place of one that is there: what stays, changes, comes, goes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.framework_file import FileFramework, FileSkill, strands_in
from app.domain.ids import FrameworkId, SkillId
from app.domain.letters import folded
from app.domain.skills import Skill


@dataclass(frozen=True, slots=True)
class Fit:
    """`same` entries stay as they are, `changed` are before and after, `fresh` are new.

    `retired` are no longer in the file; what was seen of them stays. An entry that was retired and
    is in the file again is among the `changed`.
    """

    same: tuple[Skill, ...]
    changed: tuple[tuple[Skill, Skill], ...]
    fresh: tuple[Skill, ...]
    retired: tuple[tuple[Skill, Skill], ...]

    @property
    def count(self) -> int:
        """How many entries the framework has afterwards."""
        return len(self.same) + len(self.changed) + len(self.fresh)


def fitted(
    read: FileFramework,
    framework_id: FrameworkId,
    there: Sequence[Skill],
    seen: Collection[SkillId],
    ids: Callable[[], int],
) -> Fit:
    """Each entry is matched by its identifier, else by its code, else by its words.

    `seen` are the skills that were looked at: one that would get others below it is retired
    instead, and a new one takes its place, as a strand takes no evidence.
    """
    matched = _matched(read, there)
    strands = strands_in(read.skills)
    parents = {skill.parent_id for skill in there}
    for key in strands & matched.keys():
        if matched[key].id in seen and matched[key].id not in parents:
            del matched[key]
    keys = {entry.key: matched[entry.key].id for entry in read.skills if entry.key in matched}
    keys |= {entry.key: SkillId(ids()) for entry in read.skills if entry.key not in keys}
    after = [_skill(entry, at, read, framework_id, keys) for at, entry in enumerate(read.skills)]
    before = {skill.id: skill for skill in there}
    new = [_kept(skill, before.get(skill.id)) for skill in after]
    stays = {skill.id for skill in new}
    with_others = {skill.parent_id for skill in new}
    return Fit(
        same=tuple(skill for skill in new if before.get(skill.id) == skill),
        changed=tuple(
            (before[skill.id], skill)
            for skill in new
            if skill.id in before and before[skill.id] != skill
        ),
        fresh=tuple(skill for skill in new if skill.id not in before),
        retired=tuple(
            (skill, _retired(skill, with_others))
            for skill in there
            if skill.id not in stays and not skill.retired
        ),
    )


def _skill(
    entry: FileSkill,
    at: int,
    read: FileFramework,
    framework_id: FrameworkId,
    keys: Mapping[str, SkillId],
) -> Skill:
    later = (keys[key] for key in entry.precedes if key in keys and key != entry.key)
    return Skill(
        id=keys[entry.key],
        framework_id=framework_id,
        parent_id=keys[entry.parent] if entry.parent else None,
        statement=entry.statement,
        short=entry.short,
        code=entry.code,
        position=at,
        precedes=tuple(later),
        identifier=entry.key if read.named else "",
    )


def _retired(skill: Skill, strands: Collection[SkillId | None]) -> Skill:
    """At the top, if what it was below is a skill by itself now."""
    parent = skill.parent_id if skill.parent_id in strands else None
    return replace(skill, retired=True, parent_id=parent)


def _kept(skill: Skill, before: Skill | None) -> Skill:
    """What the file says nothing about stays as the teacher has it."""
    if before is None:
        return skill
    return replace(
        skill,
        short=before.short or skill.short,
        precedes=skill.precedes or before.precedes,
        identifier=skill.identifier or before.identifier,
    )


def _matched(read: FileFramework, there: Sequence[Skill]) -> dict[str, Skill]:
    """By key of the file: the skill that is meant. What is called alike twice is not matched."""
    found: dict[str, Skill] = {}
    if read.named:
        _match(found, [(e.key, e.key) for e in read.skills], [(s.identifier, s) for s in there])
    _match(found, [(e.key, e.code) for e in read.skills], [(s.code, s) for s in there])
    words = [(e.key, folded(e.statement)) for e in read.skills]
    _match(found, words, [(folded(s.statement), s) for s in there])
    return found


def _match(
    found: dict[str, Skill],
    wanted: Iterable[tuple[str, str]],
    there: Iterable[tuple[str, Skill]],
) -> None:
    taken = {skill.id for skill in found.values()}
    left = [(name, skill) for name, skill in there if name and skill.id not in taken]
    many = Counter(name for name, _ in left)
    skills = {name: skill for name, skill in left if many[name] == 1}
    asked = [(key, name) for key, name in wanted if name and key not in found]
    asked_many = Counter(name for _, name in asked)
    for key, name in asked:
        if asked_many[name] == 1 and name in skills:
            found[key] = skills[name]
