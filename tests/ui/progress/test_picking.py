"""Picking students and a skill, and what it is for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.changes import gone, label
from app.domain.classes import VISIT, Rule, SchoolClass
from app.domain.ids import ClassId
from app.services.suggestions import SuggestionService
from tests.fakes.progress_class import ProgressClass
from ui.desk.progress_groups import ProgressGroups
from ui.progress.picked import picked

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Desk:
    """Hears what is said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)


def spot(page, row: int, column: int) -> QPoint:
    return page.heat.visualRect(page.heat.heat.index(row, column)).center()


def click(page, row: int, column: int, keys=CTRL) -> None:
    QTest.mouseClick(page.heat.viewport(), LEFT, keys, spot(page, row, column))


def names(page) -> list[str]:
    found = picked(page.shown, page.heat.heat.picks)
    return list(found.students.values())


@pytest.fixture
def keyboard(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.heat.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def test_ctrl_picks_cell_by_cell_and_opens_nobody(page) -> None:
    click(page, 0, 1)
    click(page, 2, 1)
    assert names(page) == ["Amara", "Maya L."]
    assert page.parts.picks.about.text() == "2 students · Round"
    assert page.parts.picks.isVisible()
    assert not page.drawer.is_open()
    click(page, 0, 1)
    assert names(page) == ["Maya L."]


def test_shift_picks_all_between(page) -> None:
    click(page, 0, 1)
    click(page, 3, 1, SHIFT)
    assert names(page) == ["Amara", "Ben", "Maya L.", "Maya P."]


def test_drawing_across_cells_picks_them_and_a_plain_click_still_opens(page) -> None:
    view = page.heat.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, spot(page, 0, 0))
    QTest.mouseMove(view, spot(page, 1, 0))
    QTest.mouseMove(view, spot(page, 2, 1))
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, spot(page, 2, 1))
    assert len(page.heat.heat.picks) == 6
    assert not page.drawer.is_open()
    assert page.parts.picks.about.text() == "3 students · 2 skills"
    click(page, 3, 1, Qt.KeyboardModifier.NoModifier)
    assert page.drawer.is_open()


def test_by_keyboard(keyboard, qtbot) -> None:
    heat = keyboard.heat
    heat.setCurrentIndex(heat.heat.index(1, 1))
    qtbot.keyClick(heat, Qt.Key.Key_Space)
    assert names(keyboard) == ["Ben"]
    qtbot.keyClick(heat, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(heat, Qt.Key.Key_Down, SHIFT)
    assert names(keyboard) == ["Ben", "Maya L.", "Maya P."]
    qtbot.keyClick(heat, Qt.Key.Key_Up, SHIFT)
    assert names(keyboard) == ["Ben", "Maya L."]
    qtbot.keyClick(heat, Qt.Key.Key_A, CTRL)
    assert len(names(keyboard)) == 4
    qtbot.keyClick(heat, Qt.Key.Key_Escape)
    assert names(keyboard) == []
    assert not keyboard.parts.picks.isVisible()


def test_a_picked_cell_is_spoken_as_picked(page) -> None:
    click(page, 0, 1)
    said = page.heat.heat.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "No evidence, picked"


def test_picks_stay_with_their_students_in_another_order(page) -> None:
    click(page, 0, 1)
    page.heat.order_wanted.emit("name", None)
    assert names(page) == ["Amara"]
    assert page.parts.picks.isVisible()


def test_a_picked_group_must_meet_the_teacher_in_the_next_lesson(page, room) -> None:
    desk, lesson = Desk(), room.lesson()
    link(desk, page, room)
    click(page, 1, 1)
    click(page, 2, 1)
    page.parts.picks.plan.click()
    rule = room.store.find(Rule)[0]
    wanted = (room.students[BEN], room.students[MAYA])
    assert (rule.kind, rule.lesson_id, rule.skill_id) == (VISIT, lesson.id, room.skills["Round"].id)
    assert rule.student_ids == wanted
    assert page.heat.heat.picks == frozenset()
    assert room.workspace.next_undo.facts == {"count": "2", "skill": "Round"}
    room.workspace.undo()
    assert room.store.find(Rule) == ()


def test_several_skills_name_no_reason_and_one_student_is_named(page, room) -> None:
    room.lesson()
    link(Desk(), page, room)
    click(page, 1, 0)
    click(page, 1, 1)
    page.parts.picks.plan.click()
    assert room.store.find(Rule)[0].skill_id is None
    assert room.workspace.next_undo.verb == "visit planned for no skill"
    assert room.workspace.next_undo.facts["student"] == "Ben"


def test_without_a_lesson_and_a_station_it_says_what_to_do_and_the_picks_stay(page, room) -> None:
    for station in (room.table_station, room.tablets):
        room.workspace.edit(label("set up"), gone(station))
    desk = Desk()
    link(desk, page, room)
    click(page, 1, 1)
    page.parts.picks.plan.click()
    said = "No lesson waits, and there is no station to plan one with. Add stations first."
    assert desk.said == [said]
    assert names(page) == ["Ben"]


def test_another_class_begins_with_nobody_picked(page, room) -> None:
    click(page, 1, 1)
    other = SchoolClass(ClassId(room.ids()), "5A", "Maths", 0)
    room.keep(other)
    page.show_class(other.id)
    assert page.heat.heat.picks == frozenset()


def link(desk: Desk, page, room: ProgressClass) -> None:
    service = SuggestionService(room)
    ProgressGroups(desk, page, service)
