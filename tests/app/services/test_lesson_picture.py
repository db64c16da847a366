"""A planned lesson in one picture."""

import random
from dataclasses import replace

from app.domain.changes import label, made
from app.domain.lessons import Lesson
from app.domain.names import PersonName
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, ClockEvent, Session

DAY = 24 * 60 * 60 * 1000


def rng() -> random.Random:
    return random.Random(1)


def open_session(room, lesson: Lesson) -> Session:
    session = Session(room.ids(), lesson.class_id, lesson.id, room.clock.ms)
    room.workspace.edit(label("opened", lesson=""), made(session))
    return session


def test_the_picture_shows_everyone_with_their_board_name(lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    picture = lessons.picture(lesson.id)

    seated = picture.seated(1)
    assert sum(map(len, seated.values())) == 13
    assert picture.without_seat(1) == ()
    assert picture.names[picture.students[0].id] == "Student00"
    assert not picture.running
    assert sorted(map(len, seated.values())) == [4, 4, 5]
    assert [picture.round_minutes(r) for r in (1, 2, 3)] == [(0, 12), (14, 26), (28, 40)]


def test_the_picture_names_who_came_later_and_has_no_seat(lessons, classes, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    late = classes.add_student(thirteen.id, PersonName("", "Zuzanna", ""))
    assert lessons.picture(lesson.id).without_seat(2) == (late.id,)


def test_the_group_at_a_station_is_the_one_that_is_there(lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    picture = lessons.picture(lesson.id)
    for path in picture.paths:
        for number, station in enumerate(path.stations, 1):
            assert picture.group_at(number, station) == path.group


def test_the_picture_of_a_running_lesson_leaves_the_absent_out(room, lessons, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    session = open_session(room, lesson)
    absent = lessons.paths(lesson.id)[0].student_id
    said = Attendance(room.ids(), session.id, absent, "absent", room.clock.ms)
    room.workspace.edit(label("marked absent", student=""), made(said))

    picture = lessons.picture(lesson.id)

    assert picture.running
    assert absent not in {student.id for student in picture.students}
    assert picture.without_seat(1) == ()


def put_out(room, thirteen, students, begins: int, ends: int) -> None:
    """On Thursdays, minutes after 09:30."""
    for student in students:
        out = PullOut(
            room.ids(), thirteen.id, student, "Violin", "", 570 + begins, 570 + ends, (4,)
        )
        room.workspace.edit(label("pull-out added", student=""), made(out))


def test_who_is_out_for_all_of_a_round_has_no_place_in_it(lessons, room, thirteen) -> None:
    lesson = replace(lessons.create(thirteen.id, rng()), begins=570)
    lessons.edit(lesson, rng())
    one, other = (student.id for student in lessons.picture(lesson.id).students[:2])
    put_out(room, thirteen, [one], -10, 13)
    put_out(room, thirteen, [other], 5, 20)
    picture = lessons.picture(lesson.id)
    assert [picture.out_in(number) for number in (1, 2, 3)] == [(one,), (), ()]
    assert one not in {s for group in picture.seated(1).values() for s in group}
    assert one in {s for group in picture.seated(2).values() for s in group}
    assert picture.without_seat(1) == (), "who is out needs no seat"


def test_called_off_the_student_is_where_the_group_is(lessons, room, thirteen) -> None:
    lesson = replace(lessons.create(thirteen.id, rng()), begins=570)
    lessons.edit(lesson, rng())
    before = lessons.picture(lesson.id).seated(1)
    student = lessons.picture(lesson.id).students[0].id
    put_out(room, thirteen, [student], 0, 12)
    assert lessons.picture(lesson.id).seated(1) != before
    (kept,) = room.store.find(PullOut)
    room.workspace.edit(
        label("pull-out cancelled", student=""), made(PullOutDay(room.ids(), kept.id, lesson.day))
    )
    assert lessons.picture(lesson.id).seated(1) == before


def test_nobody_is_out_of_a_lesson_without_a_time_until_it_runs(lessons, room, thirteen) -> None:
    lesson = lessons.create(thirteen.id, rng())
    student = lessons.picture(lesson.id).students[0].id
    put_out(room, thirteen, [student], 0, 12)
    assert lessons.picture(lesson.id).out == {}
    session = open_session(room, lesson)
    room.workspace.edit(
        label("started"), made(ClockEvent(room.ids(), session.id, "started", room.clock.ms))
    )
    assert lessons.picture(lesson.id).out_in(1) == (student,)


def test_groups_are_dealt_so_that_who_is_out_does_not_miss_the_teacher(
    lessons, room, thirteen, stations
) -> None:
    table = next(s for s in stations.stations(thirteen.id) if s.name == "Teacher table")
    stations.set_kind(table.id, "teacher-led")
    lesson = replace(lessons.create(thirteen.id, rng()), begins=570)
    lessons.edit(lesson, rng())
    out = [student.id for student in lessons.picture(lesson.id).students[:4]]
    put_out(room, thirteen, out, 0, 12)
    for seed in range(5):
        lessons.shuffle(lesson.id, random.Random(seed))
        planned = {path.student_id: path.at(1) for path in lessons.paths(lesson.id)}
        assert table.id not in {planned[student] for student in out}
