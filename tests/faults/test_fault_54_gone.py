"""54: a student is taken off the list while being carried, and while shown."""

from contextlib import closing

from app.classroom import Classroom
from app.domain.classes import Student
from app.domain.observations import Observation
from app.services.classes import ClassService
from app.services.observe import ObserveService
from tests.journey.teacher import Teacher
from ui.bootstrap import open_profile, profile_at


def known(room: Classroom, name: str) -> Student:
    return next(s for s in room.store.find(Student) if s.name.first == name)


def observe(room: Classroom, student: Student) -> None:
    service = ObserveService(room)
    service.record(student.class_id, student.id, note="explains own strategy")


def take_off_elsewhere(teacher: Teacher, name: str) -> Student:
    """Another program takes the student off the list; the window notices by itself."""
    with closing(
        open_profile(profile_at(teacher.computer.folder), teacher.computer.clock)
    ) as opened:
        room = opened.classroom
        student = known(room, name)
        observe(room, student)
        classes = ClassService(room)
        classes.take_off([student.id])
    return student


def test_a_carry_ends_when_the_student_is_taken_off_the_list(lesson: Teacher) -> None:
    before = lesson.console_places()
    with lesson.carrying(lesson.card("Ben"), lesson.station("Games")):
        student = take_off_elsewhere(lesson, "Ben")
        lesson.wait(lambda: "Ben" not in str(lesson.console_places()))
        assert lesson.desk.live.page.carry.lifted is None
    after = lesson.console_places()
    assert after == {
        name: [who for who in seated if who != "Ben"] for name, seated in before.items()
    }
    assert lesson.board_places() == after
    store = lesson.desk.room.store
    assert [one.student_id for one in store.find(Observation)] == [student.id]
    kept = store.get(Student, student.id)
    assert kept is not None
    assert kept.archived


def test_a_selected_student_who_goes_is_selected_no_more_and_keys_do_nothing(
    lesson: Teacher,
) -> None:
    lesson.click(lesson.card("Ben"))
    take_off_elsewhere(lesson, "Ben")
    lesson.wait(lambda: "Ben" not in str(lesson.console_places()))
    steps = lesson.desk.room.store.count_steps()
    lesson.desk.live.page.handling.keys.let_go()
    lesson.window.setFocus()
    assert lesson.desk.room.store.count_steps() == steps
    assert lesson.desk.live.page.selection.student is None
