"""Lessons from templates and from other lessons."""

import random
from dataclasses import replace

from app.domain.changes import Change, label, made
from app.domain.classes import APART, VISIT, Rule
from app.domain.ids import FrameworkId, ObservationId, SessionId, SkillId, StudentId, VisitId
from app.domain.lessons import OWN_PATHS, Lesson, Path
from app.domain.observations import Observation
from app.domain.session import Session, Visit
from app.domain.skills import Framework, Skill
from app.services.plans.service import PlanningService
from app.services.plans.templates import TemplateService
from tests.builders import TaughtClass


class Made(TaughtClass):
    def __init__(self) -> None:
        super().__init__()
        self.templates = TemplateService(self.room)
        self.plans = PlanningService(self.room)

    def make(self, word: str) -> Lesson:
        return self.templates.make(self.school_class.id, word, random.Random(1))

    def rows(self, lesson: Lesson) -> dict[StudentId, tuple[int | None, ...]]:
        return {p.student_id: p.stations for p in self.store.find(Path, lesson_id=lesson.id)}

    def count(self) -> tuple[int, ...]:
        return tuple(len(self.store.find(kind)) for kind in (Lesson, Path, Rule))


def taught(made_class: Made, lesson: Lesson) -> None:
    """The lesson as it was planned, in visits."""
    session = Session(SessionId(made_class.room.ids()), lesson.class_id, lesson.id, 1, 2)
    visits = [
        Visit(VisitId(made_class.room.ids()), lesson.class_id, session.id, student, at, r, now, now)
        for now in [made_class.clock.ms]
        for student, row in made_class.rows(lesson).items()
        for r, at in enumerate(row, 1)
        if at is not None
    ]
    made_class.room.workspace.edit(label("ended"), *map(made, (session, *visits)))


def test_each_is_one_step_and_undo_takes_all_of_it_back() -> None:
    made_class = Made()
    before = made_class.count()
    for word in ("stations", "lab", "own", "flipped", "workshop", "need", "rotation", "choice"):
        lesson = made_class.make(word)
        assert lesson.template == word
        groups = {p.group for p in made_class.store.find(Path, lesson_id=lesson.id)}
        assert (groups == {0}) == (lesson.mode == OWN_PATHS)
        made_class.room.workspace.undo()
        assert made_class.count() == before


def test_what_i_need_sends_everyone_to_the_skill_needed_most() -> None:
    made_class = Made()
    room = made_class.room
    skills = [Skill(SkillId(200 + n), FrameworkId(199), None, f"Skill {n}") for n in range(2)]
    framework = Framework(FrameworkId(199), made_class.school_class.id, "Maths")
    stations = list(made_class.stations.values())[1:]
    levels = {"Amara": (1, 3), "Ben": (3, 1), "Chidi": (1, 4), "Daniyar": (4, 2)}
    seen = [
        Observation(
            ObservationId(300 + 10 * who + n),
            made_class.school_class.id,
            made_class.student(name),
            1,
            skills[n].id,
            level,
        )
        for who, (name, own) in enumerate(levels.items())
        for n, level in enumerate(own)
    ]
    linked = [Change(s, replace(s, skill_id=skills[n].id)) for n, s in enumerate(stations)]
    room.workspace.edit(label("set"), *map(made, (framework, *skills, *seen)), *linked)
    lesson = made_class.make("need")
    rules = room.store.find(Rule, lesson_id=lesson.id)
    wanted = {rule.skill_id: set(rule.student_ids) for rule in rules}
    assert all(rule.kind == VISIT for rule in rules)
    assert {made_class.student("Amara"), made_class.student("Chidi")} <= wanted[skills[0].id]
    assert {made_class.student("Ben"), made_class.student("Daniyar")} <= wanted[skills[1].id]


def test_who_did_not_prepare_catches_up_first() -> None:
    made_class = Made()
    lesson = made_class.make("flipped")
    rule = made_class.templates.catch_up(lesson.id, [made_class.student("Ben")])
    assert rule is not None
    assert rule.station_ids == (made_class.stations["Tablets"].id,)
    assert (rule.by_round, rule.lesson_id) == (1, lesson.id)


def test_a_copy_has_the_same_places_and_its_own_rules() -> None:
    made_class = Made()
    lesson = made_class.lesson
    made_class.plans.add_rule(lesson.id, APART, [made_class.student(n) for n in ("Amara", "Elif")])
    copy = made_class.templates.copy_to(lesson.id, "2026-05-18")
    assert copy.day == "2026-05-18"
    assert made_class.rows(copy) == made_class.rows(lesson)
    (rule,) = made_class.store.find(Rule, lesson_id=copy.id)
    assert rule.kind == APART


def test_a_rotation_over_lessons_brings_nobody_to_a_station_twice() -> None:
    made_class = Made()
    first = made_class.make("rotation")
    made_class.plans.mode(first.id, OWN_PATHS)
    taught(made_class, first)
    second = made_class.templates.go_on(first.id, "2026-05-15", random.Random(2))
    assert second.rotation == first.id == first.rotation
    been = made_class.plans.table(second.id).been
    assert been == {s: frozenset(row) for s, row in made_class.rows(first).items()}


def test_a_lesson_in_no_rotation_becomes_the_first_of_one() -> None:
    made_class = Made()
    before = made_class.store.find(Lesson)
    second = made_class.templates.go_on(made_class.lesson.id, "2026-05-15", random.Random(2))
    first = made_class.store.get(Lesson, made_class.lesson.id)
    assert first is not None
    assert first.rotation == second.rotation == first.id
    made_class.room.workspace.undo()
    assert made_class.store.find(Lesson) == before
