"""Backups come by themselves, and a restore can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journey.copies import move_one, open_backup, save_backup
from tests.journey.teacher import CTRL, Teacher
from ui.upkeep.backing import RESTORED, TROUBLE


def backups(teacher: Teacher) -> list[Path]:
    return sorted((teacher.computer.folder / "backups").glob("rondo-*.rondo"))


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "4B.rondo"


def test_closing_the_window_leaves_a_backup_of_what_was_done(lesson: Teacher) -> None:
    student = move_one(lesson)
    lesson.computer.stop()
    [kept] = backups(lesson)
    lesson.computer.start()
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert student not in lesson.console_places()["Choice & create"]
    open_backup(lesson, kept)
    assert student in lesson.console_places()["Choice & create"]


def test_nothing_new_means_no_other_backup(lesson: Teacher) -> None:
    lesson.computer.stop()
    first = backups(lesson)
    lesson.computer.clock.advance(10_000)
    lesson.computer.start()
    lesson.computer.stop()
    assert len(first) == 1
    assert len(backups(lesson)) <= 2  # the clock of the lesson may have been asked about


def test_in_a_long_lesson_they_come_by_the_half_hour(lesson: Teacher) -> None:
    move_one(lesson)
    lesson.wait(lambda: lesson.desk.care.backing is not None)
    lesson.desk.care.backing.keeper.tick()
    lesson.wait(lambda: len(backups(lesson)) == 1)


def test_a_restore_waits_for_a_word_and_can_be_taken_back(lesson: Teacher, backup: Path) -> None:
    save_backup(lesson, backup)
    lesson.click("Live")
    student = move_one(lesson)
    open_backup(lesson, backup)
    lesson.wait_to_read("No new backups are made until you say")
    assert student not in lesson.console_places()["Choice & create"]
    lesson.computer.stop()
    before = len(backups(lesson))
    lesson.computer.start()
    lesson.wait_to_read("No new backups are made until you say")
    assert len(backups(lesson)) == before
    desk = lesson.desk
    lesson.wait_to_read("Go back to before")
    lesson.click("Go back to before")
    lesson.wait(lambda: lesson.computer.has_desk and lesson.desk is not desk)
    lesson.computer.fill_the_laptop()
    assert student in lesson.console_places()["Choice & create"]
    assert lesson.desk.settings.restored == ""


def test_keep_this_lets_backups_go_on(lesson: Teacher, backup: Path) -> None:
    save_backup(lesson, backup)
    open_backup(lesson, backup)
    lesson.wait_to_read("No new backups are made until you say")
    line = lesson.desk.window.banners.line(RESTORED)
    lesson.wait(line.buttons[0].isVisible)
    lesson.click(line.buttons[0])
    assert lesson.desk.window.banners.line(RESTORED) is None
    assert not lesson.desk.settings.restored


def test_a_folder_that_takes_no_backup_is_said_and_the_window_can_be_closed(
    lesson: Teacher,
) -> None:
    (lesson.computer.folder / "backups").write_text("no folder", "utf-8")
    move_one(lesson)
    lesson.wait(lambda: lesson.desk.care.backing is not None)
    lesson.desk.care.backing.keeper.tick()
    lesson.wait(lambda: lesson.desk.window.banners.line(TROUBLE) is not None)
    assert "No backup was made" in lesson.desk.window.banners.line(TROUBLE).text()
    (lesson.computer.folder / "backups").unlink()
