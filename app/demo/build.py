"""Building a demo class of any size through the write door."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice

from app.demo import class_4b as demo
from app.demo.filler import filled
from app.demo.history import DAY, Look, looks
from app.demo.lesson import (
    BEGAN_AGO,
    absences,
    choices,
    current_lesson,
    missed,
    new_lesson,
    past_lesson,
)
from app.demo.people import Person, framework, goal_of, people, stations, tags
from app.demo.pull_outs import pull_outs
from app.demo.voices import voices
from app.domain.changes import Entity, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, ObservationId
from app.domain.observations import Observation
from app.domain.session import Session
from app.domain.skills import Skill, Tag
from app.domain.stations import Station
from app.ports import Clock
from app.workspace import Workspace

BATCH = 2_000
LESSON_TIME = time(9, 30)
NINE_THIRTY = 9 * 60 + 30
CHOSEN = 4
"""For so many of the last lessons students had chosen."""
UNLUCKY = 2
"""Of this group somebody missed the teacher the day before yesterday."""


@dataclass(frozen=True, slots=True)
class DemoSize:
    """How much to make. `daily` looks a student and school day, at least what the levels need."""

    students: int = 28
    skills: int = 12
    days: int = 120
    daily: float = 0.0
    live: bool = True


class DemoBuilder:
    """Makes the same class for the same seed, size and moment."""

    def __init__(
        self, workspace: Workspace, ids: Callable[[], int], clock: Clock, seed: int
    ) -> None:
        self._workspace = workspace
        self._ids = ids
        self._now = clock.now_ms()
        self._local = clock.local(self._now)
        self._rng = random.Random(seed)
        self._last: Session | None = None

    def build(self, size: DemoSize) -> ClassId:
        """Write the class; it is history, so undo does not reach it."""
        entities = self._entities(size)
        school_class = next(entities)
        self._write([school_class])
        while batch := list(islice(entities, BATCH)):
            self._write(batch)
        return ClassId(school_class.id)

    def _write(self, entities: Sequence[Entity]) -> None:
        self._workspace.edit(label("demo made"), *map(made, entities), undoable=False)

    def _entities(self, size: DemoSize) -> Iterator[Entity]:
        ids, now = self._ids, self._now
        school_class = SchoolClass(ClassId(ids()), "4B", demo.SUBJECT, now - size.days * DAY)
        yield school_class
        crowd = people(ids, school_class.id, size.students, size.skills, self._rng)
        maths, strands, skills = framework(ids, school_class.id, size.skills)
        places = stations(ids, school_class.id, skills, size.students)
        words = tags(ids, school_class.id)
        yield from (person.student for person in crowd)
        things: list[Entity] = [maths, *strands, *skills, *places, *words]
        yield from things
        yield from (goal for p in crowd if (goal := goal_of(ids, p, now)))
        yield from pull_outs(ids, crowd, self._local)
        yield from self._lessons(school_class.id, size.days, places, crowd)
        session = None
        if size.live:
            session, running = self._running(school_class.id, places, crowd)
            yield from running
        for person in crowd:
            yield from self._observations(person, size, skills, places, words, session)
        called = {person.student.given: person.student.id for person in crowd}
        yield from voices(ids, called, skills, self._last)

    def _lessons(
        self, class_id: ClassId, days: int, places: Sequence[Station], crowd: Sequence[Person]
    ) -> Iterator[Entity]:
        where = [place.id for place in places]
        students = [person.student.id for person in crowd]
        unlucky = [person.student.id for person in crowd if person.group == UNLUCKY]
        taught = [self._local - timedelta(days=ago) for ago in range(days, 0, -1)]
        taught = [day for day in taught if day.weekday() < 5]
        for day in taught:
            lesson = new_lesson(self._ids, class_id, day.date().isoformat(), where, NINE_THIRTY)
            began = self._at(day, LESSON_TIME)
            things = list(past_lesson(self._ids, lesson, students, began, self._rng))
            if day == taught[-1]:
                things = missed(self._ids, things, where[0], unlucky)
            self._last = next((one for one in things if isinstance(one, Session)), self._last)
            yield from things
            if day in taught[-CHOSEN:]:
                yield from choices(self._ids, lesson, students, day.day)

    def _running(
        self, class_id: ClassId, places: Sequence[Station], crowd: Sequence[Person]
    ) -> tuple[Session, list[Entity]]:
        today = self._local.date().isoformat()
        began = self._local - timedelta(milliseconds=BEGAN_AGO)
        begins = began.hour * 60 + began.minute
        lesson = new_lesson(self._ids, class_id, today, [place.id for place in places], begins)
        groups = [(person.student.id, person.group) for person in crowd]
        session, entities = current_lesson(self._ids, lesson, groups, self._now)
        known = {p.student.given: p.student.id for p in crowd}
        absent = [known[name] for name in ("Quang", "Sofia") if name in known]
        return session, entities + absences(self._ids, session, absent)

    def _observations(
        self,
        person: Person,
        size: DemoSize,
        skills: Sequence[Skill],
        places: Sequence[Station],
        words: Sequence[Tag],
        session: Session | None,
    ) -> Iterator[Entity]:
        found = list(looks(person.cells, person.seen, size.days, self._rng))
        wanted = int(size.days * 5 / 7 * size.daily)
        for look in filled(found, wanted, size.days, self._rng):
            yield self._observation(person, look, skills, places, words, session)

    def _observation(
        self,
        person: Person,
        look: Look,
        skills: Sequence[Skill],
        places: Sequence[Station],
        words: Sequence[Tag],
        session: Session | None,
    ) -> Observation:
        live = session if look.days == 0 else None
        seen_there = [place for place in places if place.skill_id == skills[look.skill].id]
        place = places[person.group] if live else self._rng.choice(seen_there or places)
        noted = self._rng.random()
        return Observation(
            id=ObservationId(self._ids()),
            class_id=person.student.class_id,
            student_id=person.student.id,
            seen_at=self._seen_at(look.days),
            skill_id=skills[look.skill].id,
            level=look.level,
            tag_ids=(self._rng.choice(words).id,) if noted < 0.35 else (),
            note=self._rng.choice(demo.NOTES) if noted > 0.55 else "",
            station_id=place.id,
            session_id=live.id if live else None,
            round=2 if live else None,
        )

    def _seen_at(self, days: int) -> int:
        if days == 0:
            return self._now - self._rng.randint(5, 200) * 1000
        day = self._local - timedelta(days=days)
        while day.weekday() >= 5:  # nobody is seen at a weekend
            day -= timedelta(days=1)
        return self._at(day, LESSON_TIME) + self._rng.randint(1, 54) * 60_000

    @staticmethod
    def _at(day: datetime, hour: time) -> int:
        moment = day.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
        return int(moment.timestamp() * 1000)
