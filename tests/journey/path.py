"""The way from a list of names to a lesson that runs, as a teacher walks it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.journey.eyes import only, seen
from tests.journey.papers import CLASS_LIST, SKILLS
from tests.journey.teacher import Teacher
from ui.classes.stations.station_card import StationCard


def paste_the_list(teacher: Teacher) -> None:
    """From the first screen to the preview of 28 students; the keyboard may be anywhere."""
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


def paste_skills(teacher: Teacher) -> None:
    """The first framework of the class."""
    teacher.click("Class")
    teacher.click_tab("Skills")
    area = only(seen(QPlainTextEdit, teacher.window), "skills")
    teacher.click(area.viewport())
    teacher.paste(SKILLS)
    teacher.click("Add 6 skills")


def set_target(teacher: Teacher, station: str, skill: str) -> None:
    """The skill that is worked on at a station."""
    teacher.click_tab("Stations")
    cards = [card for card in seen(StationCard, teacher.window) if card.name.text() == station]
    teacher.pick(only(cards, station).skill, skill)
