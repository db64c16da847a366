"""Making lessons from templates and from other lessons; each call that writes is one undo step."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.classroom import Classroom
from app.domain.changes import Change, label, made
from app.domain.classes import VISIT, Rule, Student
from app.domain.ids import ClassId, LessonId, PathId, RuleId, SkillId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.stations import Station
from app.domain.templates import NEED, ROTATION, Template, shaped, template
from app.services.carry import carried
from app.services.lessons import LessonService
from app.services.plans.levels import LevelReader
from app.services.roll import lesson_roll, lesson_stations

CATCHING_UP = ("independent", "online", "reflection")
"""Kinds of stations where who did not prepare can catch up, the best first."""


class TemplateService:
    """Lessons of a model, copies, and the next lesson of a rotation."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._lessons = LessonService(room)
        self._levels = LevelReader(room.store, room.evidence, room.clock)

    def make(
        self,
        class_id: ClassId,
        word: str,
        rng: random.Random,
        others: Sequence[ClassId] = (),
    ) -> Lesson:
        """A lesson for today, its rounds fitted to the period. Raises `KeyError` for no template.

        What I Need brings a rule for each station: who needs its skill most comes to it. All
        students of the `others` are guests. Of all stations then, those that work on a skill come
        first, and as many as there have to be for everyone to sit.
        """
        own = template(word)
        shape = partial(self._shape, own, others)
        if word == NEED:
            return self._lessons.create(class_id, rng, shape, self._needs)
        return self._lessons.create(class_id, rng, shape)

    def catch_up(self, lesson_id: LessonId, students: Sequence[StudentId]) -> Rule | None:
        """Who did not prepare comes to a station that catches up in the first round.

        None when the lesson has no such station or nobody is named.
        """
        lesson = self._lessons.lesson(lesson_id)
        found = sorted(
            (s for s in lesson_stations(self._room.store, lesson) if s.kind in CATCHING_UP),
            key=lambda s: CATCHING_UP.index(s.kind),
        )
        if not found or not students:
            return None
        rule = self._visit(lesson, students, found[0].id, 1, None)
        self._room.workspace.edit(label("several must visit", count=str(len(students))), made(rule))
        return rule

    def copy_to(self, lesson_id: LessonId, day: str) -> Lesson:
        """The lesson as it is planned, with its rules and places, for a day (ISO text)."""
        last = self._lessons.lesson(lesson_id)
        new = replace(self._lessons.copied(last, day), rotation=last.rotation)
        roll, _ = lesson_roll(self._room.store, new)
        here = {student.id for student in roll}
        paths = [
            made(replace(path, id=PathId(self._room.ids()), lesson_id=new.id, stations=row))
            for path in self._lessons.paths(lesson_id)
            if path.student_id in here
            for row in (tuple(s if s in new.station_ids else None for s in path.stations),)
        ]
        rules = [
            made(replace(rule, id=RuleId(self._room.ids()), lesson_id=new.id))
            for rule in self._room.store.find(Rule, lesson_id=lesson_id)
        ]
        self._room.workspace.edit(label("plan copied"), made(new), *paths, *rules)
        return new

    def go_on(self, lesson_id: LessonId, day: str, rng: random.Random) -> Lesson:
        """The next lesson of its rotation on a day: everyone goes on, nobody to a station twice.

        A lesson that is in none becomes the first of one.
        """
        last = self._lessons.lesson(lesson_id)
        first = last.rotation or last.id
        begun = [] if last.rotation else [Change(last, replace(last, rotation=last.id))]
        shape = partial(_next_of, first)
        groups = partial(carried, self._room.store, last)
        return self._lessons.follow(last, day, groups, rng, shape, lambda _new: begun)

    def _shape(self, own: Template, others: Sequence[ClassId], lesson: Lesson) -> Lesson:
        lesson = self._with_guests(lesson, others) if others else lesson
        stations = lesson_stations(self._room.store, lesson)
        new = shaped(own, lesson, stations, self._lessons.minutes_for(lesson))
        return replace(new, rotation=new.id) if own.word == ROTATION else new

    def _with_guests(self, lesson: Lesson, others: Sequence[ClassId]) -> Lesson:
        store = self._room.store
        guests = [s.id for own in others for s in store.find(Student, class_id=own, archived=False)]
        invited = replace(lesson, guest_ids=tuple(guests))
        many = len(lesson_roll(store, invited)[0])
        theirs = [s for own in others for s in store.find(Station, class_id=own, archived=False)]
        theirs.sort(key=lambda s: (s.position, s.id))
        every = [*lesson_stations(store, lesson), *theirs]
        used: list[Station] = []
        for station in sorted(every, key=lambda s: s.skill_id is None):
            if sum(own.room for own in used) < many:
                used.append(station)
        ids = tuple(station.id for station in every if station in used)
        return replace(invited, station_ids=ids)

    def _needs(self, lesson: Lesson) -> list[Change]:
        stations = [s for s in lesson_stations(self._room.store, lesson) if s.skill_id is not None]
        here = lesson_roll(self._room.store, lesson)[0]
        students = [student.id for student in here]
        wanted = [s.skill_id for s in stations if s.skill_id is not None]
        stands = self._levels.levels_of(here, wanted)
        return [
            made(self._visit(lesson, who, station.id, 0, station.skill_id))
            for station, who in spread(stations, students, stands.levels, stands.unknown)
            if who
        ]

    def _visit(
        self,
        lesson: Lesson,
        students: Sequence[StudentId],
        station: StationId,
        by_round: int,
        skill: SkillId | None,
    ) -> Rule:
        own = RuleId(self._room.ids())
        members = tuple(students)
        return Rule(own, lesson.class_id, VISIT, members, (station,), by_round, 1, lesson.id, skill)


def _next_of(first: int, lesson: Lesson) -> Lesson:
    return replace(lesson, rotation=first)


def spread(
    stations: Sequence[Station],
    students: Sequence[StudentId],
    levels: Mapping[SkillId, Mapping[StudentId, int]],
    unknown: Mapping[SkillId, frozenset[StudentId]],
) -> Iterator[tuple[Station, list[StudentId]]]:
    """Each student to the station whose skill it needs most, as far as one round has seats.

    Those with the lowest levels choose first, of equal ones those of whom there is evidence.
    Whoever finds no seat is free to go anywhere.
    """
    taken: dict[StationId, list[StudentId]] = {station.id: [] for station in stations}
    wishes = sorted(
        (levels[s.skill_id][student], student in unknown.get(s.skill_id, ()), place, at)
        for place, student in enumerate(students)
        for at, s in enumerate(stations)
        if s.skill_id is not None and student in levels.get(s.skill_id, {})
    )
    placed: set[StudentId] = set()
    for _level, _unknown, place, at in wishes:
        student, station = students[place], stations[at]
        if student not in placed and len(taken[station.id]) < station.room:
            taken[station.id].append(student)
            placed.add(student)
    for station in stations:
        yield station, taken[station.id]
