"""A morning of comings and goings: attendance, a pull-out that is written, called off, and kept."""

import pytest
from PySide6.QtCore import Qt

from tests.journey.teacher import CTRL, MINUTE, Teacher
from ui.live.here.roll_tile import RollTile
from ui.widgets.field import Field
from ui.widgets.tag import TagChip


@pytest.fixture
def leila(lesson: Teacher) -> str:
    """A student who sits somewhere."""
    return next(who[0] for who in lesson.console_places().values() if who)


def write_pull_out(lesson: Teacher, student: str, begins: str, ends: str) -> None:
    """On the page of the class, among the rules."""
    lesson.click("Class")
    lesson.wait_to_read("Add one student")
    lesson.click_tab("Rules")
    lesson.click(lesson.find(TagChip, student))
    lesson.click("Pull-out")
    lesson.type("speech")
    for name, text in (("From", begins), ("To", ends)):
        lesson.click(lesson.find(Field, name))
        lesson.type(text)
    lesson.click(lesson.find(TagChip, "Thu"))
    lesson.click("Keep")
    lesson.wait_to_read(f"{student}, speech 0{begins} to {ends}")
    lesson.click("Live")


def test_a_pull_out_is_told_called_off_brought_back_and_returns(
    lesson: Teacher, leila: str
) -> None:
    write_pull_out(lesson, leila, "9:36", "10:00")
    here = lesson.place_of(leila)
    lesson.computer.clock.advance(3 * MINUTE)
    lesson.wait_to_read(f"{leila} leaves for speech in 3 min")
    assert "speech" not in str(lesson.board.scene)
    lesson.press(Qt.Key.Key_X)
    lesson.wait_to_read(f"{leila} stays in the room today")
    assert not [text for text in lesson.reads() if "leaves for" in text]
    lesson.press(Qt.Key.Key_Z, CTRL)
    lesson.wait_to_read(f"{leila} leaves for speech in 3 min")
    lesson.computer.clock.advance(3 * MINUTE)
    lesson.wait(lambda: leila not in str(lesson.board_places()))
    assert lesson.place_of(leila) == ""
    assert lesson.chip(leila).view.reason.startswith("speech until 10:00 · back for round 3")
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.click(lesson.chip(leila))
    lesson.choose("Here")
    assert lesson.place_of(leila) == here, "back already, in the same seat"


def test_the_whole_class_is_taken_by_clicks_and_absent_students_leave_at_once(
    lesson: Teacher,
) -> None:
    everyone = [name for who in lesson.console_places().values() for name in who]
    first, second = sorted(everyone)[:2]
    lesson.press(Qt.Key.Key_H)
    lesson.wait_to_read("28 here")
    lesson.click(f"{first}, Here")
    lesson.click(f"{second}, Here")
    lesson.click(lesson.find(RollTile, f"{second}, Absent"))
    lesson.wait_to_read("26 here, 1 absent, 1 late")
    lesson.click("Done")
    assert (lesson.place_of(first), lesson.place_of(second)) == ("", "")
    assert (lesson.chip(first).view.reason, lesson.chip(second).view.reason) == ("Absent", "Late")
    for _step in range(3):
        lesson.press(Qt.Key.Key_Z, CTRL)
    assert lesson.place_of(first) != ""
    assert lesson.place_of(second) != ""


def test_who_is_done_early_is_marked_and_may_go_where_there_is_room(
    lesson: Teacher, leila: str
) -> None:
    lesson.click(lesson.card(leila))
    lesson.press(Qt.Key.Key_D)
    assert lesson.card(leila).view.done
    lesson.wait_to_read("Done: may go to")
    assert "Done" not in str(lesson.board.scene)
    lesson.right_click(lesson.card(leila))
    lesson.choose("May go to Choice")
    assert lesson.card(leila).view.done
    lesson.press(Qt.Key.Key_Z, CTRL)
    lesson.press(Qt.Key.Key_Z, CTRL)
    assert not lesson.card(leila).view.done
