"""Notes that were found, with the names of those they are about, and what they may be told by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.adults import Adult
from app.domain.changes import Entity
from app.domain.classes import SchoolClass, Student
from app.domain.finding import Hit
from app.domain.ids import ClassId, ObservationId, ReflectionId, SkillId
from app.domain.observations import Observation
from app.domain.skills import Skill, Tag
from app.domain.stations import Station
from app.domain.voice import Reflection
from app.ports import Evidence, Store
from app.services.timeline import TimelineReader

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Filters:
    """What notes of a class can be told apart by, each in the order it is known in.

    `classes` is how many there are in all, those put away among them.
    """

    students: tuple[Student, ...]
    skills: tuple[Skill, ...]
    tags: tuple[Tag, ...]
    stations: tuple[Station, ...]
    adults: tuple[Adult, ...]
    classes: int = 1


class FindingReader:
    """Reads what the panel shows. Nothing is written."""

    def __init__(self, store: Store, evidence: Evidence) -> None:
        self._store = store
        self._timeline = TimelineReader(store, evidence)

    def hits(self, found: Sequence[Observation]) -> tuple[Hit, ...]:
        """Whose they are and what was seen, in the same order; nothing of those who were erased."""
        students = self._kept(Student, (seen.student_id for seen in found))
        classes = self._kept(SchoolClass, (seen.class_id for seen in found))
        sightings = self._timeline.sightings(found)
        return tuple(
            Hit(
                observation=seen,
                student=students[seen.student_id].name.full,
                school_class=classes[seen.class_id].name if seen.class_id in classes else "",
                sighting=sighting,
            )
            for seen, sighting in zip(found, sightings, strict=True)
            if seen.student_id in students and students[seen.student_id].name.full
        )

    def said(self, found: Sequence[Reflection]) -> tuple[Hit, ...]:
        """The same of what students said of themselves."""
        students = self._kept(Student, (one.student_id for one in found))
        named = [one for one in found if one.student_id in students]
        read = [_as_seen(one, students[one.student_id].class_id) for one in named]
        told = {one.id: one for one in named}
        return tuple(
            replace(hit, said=told[ReflectionId(hit.observation.id)]) for hit in self.hits(read)
        )

    def filters(self, class_id: ClassId, skills: Sequence[SkillId]) -> Filters:
        """What the class has; `skills` are those that were ever observed in it."""
        students = self._store.find(Student, class_id=class_id)
        known = self._store.find(Skill, id=tuple(skills))
        tags = self._store.find(Tag, class_id=class_id)
        stations = self._store.find(Station, class_id=class_id)
        adults = self._store.find(Adult, class_id=class_id)
        return Filters(
            tuple(sorted(filter(_is_named, students), key=lambda one: one.name.full.casefold())),
            tuple(sorted(known, key=lambda one: one.statement.casefold())),
            tuple(sorted(tags, key=lambda one: (one.retired, one.position))),
            tuple(sorted(stations, key=lambda one: (one.archived, one.position))),
            tuple(sorted(adults, key=lambda one: (one.retired, one.position))),
            len(self._store.find(SchoolClass)),
        )

    def _kept(self, kind: type[E], wanted: Iterable[int]) -> Mapping[int, E]:
        asked = tuple(sorted(set(wanted)))
        return {entity.id: entity for entity in self._store.find(kind, id=asked)}


def _as_seen(said: Reflection, class_id: ClassId) -> Observation:
    """How it would read as an observation."""
    return Observation(
        ObservationId(said.id),
        class_id,
        said.student_id,
        said.said_at,
        skill_id=said.skill_id,
        note=said.words,
        session_id=said.session_id,
        round=said.round,
    )


def _is_named(student: Student) -> bool:
    """Whether there is somebody: an erased student has no name any more."""
    return bool(student.name.full)
