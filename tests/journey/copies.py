"""What a teacher does with backups, and a change to tell them apart by."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journey.teacher import Teacher


def save_backup(teacher: Teacher, file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    teacher.computer.dialogs.file = file
    teacher.click("Settings")
    teacher.click("Save a backup")
    teacher.wait_to_read("Backup saved")


def open_backup(teacher: Teacher, file: Path) -> None:
    """Ends with the lesson of the backup on the screen."""
    teacher.computer.dialogs.file = file
    before = teacher.desk
    teacher.click("Settings")
    teacher.click("Open a backup")
    teacher.wait(lambda: teacher.computer.has_desk and teacher.desk is not before)
    teacher.computer.fill_the_laptop()


def move_one(teacher: Teacher) -> str:
    """The first player goes to the last station."""
    student = teacher.console_places()["Games"][0]
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_M)
    teacher.press(Qt.Key.Key_5)
    return student
