"""58: a whole lesson with the keyboard alone, and one with taps alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from tests.journey.eyes import is_in_view, spoken
from tests.journey.papers import CLASS_LIST
from tests.journey.path import begin_a_lesson
from tests.journey.teacher import CTRL, Teacher

MOST_TABS = 120


@pytest.fixture
def keys(teacher: Teacher, monkeypatch: pytest.MonkeyPatch) -> Teacher:
    """A teacher whose mouse is broken, and who must always see where she is."""

    def broken(*_anything: object) -> None:
        pytest.fail("the mouse was used")

    press = teacher.press

    def pressed(
        key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        press(key, modifier)
        where_she_is(teacher)

    for way in ("click", "right_click", "drag", "carrying", "click_row", "pick"):
        monkeypatch.setattr(teacher, way, broken)
    monkeypatch.setattr(teacher, "press", pressed)
    return teacher


def where_she_is(teacher: Teacher) -> QWidget:
    """What has the keyboard; it can be seen."""
    focus = QApplication.focusWidget() or teacher.window.focusWidget()
    assert focus is not None, "the keyboard is nowhere"
    teacher.wait(focus.isVisible)
    inside = focus.viewport() if isinstance(focus, QAbstractScrollArea) else focus
    assert is_in_view(inside), f"“{spoken(focus)}” has the keyboard and cannot be seen"
    return focus


def tab_to(teacher: Teacher, name: str) -> None:
    """Press Tab until something that is called so has the keyboard."""
    met: list[str] = []
    while not (met and met[-1].startswith(name)):
        assert len(met) < MOST_TABS, f"{name} is not among {met}"
        teacher.press(Qt.Key.Key_Tab)
        met.append(spoken(where_she_is(teacher)))


def press_button(teacher: Teacher, name: str) -> None:
    tab_to(teacher, name)
    teacher.press(Qt.Key.Key_Space)


def choose_by_key(teacher: Teacher, words: str) -> None:
    """Walk down the open menu to a line, and take it."""
    teacher.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _line in menu.actions():
        teacher.press(Qt.Key.Key_Down)
        found = menu.activeAction()
        if found is not None and found.text().startswith(words):
            break
    else:
        pytest.fail(f"no {words} in the menu")
    teacher.press(Qt.Key.Key_Return)


def test_a_lesson_from_the_list_to_its_end_with_the_keyboard_alone(keys: Teacher) -> None:
    keys.paste(CLASS_LIST)
    keys.wait_to_read("2 rows need you")
    keys.type("Mateo")
    keys.press(Qt.Key.Key_Return)
    keys.wait_to_read("1 row needs you")
    press_button(keys, "Skip")
    keys.wait_to_read("Every row is clear")
    press_button(keys, "Add 28 students")
    press_button(keys, "Done")
    press_button(keys, "Plan a lesson")
    press_button(keys, "Use this plan")
    press_button(keys, "Start")
    keys.wait_for_projector()
    she_runs_the_round(keys)
    press_button(keys, "Next")
    assert keys.board_says().startswith("transition 2")
    press_button(keys, "More for this lesson")
    choose_by_key(keys, "End lesson")
    keys.wait_to_read("28 students")
    assert keys.board_places() == {}


def she_runs_the_round(keys: Teacher) -> None:
    """Over to a card, lift it and set it down, flag it, pause, a minute more."""
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Right)
    student = spoken(where_she_is(keys)).partition(",")[0]
    before = keys.place_of(student)
    keys.press(Qt.Key.Key_M)
    keys.press(Qt.Key.Key_5)
    assert keys.place_of(student) == "Choice & create" != before
    keys.press(Qt.Key.Key_Z, CTRL)
    assert keys.place_of(student) == before
    keys.press(Qt.Key.Key_F)
    assert keys.card(student).view.flag
    keys.press(Qt.Key.Key_Space)
    assert keys.board_says().endswith("paused")
    keys.press(Qt.Key.Key_Plus)
    keys.press(Qt.Key.Key_Space)
    assert keys.board_says() == "round 1: 13"


def test_a_lesson_with_taps_alone(teacher: Teacher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is dragged and, once the list is in, no key is pressed."""
    begin_a_lesson(teacher)
    teacher.wait_for_projector()

    def broken(*_anything: object) -> None:
        pytest.fail("something other than a tap was used")

    for way in ("press", "type", "drag", "carrying", "right_click"):
        monkeypatch.setattr(teacher, way, broken)
    student = teacher.console_places()["Games"][0]
    teacher.click(teacher.card(student))
    teacher.click(teacher.station("Choice & create").head)
    assert teacher.place_of(student) == "Choice & create"
    teacher.click("Undo")
    assert teacher.place_of(student) == "Games"
    teacher.click("Pause")
    teacher.click("Resume")
    teacher.click("Next")
    assert teacher.board_says().startswith("transition 2")
    teacher.click("More for this lesson")
    teacher.choose("End lesson")
    teacher.wait_to_read("28 students")
