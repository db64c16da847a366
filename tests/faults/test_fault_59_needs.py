"""59: what a student needs is seen behind a second click, and nowhere else, screen or disk."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.classes import Student
from app.domain.voice import Need
from tests.faults.test_fault_59_secrets_nowhere import is_ours, titles
from tests.journey.eyes import seen
from tests.journey.teacher import CTRL, Teacher
from tests.journey.test_public_mode import alone
from ui.finding.hit_line import HitLine
from ui.finding.panel import FindPanel
from ui.widgets.text_area import TextArea

NEED = "sentinel72 carries an inhaler"
WORD = "sentinel72"


def write_a_need(teacher: Teacher) -> None:
    """On the page of the first student, where it stays open."""
    (student, *_others) = teacher.desk.room.store.find(Student)
    teacher.desk.show_student(student.id)
    teacher.wait_to_read("Show needs")
    assert everything() == ""
    teacher.click("Show needs")
    teacher.wait(lambda: bool(seen(TextArea, teacher.window)))
    teacher.type(NEED)
    teacher.press(Qt.Key.Key_Tab)
    assert [need.words for need in teacher.desk.room.store.find(Need)] == [NEED]


def everything() -> str:
    """The secret in any text of any widget, shown or not, to the eye or a screen reader."""
    found = [*titles(), QGuiApplication.clipboard().text()]
    for widget in QApplication.allWidgets():
        found += [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        found += [widget.accessibleName(), widget.accessibleDescription(), _content(widget)]
        found += [action.text() for action in widget.actions()]
    return "\n".join(text for text in found if WORD in text.casefold())


def _content(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLabel | QLineEdit) else ""


def test_it_is_on_no_other_page_nor_the_board_nor_found_by_any_search(lesson: Teacher) -> None:
    write_a_need(lesson)
    assert WORD in everything()
    for page in ("Live", "Plan", "Class", "Reports", "Settings", "Progress"):
        lesson.click(page)
        assert everything() == ""
        assert WORD not in str(lesson.board.scene)
    lesson.desk.find()
    lesson.type(WORD)
    (panel,) = seen(FindPanel, lesson.window)
    lesson.wait(lambda: bool(panel.result.text()))
    assert seen(HitLine, panel) == []
    lesson.press(Qt.Key.Key_Escape)
    lesson.click("Undo")
    assert lesson.desk.room.store.find(Need) == ()


def test_a_lock_puts_it_away_and_it_does_not_come_back_by_itself(lesson: Teacher) -> None:
    write_a_need(lesson)
    lesson.press(Qt.Key.Key_L, CTRL)
    lesson.wait_to_read("Back to the class")
    assert everything() == ""
    lesson.click("Back to the class")
    lesson.wait_to_read("Show needs")
    assert everything() == ""


def test_the_board_that_covers_the_only_screen_puts_it_away(lesson: Teacher) -> None:
    """The class sees the window when the board goes: what was open before is not open then."""
    alone(lesson)
    write_a_need(lesson)
    lesson.desk.live.set_board(True)  # in a field B is a letter
    lesson.wait(lesson.board.isVisible)
    assert everything() == ""


def test_it_lies_in_the_class_file_alone(lesson: Teacher) -> None:
    write_a_need(lesson)
    profile = lesson.computer.folder
    lesson.computer.stop()
    holders = [
        str(f) for f in profile.rglob("*") if f.is_file() and WORD.encode() in f.read_bytes()
    ]
    assert holders
    assert [file for file in holders if not is_ours(file, Path(profile))] == []
