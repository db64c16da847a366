"""Lessons in which each student has an own path, from the plan to the next lesson."""

import random
from dataclasses import replace
from datetime import date

from app.domain.changes import label, made
from app.domain.classes import VISIT, Student
from app.domain.ids import StudentId
from app.domain.lessons import OWN_PATHS
from app.domain.lessons import Path as LessonPath
from app.domain.planning.values import IS_FULL, IS_OUT, OUT, Fact
from app.domain.session import Visit
from app.services.outings import OutingReader
from app.services.pull_outs import PullOutService, When
from tests.planned import Planned


def test_on_own_paths_a_shorter_lesson_keeps_everyones_places() -> None:
    planned = Planned(own=True)
    planned.plans.use(planned.lesson.id, planned.ask("mix", 9))
    before = {p.student_id: p.stations for p in planned.kept()}
    lesson = planned.lessons.lesson(planned.lesson.id)
    planned.lessons.edit(replace(lesson, rounds=2), random.Random(1))
    assert {p.student_id: p.stations for p in planned.kept()} == {
        student: row[:2] for student, row in before.items()
    }


def test_back_in_groups_everyone_has_one_and_undo_gives_the_own_paths_back() -> None:
    planned = Planned(own=True)
    before = planned.kept()
    planned.plans.mode(planned.lesson.id, "group")
    assert {path.group for path in planned.kept()} == {1, 2, 3}
    planned.room.workspace.undo()
    assert planned.kept() == before


def test_a_lesson_on_own_paths_is_taught_owed_and_carried_on() -> None:
    planned = Planned(own=True)
    planned.start()
    scene = planned.scene()
    planned.moves.mark(scene, planned.student("Amara"), "absent")
    planned.clock.advance(11 * 60_000)
    planned.live.end(scene.session)
    visits = planned.store.find(Visit)
    assert {visit.student_id for visit in visits} == {
        student.id for name, student in planned.students.items() if name != "Amara"
    }
    owed = planned.plans.table(planned.lesson.id).owed
    assert planned.student("Amara") in owed
    again = planned.lessons.same_again(planned.school_class.id, random.Random(3))
    paths = planned.store.find(LessonPath, lesson_id=again.id)
    assert again.mode == OWN_PATHS
    assert {path.group for path in paths} == {0}
    table = planned.plans.table(again.id)
    assert all(times == 1 for times in table.met.values())
    assert frozenset((planned.student("Elif"), planned.student("Fatima"))) in table.met


def test_a_student_brought_in_on_own_paths_sits_there_for_this_round() -> None:
    planned = Planned(own=True)
    new = Student(StudentId(30), planned.school_class.id, "", "Gita", "")
    planned.room.workspace.edit(label("student added", student="Gita"), made(new))
    planned.start()
    planned.moves.move(planned.scene(), new.id, planned.stations["Games"])
    assert planned.scene().seating.station_of(new.id) == planned.at("Games")
    trouble = {fact.round for _, fact in planned.plans.trouble(planned.lesson.id)}
    assert trouble == {2, 3}
    planned.plans.use(planned.lesson.id, planned.repair())
    # Two tablets for three rounds are too few for seven: somebody comes to a station again.
    left = planned.plans.trouble(planned.lesson.id)
    assert {key for key, _fact in left} <= {"once"}
    assert planned.scene().seating.station_of(new.id) == planned.at("Games")


def test_a_pull_out_that_is_called_off_gives_the_student_a_place_again() -> None:
    planned = Planned(own=True)
    room, ben = planned.room, planned.student("Ben")
    outs = PullOutService(room)
    outs.add(planned.school_class.id, [ben], When("Violin", "", 642, 652, (4,)))
    timed = replace(planned.lessons.lesson(planned.lesson.id), begins=630)
    planned.lessons.edit(timed, random.Random(1))
    table = planned.plans.table(planned.lesson.id)
    assert [state.rounds for state in table.rules() if state.kind == OUT] == [(2,)]
    planned.plans.use(planned.lesson.id, planned.ask("mix", 2))
    assert planned.cells()[ben, 2] is None
    outs.cancel(OutingReader(room.store, room.clock).on(timed.class_id, date(2026, 5, 14)))
    changed = planned.repair().changes
    assert [(c.student, c.round, c.because.word) for c in changed] == [(ben, 2, "came")]


def test_at_violin_first_and_the_table_full_then_is_told_round_by_round() -> None:
    planned = Planned(own=True)
    room, kofi, table = planned.room, planned.student("Chidi"), planned.at("Teacher table")
    outs = PullOutService(room)
    outs.add(planned.school_class.id, [kofi], When("Violin", "", 630, 641, (4,)))
    timed = replace(planned.lessons.lesson(planned.lesson.id), begins=630)
    planned.lessons.edit(timed, random.Random(1))
    crowd = tuple(planned.student(name) for name in ("Amara", "Ben", "Daniyar"))
    for student in crowd:
        planned.plans.move(planned.lesson.id, student, 2, table)
    rule = planned.plans.add_rule(planned.lesson.id, VISIT, [kofi, crowd[0]], by_round=2)
    states = {state.key: state for state in planned.clash().rules}
    asked = states[f"rule:{rule.id}"]
    assert asked.students == (kofi,)
    assert asked.reasons == (Fact(IS_OUT, kofi, None, 1), Fact(IS_FULL, kofi, table, 2, crowd))
    assert [(way.kind, way.round) for way in asked.ways] == [("drop", 0), ("round", 3)]
