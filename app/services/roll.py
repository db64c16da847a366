"""Reading a class, or who and what is in a lesson, in the order a teacher expects."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from app.domain.board.names import board_names
from app.domain.classes import APART, TOGETHER, Rule, SchoolClass, Student
from app.domain.ids import ClassId, StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.names import PersonName
from app.domain.stations import Station
from app.ports import Store
from app.services.known import known


@lru_cache(maxsize=512)
def sort_key(name: str) -> str:
    """Names side by side as a reader expects: case and accents do not separate them."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4)
def _shown(names: tuple[PersonName, ...]) -> tuple[str, ...]:
    """Kept, as the roll is read with every move and a class is seldom renamed."""
    return board_names(names)


Roll = tuple[tuple[Student, ...], Mapping[StudentId, str]]
"""Students in the order of their board names, and those names."""


def class_roll(store: Store, class_id: ClassId) -> Roll:
    """The students of a class."""
    return _named(store.find(Student, class_id=class_id, archived=False))


def called(store: Store, student_id: StudentId) -> str:
    """What tells a student apart in the class: the name on the board, also in every sentence.

    Raises `errors.NotFound` when there is no such student.
    """
    student = known(store, Student, student_id, "student")
    _, names = class_roll(store, student.class_id)
    return names.get(student_id, student.name.first)


def lesson_roll(store: Store, lesson: Lesson) -> Roll:
    """The students of the lesson's class, and its guests; no two of them have one name."""
    own = store.find(Student, class_id=lesson.class_id, archived=False)
    return _named((*own, *guests_of(store, lesson)))


def guests_of(store: Store, lesson: Lesson) -> tuple[Student, ...]:
    """Students of other classes who take part, as long as they are on a list."""
    if not lesson.guest_ids:
        return ()
    found = store.find(Student, id=lesson.guest_ids, archived=False)
    return tuple(guest for guest in found if guest.class_id != lesson.class_id)


def guests_again(store: Store, last: Lesson) -> tuple[int, ...]:
    """The guests of a lesson that come to one made from it: none of a class that is put away."""
    guests = guests_of(store, last)
    homes = tuple({guest.class_id for guest in guests})
    used = {one.id for one in store.find(SchoolClass, id=homes, archived=False)} if homes else ()
    return tuple(guest.id for guest in guests if guest.class_id in used)


def lesson_stations(store: Store, lesson: Lesson) -> tuple[Station, ...]:
    """The stations of a lesson in the order groups move on.

    One of another class, which its guests bring along, is called by that class as well.
    """
    kept = store.find(Station, id=lesson.station_ids)
    found = {station.id: station for station in called_in(store, lesson, kept)}
    return tuple(found[i] for i in map(StationId, lesson.station_ids) if i in found)


def called_in(store: Store, lesson: Lesson, stations: Sequence[Station]) -> tuple[Station, ...]:
    """The stations as they are in a lesson: those of other classes are called by their class too.

    They work on the skill as the lesson's class has it, if it does.
    """
    homes = tuple({station.class_id for station in stations} - {lesson.class_id})
    if not homes:
        return tuple(stations)
    from app.services.twins import twin_skills  # not for the start: few lessons have guests

    names = {one.id: one.name for one in store.find(SchoolClass, id=homes)}
    aims = {own.skill_id for own in stations if own.skill_id is not None}
    twins = twin_skills(store, aims, lesson.class_id)
    return tuple(
        replace(
            own,
            name=f"{own.name} ({names.get(own.class_id, '')})",
            skill_id=None if own.skill_id is None else twins.get(own.skill_id, own.skill_id),
        )
        if own.class_id in homes
        else own
        for own in stations
    )


def lesson_rules(store: Store, lesson: Lesson) -> tuple[Rule, ...]:
    """The rules that hold in it: the class's, its own, and those between guests of one class."""
    rules = store.find(Rule, class_id=lesson.class_id)
    own = tuple(rule for rule in rules if rule.holds_in(lesson.id))
    guests = guests_of(store, lesson)
    if not guests:
        return own
    homes = tuple({guest.class_id for guest in guests})
    there = {guest.id for guest in guests}
    return own + tuple(
        rule
        for rule in store.find(Rule, class_id=homes, lesson_id=None)
        if rule.kind in {APART, TOGETHER} and len(there.intersection(rule.student_ids)) > 1
    )


def by_class(students: Iterable[Student]) -> Mapping[ClassId, tuple[StudentId, ...]]:
    """Who is in which class: what is kept of a student is read with the class it belongs to."""
    found: dict[ClassId, list[StudentId]] = {}
    for student in students:
        found.setdefault(student.class_id, []).append(student.id)
    return {class_id: tuple(own) for class_id, own in found.items()}


def _named(students: Sequence[Student]) -> Roll:
    shown = _shown(tuple(student.name for student in students))
    names = {student.id: name for student, name in zip(students, shown, strict=True)}
    ordered = sorted(students, key=lambda s: (sort_key(names[s.id]), s.id))
    return tuple(ordered), names
