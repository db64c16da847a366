"""Names are moved, changed, pinned and let go by pointer, click, key and menu."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu

from app.domain.choices import Choice
from tests.fakes.classroom import Classroom
from tests.ui.plan.conftest import open_page
from ui.plan.grid.chip import PlanChip
from ui.plan.grid.chip_menu import chip_menu
from ui.plan.plan_page import PlanPage
from ui.plan.plan_words import mark_words
from ui.widgets.spoken import speak_of_ours

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


def chip_at(page: PlanPage, number: int, column: int) -> PlanChip:
    return next(c for c in page.grid.chips() if (c.round, c.column) == (number, column))


def pins(page: PlanPage, room: Classroom, student) -> tuple[int, ...]:
    return next(p.pins for p in room.lessons.paths(page.lesson_id) if p.student_id == student)


def own_paths(page: PlanPage) -> None:
    page.deeds.choose_mode("own")


def test_what_is_moved_by_hand_is_pinned_there_and_says_so(planned, room) -> None:
    own_paths(planned)
    chip = chip_at(planned, 2, 0)
    planned.grid.put.emit(chip.student, 2, planned.shown.stations[3].id)
    moved = planned.grid.chip(chip.student, 2)
    assert (moved.column, moved.marks.pinned) == (3, True)
    assert mark_words(moved.marks) == ("Pinned",)
    assert moved.accessibleDescription().endswith("round 2. Pinned")
    assert pins(planned, room, chip.student) == (2,)


def test_p_pins_and_delete_lets_go(planned, room, qtbot) -> None:
    own_paths(planned)
    chip = chip_at(planned, 1, 1)
    qtbot.keyClick(chip, Key.Key_P)
    assert pins(planned, room, chip.student) == (1,)
    qtbot.keyClick(chip, Key.Key_Delete)
    assert pins(planned, room, chip.student) == ()
    qtbot.keyClick(chip, Key.Key_Delete)
    assert room.workspace.next_undo.verb == "unpinned"


def test_a_click_on_a_second_name_lets_both_change_places(planned, qtbot) -> None:
    own_paths(planned)
    one, other = chip_at(planned, 3, 0), chip_at(planned, 3, 2)
    qtbot.mouseClick(one, LEFT)
    qtbot.mouseClick(other, LEFT)
    assert planned.grid.chip(one.student, 3).column == 2
    assert planned.grid.chip(other.student, 3).column == 0
    assert planned.grid.selected is None


def test_a_second_name_of_another_round_is_selected_instead(planned, qtbot) -> None:
    one, other = chip_at(planned, 1, 0), chip_at(planned, 2, 2)
    qtbot.mouseClick(one, LEFT)
    qtbot.mouseClick(other, LEFT)
    assert planned.grid.selected == other.student


def test_enter_lifts_and_drops(planned, qtbot) -> None:
    own_paths(planned)
    chip = chip_at(planned, 1, 0)
    qtbot.keyClick(chip, Key.Key_Return)
    assert planned.grid.selected == chip.student
    qtbot.keyClick(chip, Key.Key_Right)
    qtbot.keyClick(chip, Key.Key_Return)
    assert planned.grid.chip(chip.student, 1).column == 1


def test_ctrl_and_an_arrow_go_to_the_next_station(planned, qtbot) -> None:
    chip = chip_at(planned, 1, 0)
    planned.activateWindow()
    chip.setFocus()
    qtbot.keyClick(chip, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    (stop,) = [c for c in planned.grid.chips() if c.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert (stop.round, stop.column) == (1, 1)


def over(page: PlanPage, qtbot, chip: PlanChip, column: int) -> QPoint:
    """Carry a chip over a station of its round; returns where the pointer is on the chip."""
    qtbot.mousePress(chip, LEFT, pos=QPoint(5, 5))
    qtbot.mouseMove(chip, QPoint(60, 5))
    goal = page.grid.mapToGlobal(page.grid.cell_rect(chip.round, column).center())
    qtbot.mouseMove(chip, chip.mapFromGlobal(goal))
    return chip.mapFromGlobal(goal)


def test_while_a_name_is_held_the_plan_says_what_it_would_be_worth(planned, room, qtbot) -> None:
    own_paths(planned)
    kept = planned.view.quality.facts["kept"]
    before = kept.text()
    one, other = chip_at(planned, 1, 0), chip_at(planned, 1, 1)
    room.classes.keep_apart(room.class_id, [one.student, other.student])
    assert kept.tone() == "ok"
    at = over(planned, qtbot, planned.grid.chip(one.student, 1), 1)
    assert kept.tone() == "warn"
    assert kept.text() != before
    qtbot.keyClick(planned.grid.chip(one.student, 1), Key.Key_Escape)
    assert kept.tone() == "ok"
    qtbot.mouseRelease(planned.grid.chip(one.student, 1), LEFT, pos=at)
    assert planned.grid.chip(one.student, 1).column == 0
    assert planned.grid.selected is None


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_name_is_dropped_where_the_pointer_is(planned, qtbot, direction) -> None:
    own_paths(planned)
    planned.setLayoutDirection(direction)
    chip = chip_at(planned, 1, 0)
    at = over(planned, qtbot, chip, 4)
    qtbot.mouseRelease(chip, LEFT, pos=at)
    assert planned.grid.chip(chip.student, 1).column == 4


def lines(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


@pytest.fixture
def menu_of(planned, theme):
    """The menu of a chip."""
    return lambda chip: chip_menu(theme, planned, planned.shown, chip, planned.deeds)


def test_the_menu_of_a_name_has_all_of_it_for_who_does_not_drag(planned, room, menu_of) -> None:
    own_paths(planned)
    chip = chip_at(planned, 1, 0)
    menu = menu_of(chip)
    assert lines(menu)[:3] == ["Move to", "Pin this place", "Pin in every round"]
    move = menu.actions()[0].menu()
    assert len(move.actions()) == 4
    move.actions()[1].trigger()
    moved = planned.grid.chip(chip.student, 1)
    assert moved.column == 2
    assert "Let go of this place" in lines(menu_of(moved))
    every = next(a for a in menu_of(moved).actions() if a.text() == "Pin in every round")
    every.trigger()
    assert pins(planned, room, chip.student) == (1, 2, 3, 4)


def test_who_must_meet_the_teacher_is_marked_at_her_table(planned) -> None:
    chip = chip_at(planned, 1, 0)
    planned.rules.begin("visit", (chip.student,))
    planned.side.form.keep_button.click()
    marked = {(c.student, c.round) for c in planned.grid.chips() if c.marks.colour}
    assert marked == {(chip.student, 1)}
    assert mark_words(planned.grid.chip(chip.student, 1).marks) == ("Must meet the teacher",)


def test_sixty_students_eight_stations_and_six_rounds_are_drawn(qtbot, theme) -> None:
    room = Classroom(students=60)
    page = open_page(qtbot, theme, room)
    page.empty.plan_button.click()
    assert len(list(page.grid.chips())) > 200
    page.grid.grab()


def test_where_a_student_would_like_to_go_is_written_down(planned, room, menu_of) -> None:
    chip = chip_at(planned, 1, 0)
    choices = planned.view.quality.facts["choices"]
    assert not choices.isVisible()
    wish = next(a.menu() for a in menu_of(chip).actions() if a.text() == "Would like")
    wish.actions()[1].trigger()
    (choice,) = room.store.find(Choice)
    assert (choice.student_id, choice.station_ids) == (
        chip.student,
        (planned.shown.stations[1].id,),
    )
    assert choices.text() == "1 of 1 first choices"
    wish = next(a.menu() for a in menu_of(chip).actions() if a.text() == "Would like")
    wish.actions()[-1].trigger()
    assert room.store.find(Choice) == ()


def test_what_is_held_and_over_what_is_said_aloud(planned, qtbot) -> None:
    chip = chip_at(planned, 1, 0)
    said: list[str] = []
    planned.grid.say.listen(said.append)
    qtbot.mouseClick(chip, LEFT)
    qtbot.keyClick(chip, Key.Key_Right)
    assert said[0].startswith(f"{chip.label()} lifted.")
    assert said[1].startswith("Games. ")


def test_cells_names_and_rules_are_told_to_a_screen_reader(qtbot, theme, room) -> None:
    speak_of_ours()
    planned = open_page(qtbot, theme, room)
    planned.empty.plan_button.click()
    cell = planned.grid.spoken[1, 0]
    said = QAccessible.queryAccessibleInterface(cell)
    assert said.role() == QAccessible.Role.Grouping
    assert said.text(QAccessible.Text.Name) == "Teacher table, round 1"
    assert said.text(QAccessible.Text.Description) == "4 of 6"
    assert cell.geometry() == planned.grid.cell_rect(1, 0)
    chip = chip_at(planned, 1, 0)
    assert not QAccessible.queryAccessibleInterface(chip).state().selected
    qtbot.mouseClick(chip, LEFT)
    assert QAccessible.queryAccessibleInterface(chip).state().selected
    row = QAccessible.queryAccessibleInterface(planned.side.rules.rows[0])
    assert row.role() == QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name) == "A seat for everyone. Seats. Kept"


def test_a_lesson_with_fewer_rounds_has_fewer_cells(planned, room) -> None:
    lesson = room.lessons.lesson(planned.lesson_id)
    room.lessons.edit(replace(lesson, rounds=2), room.rng())
    with pytest.raises(KeyError):
        planned.grid.spoken[3, 0]
