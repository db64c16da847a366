"""A planned lesson in one picture."""

import random

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.lessons import Lesson
from app.domain.names import PersonName
from app.domain.session import Attendance, Session
from app.services.classes import ClassService
from app.services.lessons import LessonService
from app.services.stations import StationService

DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def classes(room) -> ClassService:
    return ClassService(room.store, room.workspace, room.ids, room.clock)


@pytest.fixture
def stations(room) -> StationService:
    return StationService(room.store, room.workspace, room.ids)


@pytest.fixture
def four_b(classes, stations) -> SchoolClass:
    made_class = classes.create("4B", "Maths")
    for number in range(13):
        classes.add_student(made_class.id, PersonName("", f"Student{number:02}", ""))
    for name in ("Teacher table", "Games", "Tablets"):
        stations.add(made_class.id, name)
    return made_class


@pytest.fixture
def lessons(room) -> LessonService:
    return LessonService(room.store, room.workspace, room.ids, room.clock)


def rng() -> random.Random:
    return random.Random(1)


def open_session(room, lesson: Lesson) -> Session:
    session = Session(room.ids(), lesson.class_id, lesson.id, room.clock.ms)
    room.workspace.edit(label("opened", lesson=""), made(session))
    return session


def test_the_picture_shows_everyone_with_their_board_name(lessons, four_b) -> None:
    lesson = lessons.create(four_b.id, rng())
    picture = lessons.picture(lesson.id)

    seated = picture.seated(1)
    assert sum(map(len, seated.values())) == 13
    assert picture.without_seat(1) == ()
    assert picture.names[picture.students[0].id] == "Student00"
    assert not picture.running
    assert picture.group_sizes() == (4, 5)
    assert [picture.round_minutes(r) for r in (1, 2, 3)] == [(0, 12), (14, 26), (28, 40)]


def test_the_picture_names_who_came_later_and_has_no_seat(lessons, classes, four_b) -> None:
    lesson = lessons.create(four_b.id, rng())
    late = classes.add_student(four_b.id, PersonName("", "Zuzanna", ""))
    assert lessons.picture(lesson.id).without_seat(2) == (late.id,)


def test_the_group_at_a_station_is_the_one_that_is_there(lessons, four_b) -> None:
    lesson = lessons.create(four_b.id, rng())
    picture = lessons.picture(lesson.id)
    for path in picture.paths:
        for number, station in enumerate(path.stations, 1):
            assert picture.group_at(number, station) == path.group


def test_the_picture_names_pairs_that_meet_and_should_not(lessons, classes, four_b) -> None:
    lesson = lessons.create(four_b.id, rng())
    one, other = (path.student_id for path in lessons.paths(lesson.id)[:2])
    classes.keep_apart(four_b.id, [one, other])
    lessons.put(lesson.id, one, 1)
    lessons.put(lesson.id, other, 2)
    assert lessons.picture(lesson.id).broken_apart() == ()

    lessons.put(lesson.id, other, 1)

    assert lessons.picture(lesson.id).broken_apart() == ((one, other),)


def test_the_picture_of_a_running_lesson_leaves_the_absent_out(room, lessons, four_b) -> None:
    lesson = lessons.create(four_b.id, rng())
    session = open_session(room, lesson)
    absent = lessons.paths(lesson.id)[0].student_id
    said = Attendance(room.ids(), session.id, absent, "absent", room.clock.ms)
    room.workspace.edit(label("marked absent", student=""), made(said))

    picture = lessons.picture(lesson.id)

    assert picture.running
    assert absent not in {student.id for student in picture.students}
    assert picture.without_seat(1) == ()
