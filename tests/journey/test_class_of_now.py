"""A teacher says once when her classes are taught; from then on the app opens on the one of now."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.services.lessons import LessonService
from app.services.start import StartService
from tests.fakes import FakeClock
from tests.journey.computer import Computer
from tests.journey.eyes import named
from tests.journey.prepared import names
from tests.journey.teacher import CTRL, MINUTE, Teacher
from ui.bootstrap import open_profile, profile_at
from ui.times.slot_cell import SlotCell
from ui.widgets.dropdown import Dropdown

CELL = "Thursday, period 2, 09:30 to 10:20: free"
CLASS = "Class to put in, 5C"


@pytest.fixture
def two_classes(qtbot: QtBot, computer: Computer) -> Teacher:
    """4B, and 5C on which the app opens, as it was made last."""
    opened = open_profile(profile_at(computer.folder), FakeClock())
    try:
        room = opened.classroom
        start = StartService(room)
        start.begin_class(names(), "4B", "Maths")
        start.begin_class(names()[:9], "5C", "Art")
    finally:
        opened.close()
    computer.start()
    return Teacher(qtbot, computer)


def write_timetable(teacher: Teacher) -> None:
    """Six periods, and 4B on Thursdays in the second."""
    teacher.click("Class")
    teacher.click("Timetable")
    teacher.click("Lay out the periods")
    teacher.click_tab("Week")
    teacher.wait(lambda: len(named(Dropdown, CLASS, teacher.window)) == 1)
    teacher.pick(teacher.find(Dropdown, CLASS), "4B")
    teacher.wait(lambda: len(named(SlotCell, CELL, teacher.window)) == 1)
    teacher.click(CELL)
    teacher.click("Done")


def test_the_app_opens_on_the_class_of_now_and_one_click_teaches_it(two_classes: Teacher) -> None:
    teacher, computer = two_classes, two_classes.computer
    write_timetable(teacher)
    computer.stop()
    computer.clock.advance(12 * MINUTE)
    computer.start()
    teacher.wait_to_read("4B, Maths, 09:30 to 10:20. 2 rounds of 12 min fit in the 38 min left.")
    assert computer.desk.room.class_named("4B").id == computer.desk.class_id
    teacher.wait(lambda: len(named(QAbstractButton, "Open the lesson", teacher.window)) == 1)
    teacher.click("Open the lesson")
    teacher.wait_for_projector()
    assert sum(map(len, teacher.board_places().values())) == len(names())
    assert not [text for text in teacher.reads() if "min left." in text]
    teacher.press(Qt.Key.Key_Z, CTRL)
    teacher.wait_to_read("2 rounds of 12 min fit")


def test_a_running_lesson_is_left_alone_when_the_period_of_another_class_begins(
    two_classes: Teacher,
) -> None:
    teacher, computer = two_classes, two_classes.computer
    write_timetable(teacher)
    other = computer.desk.room.class_named("5C").id
    room = computer.desk.room
    lessons = LessonService(room)
    computer.desk.teach(lessons.create(other, random.Random(1)).id)
    teacher.wait(lambda: not [text for text in teacher.reads() if "Open the lesson" in text])
    now = computer.desk.watch.now
    assert now is not None
    now.look()
    assert computer.desk.class_id == other
    assert not [text for text in teacher.reads() if "Open the lesson" in text]
