"""Reading what the observe panel shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from app.domain.changes import Entity
from app.domain.classes import Goal, Student
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.live import LiveScene
from app.domain.observing import Observed, SkillOffer, TagOffer
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill, Tag
from app.ports import Clock, Evidence, Store
from app.services.roll import by_class
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
        elsewhere = tuple({s for s in wanted if s is not None} - known.by_id.keys())
        others = self._of_other_classes(elsewhere, scene) if elsewhere else {}
        there = {**others, **known.by_id}
        first = [there[s] for s in wanted if s is not None and s in there]
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
        now, levels = self._clock.now_ms(), dict[tuple[StudentId, SkillId], Stood]()
        for own, twins in self._twins(students, skills):
            for stood in self._standings.of_skills(own, sorted({*twins.values()}), now):
                for skill in (s for s, twin in twins.items() if twin == stood.skill_id):
                    if stood.level:
                        levels[stood.student_id, skill] = stood
        return levels

    def _twins(
        self, students: Sequence[StudentId], skills: Sequence[SkillId]
    ) -> Iterator[tuple[Sequence[StudentId], Mapping[SkillId, SkillId]]]:
        """The students of each class, with the skills as that class has them."""
        classes = by_class(self._store.find(Student, id=tuple(students)))
        host = self._known.class_id if self._known is not None else None
        if set(classes) <= {host} or (host is None and len(classes) < 2):
            yield students, {skill: skill for skill in skills}
            return
        from app.services.twins import twin_skills  # not for the start: few lessons have guests

        for class_id, own in classes.items():
            yield own, twin_skills(self._store, skills, class_id)

    def _of_other_classes(
        self, wanted: tuple[SkillId, ...], scene: LiveScene
    ) -> Mapping[SkillId, Skill]:
        """What stations of other classes work on and this class has not."""
        if not any(station.class_id != scene.school_class.id for station in scene.stations):
            return {}
        return {s.id: s for s in self._store.find(Skill, id=wanted) if not s.retired}

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
