"""Backups, closing and coming back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.session import Visit
from tests.journey.copies import move_one, open_backup, save_backup
from tests.journey.teacher import CTRL, MINUTE, Teacher


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Where the teacher keeps her copy."""
    return tmp_path / "stick" / "4B.rondo"


def test_a_backup_brings_back_what_was_there_when_it_was_saved(
    lesson: Teacher, backup: Path
) -> None:
    before = lesson.console_places()
    save_backup(lesson, backup)
    lesson.click("Live")
    move_one(lesson)
    open_backup(lesson, backup)
    assert lesson.console_places() == before
    lesson.wait_for_projector()
    assert lesson.board_places() == before
    assert "28 students" in str(lesson.computer.dialogs.asked)


def test_a_new_computer_begins_with_a_backup(lesson: Teacher, backup: Path) -> None:
    before = lesson.console_places()
    save_backup(lesson, backup)
    lesson.computer.stop()
    lesson.computer.use(backup.with_name("new computer"))
    lesson.computer.start()
    desk = lesson.desk
    lesson.click("Open a backup")
    lesson.wait(lambda: lesson.computer.has_desk and lesson.desk is not desk)
    lesson.computer.fill_the_laptop()
    assert lesson.console_places() == before


def test_what_a_backup_replaced_is_kept_beside_it(lesson: Teacher, backup: Path) -> None:
    save_backup(lesson, backup)
    lesson.click("Live")
    student = move_one(lesson)
    open_backup(lesson, backup)
    [kept] = lesson.computer.folder.glob("backups/rondo-*.rondo")
    open_backup(lesson, kept)
    assert student in lesson.console_places()["Choice & create"]


def test_who_says_no_keeps_what_is_there(lesson: Teacher, backup: Path) -> None:
    save_backup(lesson, backup)
    lesson.click("Live")
    student = move_one(lesson)
    lesson.computer.dialogs.agrees = False
    desk = lesson.desk
    lesson.click("Settings")
    lesson.click("Open a backup")
    lesson.wait(lambda: len(lesson.computer.dialogs.asked) == 3)
    lesson.click("Live")
    assert lesson.desk is desk
    assert student in lesson.console_places()["Choice & create"]


def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(
    lesson: Teacher, backup: Path
) -> None:
    before = lesson.console_places()
    backup.parent.mkdir()
    backup.write_text("Dear parents, ...", encoding="utf-8")
    lesson.computer.dialogs.file = backup
    lesson.click("Settings")
    lesson.click("Open a backup")
    lesson.wait_to_read("is not a Rondo file")
    lesson.click("Live")
    assert lesson.console_places() == before


@pytest.mark.parametrize("page", ["Live", "Progress", "Plan", "Class"])
def test_closed_and_opened_again_it_shows_the_same_page(lesson: Teacher, page: str) -> None:
    lesson.click(page)
    shown = lesson.desk.window.current
    lesson.computer.stop()
    lesson.computer.start()
    assert lesson.desk.window.current == shown


def test_the_lesson_is_where_it_should_be_by_the_clock(lesson: Teacher) -> None:
    student = move_one(lesson)
    here = lesson.console_places()
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.computer.stop()
    lesson.computer.clock.advance(3 * MINUTE)
    lesson.computer.start()
    lesson.wait_for_projector()
    assert lesson.console_places() == lesson.board_places() == here
    assert (lesson.timer(), lesson.board_says()) == ("10:00", "round 1: 10 paused")
    lesson.click("Count that time")
    assert (lesson.timer(), lesson.board_says()) == ("07:00", "round 1: 7")
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.place_of(student) == "Games"


def test_a_lesson_that_nobody_ended_stands_overnight_until_the_teacher_says(
    lesson: Teacher,
) -> None:
    lesson.computer.stop()
    lesson.computer.clock.advance(12 * 60 * MINUTE)
    lesson.computer.start()
    assert lesson.timer() == "12:00"
    lesson.click("Count that time")
    assert lesson.timer().startswith("+")
    lesson.click("End")
    lesson.wait_to_read("28 students")


def test_an_ended_lesson_leaves_a_visit_for_every_stay(lesson: Teacher) -> None:
    student = move_one(lesson)
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    lesson.click("More for this lesson")
    lesson.choose("End lesson")
    visits = lesson.desk.room.store.find(Visit)
    assert len({visit.student_id for visit in visits}) == 28
    assert student not in str(lesson.board.scene)
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait_to_read("No lesson")
