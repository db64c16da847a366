"""What was seen of one student, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from app.domain.changes import Entity
from app.domain.classes import Goal
from app.domain.happenings import Happening, absences, goals, lessons, newest_first, reflections
from app.domain.ids import ObservationId, SkillId, StudentId
from app.domain.observations import Attachment, Observation
from app.domain.progress import Sighting, Timeline
from app.domain.session import Attendance, Visit
from app.domain.skills import Skill, Tag
from app.domain.stations import Station
from app.domain.voice import Reflection
from app.ports import Evidence, Since, Store

TIMELINE = 40
"""How many observations the timeline shows before it is asked for more."""

E = TypeVar("E", bound=Entity)


class TimelineReader:
    """Reads a student's observations with the words around them. Nothing is written."""

    def __init__(self, store: Store, evidence: Evidence) -> None:
        self._store = store
        self._evidence = evidence

    def timeline(
        self, student_id: StudentId, skill_id: SkillId | None, limit: int, private: bool
    ) -> Timeline:
        """The newest observations; of one skill when one is named."""
        found = self._found(student_id, skill_id, limit + 1)
        page = found[:limit]
        shown = [o for o in page if private or not o.private]
        more = len(found) > limit
        others = () if skill_id is not None else self._others(student_id, page[-1:], more)
        return Timeline(self.sightings(shown), more, len(page) - len(shown), others)

    def _others(
        self, student_id: StudentId, oldest: Sequence[Observation], more: bool
    ) -> tuple[Happening, ...]:
        """What else happened: all there is, or back to the oldest look that is shown."""
        since = oldest[0].seen_at if more and oldest else 0
        visits = self._store.find(Visit, student_id=student_id, began_at=Since(since))
        places = self._kept(Station, (visit.station_id for visit in visits))
        names = {number: place.name for number, place in places.items() if number is not None}
        said = self._store.find(Reflection, student_id=student_id, said_at=Since(since))
        skills = self._kept(Skill, (one.skill_id for one in said))
        statements = {number: skill.statement for number, skill in skills.items() if number}
        return newest_first(
            lessons(visits, names),
            reflections(said, statements),
            goals(self._store.find(Goal, student_id=student_id)),
            absences(self._store.find(Attendance, student_id=student_id, at=Since(since))),
            since=since,
        )

    def _found(
        self, student_id: StudentId, skill_id: SkillId | None, limit: int
    ) -> tuple[Observation, ...]:
        if skill_id is None:
            return self._evidence.of_student(student_id, limit)
        every = self._store.find(Observation, student_id=student_id, skill_id=skill_id)
        return tuple(sorted(every, key=lambda o: (-o.seen_at, -o.id))[:limit])

    def sightings(self, observations: Sequence[Observation]) -> tuple[Sighting, ...]:
        """Each with the words around it."""
        skills = self._kept(Skill, (o.skill_id for o in observations))
        stations = self._kept(Station, (o.station_id for o in observations))
        attached = self._attached(observations)
        tags = self._kept(Tag, (tag for o in observations for tag in o.tag_ids))
        return tuple(
            Sighting(
                observation_id=o.id,
                seen_at=o.seen_at,
                skill=skills[o.skill_id].statement if o.skill_id in skills else "",
                level=o.level,
                tags=tuple(tags[tag].name for tag in o.tag_ids if tag in tags),
                note=o.note,
                station=stations.get(o.station_id),
                adult=o.adult,
                private=o.private,
                attachments=tuple(attached[o.id]),
            )
            for o in observations
        )

    def _attached(
        self, observations: Sequence[Observation]
    ) -> Mapping[ObservationId, Sequence[Attachment]]:
        found: defaultdict[ObservationId, list[Attachment]] = defaultdict(list)
        ids = tuple(o.id for o in observations)
        for one in self._store.find(Attachment, observation_id=ids):
            if one.content:
                found[one.observation_id].append(one)
        return found

    def _kept(self, kind: type[E], wanted: Iterable[int | None]) -> Mapping[int | None, E]:
        asked = tuple(sorted({number for number in wanted if number is not None}))
        return {entity.id: entity for entity in self._store.find(kind, id=asked)}
