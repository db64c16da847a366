"""The students, skills and stations of a demo class."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.demo import class_4b as demo
from app.demo.history import DAY, Cell, invent_cells, read_cells
from app.domain.classes import Goal, Student
from app.domain.ids import (
    ClassId,
    FrameworkId,
    GoalId,
    SkillId,
    StationId,
    StudentId,
    TagId,
)
from app.domain.skills import Framework, Skill, Tag
from app.domain.stations import Station

Ids = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Person:
    """A student and what the history is to lead to."""

    student: Student
    group: int
    cells: tuple[Cell | None, ...]
    seen: int
    goal: str


def people(
    ids: Ids, class_id: ClassId, count: int, skills: int, rng: random.Random
) -> list[Person]:
    """The demo class first, then as many more as asked for."""
    described = [_described(ids, class_id, d, skills, rng) for d in demo.STUDENTS[:count]]
    more = range(len(described), count)
    return [*described, *(_invented(ids, class_id, n, skills, rng) for n in more)]


def _described(
    ids: Ids, class_id: ClassId, wanted: demo.DemoStudent, skills: int, rng: random.Random
) -> Person:
    family, given = wanted.family, wanted.given
    student = Student(StudentId(ids()), class_id, "", given, family, wanted.flag)
    known = read_cells(wanted.levels)[:skills]
    cells = (*known, *invent_cells(skills - len(known), rng))
    return Person(student, wanted.group, cells, wanted.seen, wanted.goal)


def _invented(ids: Ids, class_id: ClassId, n: int, skills: int, rng: random.Random) -> Person:
    given = demo.MORE_GIVEN[n % len(demo.MORE_GIVEN)]
    family = demo.MORE_FAMILY[(n // len(demo.MORE_GIVEN) * 7 + n) % len(demo.MORE_FAMILY)]
    student = Student(StudentId(ids()), class_id, "", given, family)
    cells = invent_cells(skills, rng)
    return Person(student, n % len(demo.STATIONS), cells, rng.randint(1, 12), "")


def goal_of(ids: Ids, person: Person, now: int) -> Goal | None:
    """The goal of a student, written as title and a mark a step."""
    if not person.goal:
        return None
    title, marks = person.goal.split("|")
    done = tuple(now - (8 - i) * DAY if mark == "." else None for i, mark in enumerate(marks))
    steps = demo.GOAL_STEPS[: len(marks)]
    return Goal(GoalId(ids()), person.student.id, title, now - 10 * DAY, steps, done)


def framework(
    ids: Ids, class_id: ClassId, count: int
) -> tuple[Framework, list[Skill], list[Skill]]:
    """The framework, its strands, and `count` skills under them."""
    maths = Framework(FrameworkId(ids()), class_id, demo.SUBJECT)
    wanted = [(s.strand, s.statement, s.short) for s in demo.SKILLS]
    wanted += [(strand, statement, "") for strand, statement in demo.MORE_SKILLS]
    wanted = wanted[:count]
    names = list(dict.fromkeys(strand for strand, _, _ in wanted))
    strands = [
        Skill(SkillId(ids()), maths.id, None, name, position=place)
        for place, name in enumerate(names)
    ]
    above = {strand.statement: strand.id for strand in strands}
    skills = [
        Skill(SkillId(ids()), maths.id, above[strand], statement, short, position=place)
        for place, (strand, statement, short) in enumerate(wanted)
    ]
    return maths, strands, [_with_next(skills, place) for place in range(len(skills))]


def _with_next(skills: Sequence[Skill], place: int) -> Skill:
    """The skill with those it is learned before."""
    after = [then for first, then in demo.PRECEDES if first == place and then < len(skills)]
    return replace(skills[place], precedes=tuple(skills[then].id for then in after))


def stations(ids: Ids, class_id: ClassId, skills: Sequence[Skill], students: int) -> list[Station]:
    """The five stations, with seats enough for the class."""
    seats = max(6, -(-students // len(demo.STATIONS)))
    return [
        Station(
            id=StationId(ids()),
            class_id=class_id,
            name=wanted.name,
            kind=wanted.kind,
            colour=wanted.colour,
            icon=wanted.icon,
            seats_min=1,
            seats_max=seats,
            devices=seats if wanted.devices else None,
            skill_id=skills[wanted.skill % len(skills)].id,
            position=place,
            next_task=wanted.next_task,
        )
        for place, wanted in enumerate(demo.STATIONS)
    ]


def tags(ids: Ids, class_id: ClassId) -> list[Tag]:
    """The tags of the demo class, in their order."""
    return [
        Tag(TagId(ids()), class_id, name, tone, place)
        for place, (name, tone) in enumerate(demo.TAGS)
    ]
