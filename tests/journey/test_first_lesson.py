"""From the first start to a rotation that runs."""

from PySide6.QtCore import Qt

from app.domain.classes import Student
from tests.journey.path import (
    add_the_class,
    begin_a_lesson,
    decide_on_the_rows,
    paste_the_list,
    plan_and_start,
)
from tests.journey.teacher import CTRL, CTRL_SHIFT, Teacher

MOST_ACTIONS = 12


def kept(teacher: Teacher) -> list[Student]:
    return list(teacher.desk.room.store.find(Student))


def test_the_first_screen_has_three_doors(teacher: Teacher) -> None:
    shown = teacher.reads()
    assert "Everything stays on this computer" in shown
    assert {"Try the demo class", "Choose a file", "Open a backup"} <= set(shown)
    assert "Live" not in shown


def test_the_demo_class_is_in_round_2_and_leaves_no_trace(teacher: Teacher) -> None:
    own = teacher.desk
    teacher.click("Try the demo class")
    teacher.wait(lambda: teacher.desk is not own)
    teacher.computer.fill_the_laptop()
    teacher.wait_for_projector()
    assert teacher.board_says().startswith("round 2: 8")
    assert sum(map(len, teacher.board_places().values())) == 25
    demo = teacher.desk
    teacher.click("Leave")
    teacher.wait(lambda: teacher.desk is not demo)
    assert "Try the demo class" in teacher.reads()
    assert kept(teacher) == []


def test_a_running_rotation_is_twelve_actions_away(teacher: Teacher) -> None:
    begin_a_lesson(teacher)
    assert teacher.actions <= MOST_ACTIONS
    assert {"Pause", "Lesson started"} <= set(teacher.reads())
    everyone = [name for who in teacher.console_places().values() for name in who]
    assert len(everyone) == 28
    assert {"Maya L.", "Maya P.", "محمد", "王梓涵", "Lucía", "Sofia", "Mateo"} <= set(everyone)


def test_nothing_is_kept_before_add(teacher: Teacher) -> None:
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    assert kept(teacher) == []
    add_the_class(teacher)
    assert len(kept(teacher)) == 28


def test_the_whole_import_is_one_undo_step(teacher: Teacher) -> None:
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    teacher.click("Add 28 students")
    teacher.press(Qt.Key.Key_Z, CTRL)
    assert kept(teacher) == []
    teacher.press(Qt.Key.Key_Z, CTRL_SHIFT)
    assert len(kept(teacher)) == 28


def test_a_list_can_be_added_with_rows_left_open(teacher: Teacher) -> None:
    paste_the_list(teacher)
    teacher.click("Add 27 students")
    teacher.wait_to_read("2 rows were not added")
    assert len(kept(teacher)) == 27


def test_support_notes_and_birth_dates_are_stored_nowhere(teacher: Teacher) -> None:
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    add_the_class(teacher)
    assert not any("SEN" in str(student) or "2016" in str(student) for student in kept(teacher))


def test_space_pauses_right_after_start(teacher: Teacher) -> None:
    begin_a_lesson(teacher)
    teacher.press(Qt.Key.Key_Space)
    assert "Resume" in teacher.reads()


def test_everyone_has_a_seat_in_every_round(teacher: Teacher) -> None:
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    add_the_class(teacher)
    plan_and_start(teacher)
    for _round in range(3):
        assert all(len(who) <= 7 for who in teacher.console_places().values())
        teacher.click("Next")
        teacher.click("Next")
