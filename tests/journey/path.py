"""The way from a list of names to a lesson that runs, as a teacher walks it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.journey.eyes import only, seen
from tests.journey.papers import CLASS_LIST
from tests.journey.teacher import Teacher


def paste_the_list(teacher: Teacher) -> None:
    """From the first screen to the preview of 28 students."""
    field = only(seen(QPlainTextEdit, teacher.window), "class list")
    teacher.click(field.viewport())
    teacher.paste(CLASS_LIST)
    teacher.wait_to_read("2 rows need you")


def decide_on_the_rows(teacher: Teacher) -> None:
    """Type the first name that is missing, and leave out the boy who is there twice."""
    teacher.type("Mateo")
    teacher.press(Qt.Key.Key_Return)
    teacher.wait_to_read("1 row needs you")
    teacher.click("Skip")
    teacher.wait_to_read("Every row is clear")


def add_the_class(teacher: Teacher) -> None:
    teacher.click("Add 28 students")
    teacher.click("Done")


def plan_and_start(teacher: Teacher) -> None:
    """One click makes the plan; from there into the room, and the clock runs."""
    teacher.click("Plan a lesson")
    teacher.click("Use this plan")
    teacher.click("Start")


def begin_a_lesson(teacher: Teacher) -> None:
    """The whole way."""
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    add_the_class(teacher)
    plan_and_start(teacher)
