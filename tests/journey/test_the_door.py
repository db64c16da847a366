"""The screen is turned to the class when the lesson is over, and comes back behind the lock."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.voice import EASY, Reflection
from app.services.live import LiveService
from tests.journey.eyes import seen
from tests.journey.teacher import CTRL, Teacher
from ui.door.tiles import FaceTile, NameTile


def test_students_say_how_it_went_and_only_the_teacher_gets_back(lesson: Teacher) -> None:
    (school_class,) = lesson.desk.room.classes()
    live = LiveService(lesson.desk.room)
    session = live.current(school_class.id)
    assert session is not None
    live.end(session)
    lesson.wait_to_read("Lesson finished")
    lesson.click("Turn the screen to them")
    lesson.wait_to_read("Tap your name")
    names = [tile.label() for tile in seen(NameTile, lesson.window)]
    assert "Lesson finished" not in lesson.reads()
    assert [text.text() for text in seen(QLabel, lesson.window)] == ["Tap your name"]
    lesson.click(lesson.find(NameTile, names[0]))
    lesson.press(Qt.Key.Key_Z, CTRL)  # no key of the teacher's does anything here
    lesson.click(lesson.find(FaceTile, "Easy"))
    lesson.click("Done")
    lesson.wait_to_read("Tap your name")
    (said,) = lesson.desk.room.store.find(Reflection)
    assert said.face == EASY
    assert [tile.label() for tile in seen(NameTile, lesson.window)] == names[1:]
    lesson.click("Teacher")
    lesson.wait_to_read("Back to the class")
    lesson.click("Back to the class")
    lesson.wait_to_read("Lesson finished")
    lesson.wait_to_read(f"1 of {len(names)}")
