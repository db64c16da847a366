"""Reading what the observe panel shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from app.domain.changes import Entity
from app.domain.classes import Goal
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.live import LiveScene
from app.domain.observing import Observed, SkillOffer, TagOffer
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill, Tag
from app.ports import Clock, Evidence, Store
from app.services.standings import StandingReader, Stood

MOST_OFFERED = 60
"""A list to pick from is no place to look for one of thousands; the capture line is."""


class _Choices(NamedTuple):
    """The skills of a class that take evidence, in the framework's order."""

    class_id: ClassId
    by_id: Mapping[SkillId, Skill]
    below: Mapping[SkillId | None, Sequence[Skill]]

    @staticmethod
    def of(class_id: ClassId, skills: Sequence[Skill]) -> "_Choices":
        below: defaultdict[SkillId | None, list[Skill]] = defaultdict(list)
        for skill in skills:
            below[skill.parent_id].append(skill)
        return _Choices(class_id, {skill.id: skill for skill in skills}, below)


class ObservingReader:
    """Who is looked at, and what may be said."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._standings = StandingReader(store, evidence)
        self._clock = clock
        self._known: _Choices | None = None

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Read the skills again next time, when one of the kinds is about them."""
        if kinds & {Framework, Skill}:
            self._known = None

    def student(self, scene: LiveScene, student_id: StudentId) -> Observed | None:
        """The student as the panel names her; None for one who is not in the class."""
        found = next((s for s in scene.students if s.id == student_id), None)
        if found is None:
            return None
        place = scene.seating.station_of(student_id)
        station = next((s for s in scene.stations if s.id == place), None)
        goals = self._store.find(Goal, student_id=student_id, closed=False)
        return Observed(
            id=student_id,
            name=found.name.full,
            first=found.name.first,
            family=found.family,
            station=station.name if station else "",
            goal=goals[0].title if goals else "",
            target=station.skill_id if station else None,
        )

    def skills(self, scene: LiveScene, target: SkillId | None) -> tuple[SkillOffer, ...]:
        """The skills to pick from: the target, those of the lesson, then the framework's others.

        Of a long framework the ones beside the target are offered first.
        """
        known = self._choices(scene.school_class.id)
        wanted = [target, *(station.skill_id for station in scene.stations)]
        first = [known.by_id[s] for s in wanted if s is not None and s in known.by_id]
        if len(known.by_id) <= MOST_OFFERED:
            offered = [*first, *known.by_id.values()]
        else:
            parent = first[0].parent_id if first else None
            offered = [
                *first,
                *known.below.get(parent, ()),
                *islice(known.by_id.values(), MOST_OFFERED),
            ]
        return self._offers(list(dict.fromkeys(offered))[:MOST_OFFERED])

    def last_levels(
        self, students: Sequence[StudentId], skills: Sequence[SkillId]
    ) -> Mapping[tuple[StudentId, SkillId], Stood]:
        """Where these students stand on these skills, where their evidence is enough."""
        found = self._standings.of_skills(students, skills, self._clock.now_ms())
        return {(stood.student_id, stood.skill_id): stood for stood in found if stood.level}

    def tags(self, class_id: ClassId) -> tuple[TagOffer, ...]:
        """The tags in use, in the teacher's order."""
        tags = self._store.find(Tag, class_id=class_id, retired=False)
        ordered = sorted(tags, key=lambda tag: (tag.position, tag.id))
        return tuple(TagOffer(tag.id, tag.name) for tag in ordered)

    def _choices(self, class_id: ClassId) -> "_Choices":
        """The skills that take evidence; kept, because a framework may have thousands."""
        if self._known is None or self._known.class_id != class_id:
            frameworks = self._store.find(Framework, class_id=class_id)
            skills = self._store.find(Skill, framework_id=tuple(f.id for f in frameworks))
            rows = (row for row in skill_rows(skills) if not row.strand)
            self._known = _Choices.of(class_id, [r.skill for r in rows if not r.skill.retired])
        return self._known

    def _offers(self, skills: Sequence[Skill]) -> tuple[SkillOffer, ...]:
        frameworks = {skill.framework_id for skill in skills}
        found = self._store.find(Framework, id=tuple(sorted(frameworks)))
        levels = {framework.id: framework.levels for framework in found}
        return tuple(SkillOffer(s.id, s.statement, levels[s.framework_id]) for s in skills)
