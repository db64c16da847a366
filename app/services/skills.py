"""A framework of skills: made from a list, changed entry by entry."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.classes import Rule, SchoolClass
from app.domain.ids import ClassId, FrameworkId, SkillId
from app.domain.lessons import Lesson
from app.domain.letters import clean, folded
from app.domain.observations import Draft
from app.domain.skill_text import OutlineLine
from app.domain.skill_tree import SkillRow, skill_rows
from app.domain.skills import Framework, Skill
from app.domain.stations import Station
from app.errors import HasEvidence
from app.services.known import known, named
from app.services.skill_moves import looks_at


class SkillService:
    """Setting up skills; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._kept: dict[FrameworkId, tuple[SkillRow, ...]] | None = None

    def framework(self, class_id: ClassId) -> Framework | None:
        """The framework of the class, None before the first skill."""
        found = self._room.store.find(Framework, class_id=class_id)
        return found[0] if found else None

    def rows(
        self, class_id: ClassId, framework_id: FrameworkId | None = None
    ) -> tuple[SkillRow, ...]:
        """All skills of a framework in reading order, retired ones too; None for the first."""
        if framework_id is None:
            framework = self.framework(class_id)
            if framework is None:
                return ()
            framework_id = framework.id
        kept = self._kept
        if kept is None:
            return skill_rows(self._room.store.find(Skill, framework_id=framework_id))
        if framework_id not in kept:
            kept[framework_id] = skill_rows(self._room.store.find(Skill, framework_id=framework_id))
        return kept[framework_id]

    def remember(self) -> None:
        """Keep what is read from now on until this is called again: a framework may be large."""
        self._kept = {}

    def choices(self, class_id: ClassId) -> tuple[Skill, ...]:
        """The skills of the class that take evidence: in use, and no strands."""
        frameworks = self._room.store.find(Framework, class_id=class_id)
        rows = (row for f in frameworks for row in self.rows(class_id, f.id))
        return tuple(row.skill for row in rows if not row.strand and not row.skill.retired)

    def count_new(
        self,
        class_id: ClassId,
        lines: Sequence[OutlineLine],
        framework_id: FrameworkId | None = None,
    ) -> int:
        """How many entries of a list are not in the framework already; None for the first."""
        return len(self._fresh(self._framework(class_id, framework_id), lines))

    def add_list(
        self,
        class_id: ClassId,
        lines: Sequence[OutlineLine],
        framework_id: FrameworkId | None = None,
    ) -> int:
        """Add the entries of a list that are not there yet; returns how many were added."""
        framework = self._framework(class_id, framework_id)
        fresh = self._fresh(framework, lines)
        new = [] if self._room.store.get(Framework, framework.id) else [made(framework)]
        if fresh:
            said = label("skills added", count=str(len(fresh)))
            self._room.workspace.edit(said, *new, *map(made, fresh))
        return len(fresh)

    def rename(self, skill_id: SkillId, statement: str) -> None:
        """Raises `errors.NameMissing`."""
        before = self._skill(skill_id)
        self._change("skill changed", before, replace(before, statement=named(statement)))

    def set_short(self, skill_id: SkillId, short: str) -> None:
        """The heading of its column; empty: the statement itself."""
        before = self._skill(skill_id)
        self._change("skill changed", before, replace(before, short=clean(short)))

    def retire(self, skill_id: SkillId) -> None:
        """No longer asked about; what was seen stays."""
        before = self._skill(skill_id)
        self._change("skill retired", before, replace(before, retired=True))

    def bring_back(self, skill_id: SkillId) -> None:
        """Use a retired skill again."""
        before = self._skill(skill_id)
        self._change("skill back", before, replace(before, retired=False))

    def delete(self, skill_id: SkillId) -> None:
        """Delete an entry and those below it. Raises `errors.HasEvidence`."""
        skill = self._skill(skill_id)
        doomed = self._with_below(skill)
        ids = tuple(s.id for s in doomed)
        seen = looks_at(self._room.store, ids)
        if seen:
            raise HasEvidence(skill.statement, seen)
        said = label("skill deleted", skill=skill.statement)
        self._room.workspace.edit(said, *self._freed(skill, ids), *map(gone, reversed(doomed)))

    def _freed(self, skill: Skill, ids: tuple[SkillId, ...]) -> Iterator[Change]:
        """Whatever points to skills that go points to nothing."""
        for station in self._room.store.find(Station, skill_id=ids):
            yield Change(station, replace(station, skill_id=None))
        for lesson in self._room.store.find(Lesson, skill_id=ids):
            yield Change(lesson, replace(lesson, skill_id=None))
        for draft in self._room.store.find(Draft, skill_id=ids):
            yield Change(draft, replace(draft, skill_id=None))
        for rule in self._room.store.find(Rule, skill_id=ids):
            yield Change(rule, replace(rule, skill_id=None))
        for other in self._room.store.find(Skill, framework_id=skill.framework_id):
            left = tuple(later for later in other.precedes if later not in ids)
            if other.id not in ids and left != other.precedes:
                yield Change(other, replace(other, precedes=left))

    def _change(self, verb: str, before: Skill, after: Skill) -> None:
        self._room.workspace.edit(label(verb, skill=after.statement), Change(before, after))

    def _skill(self, skill_id: SkillId) -> Skill:
        return known(self._room.store, Skill, skill_id, "skill")

    def _with_below(self, skill: Skill) -> list[Skill]:
        below: defaultdict[SkillId | None, list[Skill]] = defaultdict(list)
        for other in self._room.store.find(Skill, framework_id=skill.framework_id):
            below[other.parent_id].append(other)
        found = [skill]
        for parent in found:  # grows while it is walked, so grandchildren are found too
            found.extend(below[parent.id])
        return found

    def _framework(self, class_id: ClassId, framework_id: FrameworkId | None) -> Framework:
        """That framework, the first of the class, or the one that would be made."""
        if framework_id is not None:
            return known(self._room.store, Framework, framework_id, "framework")
        found = self.framework(class_id)
        if found is not None:
            return found
        subject = known(self._room.store, SchoolClass, class_id, "class").subject
        return Framework(FrameworkId(self._room.ids()), class_id, subject)

    def _fresh(self, framework: Framework, lines: Sequence[OutlineLine]) -> list[Skill]:
        """The skills a list would add, parents first; the same words in the same place are one."""
        there = self._room.store.find(Skill, framework_id=framework.id)
        ids = {(s.parent_id, folded(s.statement)): s.id for s in there}
        position = max((s.position for s in there), default=-1)
        fresh: list[Skill] = []
        above: list[SkillId] = []
        for line in lines:
            del above[line.depth :]
            parent = above[-1] if above else None
            key = (parent, folded(line.statement))
            if key not in ids:
                position += 1
                ids[key] = SkillId(self._room.ids())
                fresh.append(
                    Skill(
                        id=ids[key],
                        framework_id=framework.id,
                        parent_id=parent,
                        statement=line.statement,
                        code=line.code,
                        position=position,
                    )
                )
            above.append(ids[key])
        return fresh
