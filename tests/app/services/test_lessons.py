"""Lessons are made in one go, keep their groups, and carry everyone on."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import label, made
from app.domain.in_time import rounds_that_fit
from app.domain.lessons import Lesson
from app.domain.names import PersonName
from app.domain.session import Attendance, Session, Visit
from app.services.lessons import LessonService

DAY = 24 * 60 * 60 * 1000


def rng() -> random.Random:
    return random.Random(1)


def open_session(room, lesson: Lesson) -> Session:
    session = Session(room.ids(), lesson.class_id, lesson.id, room.clock.ms)
    room.workspace.edit(label("opened", lesson=""), made(session))
    return session


def teach(room, lesson: Lesson, rounds: int) -> None:
    """A session that came to so many rounds and is over."""
    ms = room.clock.ms
    session = Session(room.ids(), lesson.class_id, lesson.id, ms, ms + 1)
    path = LessonService(room).paths(lesson.id)[0]
    visits = [
        Visit(room.ids(), lesson.class_id, session.id, path.student_id, path.at(r), r, ms, ms + 1)
        for r in range(1, rounds + 1)
    ]
    room.workspace.edit(label("ended"), made(session), *map(made, visits))


def starts(lessons: LessonService, lesson: Lesson) -> dict[int, int | None]:
    return {path.student_id: path.at(1) for path in lessons.paths(lesson.id)}


def test_a_lesson_is_planned_for_today_with_one_call(lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())

    assert (lesson.day, lesson.subject) == ("2026-05-14", "Maths")
    assert (lesson.rounds, lesson.round_seconds, lesson.transition_seconds) == (3, 720, 120)
    assert lessons.next(thirteen.id) == lesson
    sizes = Counter(starts(lessons, lesson).values())
    assert [sizes[station] for station in lesson.station_ids] == [5, 4, 4]


def test_planning_is_one_step_to_undo(room, lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    room.workspace.undo()
    assert lessons.next(thirteen.id) is None
    assert lessons.paths(lesson.id) == ()


def test_a_class_without_stations_gets_a_lesson_with_nowhere_to_go(lessons, classes) -> None:
    empty = classes.create("5A")
    classes.add_student(empty.id, PersonName("", "Maya", ""))
    lesson = lessons.create(empty.id, rng())
    assert lesson.rounds == 1
    assert lessons.paths(lesson.id)[0].stations == (None,)


def test_a_shuffle_makes_new_groups_and_keeps_the_paths(room, lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    before = lessons.paths(lesson.id)

    lessons.shuffle(lesson.id, random.Random(2))
    after = lessons.paths(lesson.id)

    assert [p.id for p in after] == [p.id for p in before]
    assert after != before
    room.workspace.undo()
    assert lessons.paths(lesson.id) == before


def test_more_rounds_keep_the_groups_and_go_round_again(lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    groups = {p.student_id: p.group for p in lessons.paths(lesson.id)}

    lessons.edit(replace(lesson, rounds=5, topic="fractions"), rng())

    paths = lessons.paths(lesson.id)
    assert lessons.lesson(lesson.id).topic == "fractions"
    assert {p.student_id: p.group for p in paths} == groups
    assert all(p.stations[3:] == p.stations[:2] for p in paths)


def test_a_station_left_out_makes_new_groups_for_the_others(room, lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    before = lessons.paths(lesson.id)

    lessons.edit(replace(lesson, station_ids=lesson.station_ids[1:]), rng())

    used = {station for path in lessons.paths(lesson.id) for station in path.stations}
    assert used - {None} == set(lesson.station_ids[1:])
    room.workspace.undo()
    assert lessons.paths(lesson.id) == before


def test_words_alone_leave_the_paths_alone(lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    before = lessons.paths(lesson.id)
    lessons.edit(replace(lesson, message="Pencils ready", round_seconds=600), rng())
    assert lessons.paths(lesson.id) == before


def test_a_student_put_in_a_group_goes_with_it_in_every_round(room, lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    path = lessons.paths(lesson.id)[0]
    group = path.group % 3 + 1

    lessons.put(lesson.id, path.student_id, group)

    ring = lesson.station_ids
    moved = lessons.paths(lesson.id)[0]
    assert moved.stations == tuple(ring[(group - 1 + r) % 3] for r in range(3))
    room.workspace.undo()
    assert lessons.paths(lesson.id)[0] == path


def test_a_student_who_came_later_can_be_put_in_a_group(lessons, classes, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    late = classes.add_student(thirteen.id, PersonName("", "Zuzanna", ""))
    lessons.put(lesson.id, late.id, 2)
    assert lessons.paths(lesson.id)[-1].group == 2


def test_the_same_again_carries_everyone_on_to_the_station_they_missed(
    room, lessons, thirteen
) -> None:
    first = lessons.create(thirteen.id, rng())
    lessons.edit(replace(first, rounds=2, topic="fractions"), rng())
    room.clock.advance(DAY)

    again = lessons.same_again(thirteen.id, rng())

    ring = list(first.station_ids)
    assert (again.day, again.topic, again.rounds) == ("2026-05-15", "fractions", 2)
    for student, station in starts(lessons, first).items():
        missed = ring[(ring.index(station) + 2) % 3]
        assert starts(lessons, again)[student] == missed


def test_the_same_again_goes_on_from_the_round_a_lesson_came_to(room, lessons, thirteen) -> None:
    first = lessons.create(thirteen.id, rng())
    teach(room, first, rounds=1)
    again = lessons.same_again(thirteen.id, rng())
    second = {p.student_id: p.at(2) for p in lessons.paths(first.id)}
    assert starts(lessons, again) == second


def test_the_same_again_without_a_station_that_is_gone_seats_everyone(
    room, lessons, stations, classes, thirteen
) -> None:
    first = lessons.create(thirteen.id, rng())
    stations.remove(first.station_ids[1])
    for station in stations.stations(thirteen.id):
        stations.set_seats(station.id, 8)
    classes.add_student(thirteen.id, PersonName("", "Zuzanna", ""))
    room.clock.advance(DAY)

    again = lessons.same_again(thirteen.id, rng())

    assert len(again.station_ids) == 2
    assert len(lessons.paths(again.id)) == 14
    assert None not in starts(lessons, again).values()


def test_without_an_earlier_lesson_the_same_again_is_a_first_one(lessons, thirteen) -> None:
    assert lessons.last(thirteen.id) is None
    assert len(lessons.paths(lessons.same_again(thirteen.id, rng()).id)) == 13


def test_a_lesson_that_was_taught_is_the_last_and_no_longer_the_next(
    room, lessons, thirteen
) -> None:
    lesson = lessons.create(thirteen.id, rng())
    teach(room, lesson, rounds=3)
    assert lessons.next(thirteen.id) is None
    assert lessons.last(thirteen.id) == lesson


def test_a_lesson_in_the_room_is_still_the_next_and_leaves_the_absent_out(
    room, lessons, thirteen
) -> None:
    lesson = lessons.create(thirteen.id, rng())
    session = open_session(room, lesson)
    absent = lessons.paths(lesson.id)[0].student_id
    said = Attendance(room.ids(), session.id, absent, "absent", room.clock.ms)
    room.workspace.edit(label("marked absent", student=""), made(said))

    lessons.shuffle(lesson.id, rng())

    assert lessons.next(thirteen.id) == lesson
    assert absent not in starts(lessons, lesson)


def test_students_kept_apart_are_planned_apart(lessons, classes, thirteen) -> None:
    trio = [student.id for student in classes.students(thirteen.id)[:3]]
    classes.keep_apart(thirteen.id, trio)
    lesson = lessons.create(thirteen.id, rng())
    groups = {p.student_id: p.group for p in lessons.paths(lesson.id)}
    assert len({groups[student] for student in trio}) == 3


@pytest.mark.parametrize(
    ("period", "minutes", "transition", "rounds"),
    [(30, 12, 2, 2), (45, 10, 2, 3), (60, 12, 2, 4), (54, 12, 2, 4), (90, 20, 3, 4), (5, 12, 2, 1)],
)
def test_rounds_fit_a_period(period: int, minutes: int, transition: int, rounds: int) -> None:
    assert rounds_that_fit(period, minutes, transition) == rounds


@given(st.integers(1, 240), st.integers(1, 60), st.integers(0, 10))
def test_one_round_more_would_not_fit(period: int, minutes: int, transition: int) -> None:
    rounds = rounds_that_fit(period, minutes, transition)
    assert (rounds + 1) * minutes + rounds * transition > period
    assert rounds == 1 or rounds * minutes + (rounds - 1) * transition <= period
