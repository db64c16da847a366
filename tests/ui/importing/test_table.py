"""Rows are painted, yet every button works by pointer and keyboard, and names are whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.domain.roster.columns import ColumnUse
from tests.ui.importing.lists import (
    AMARA,
    COMP,
    GARCIA,
    LUCIA,
    ROSSI,
    TOTAL,
    WHITAKER,
    ImportRoom,
    build,
)
from tests.ui.pictures import picture_of
from ui.importing.table import ImportTable
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field


@pytest.fixture
def room(qtbot, theme) -> Iterator[ImportRoom]:
    for room in build(qtbot, theme):
        room.page.paste(COMP)
        qtbot.waitUntil(lambda room=room: room.page.check.model.note_column > 1)
        yield room


@pytest.fixture
def table(room) -> ImportTable:
    return room.page.check.card.table


def button_at(room: ImportRoom, row: int, number: int = 0) -> QPoint:
    """The middle of a painted button, in the viewport."""
    table, model = room.page.check.card.table, room.page.check.model
    index = model.index(model.place_of(row), model.note_column)
    table.scrollTo(index)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    delegate = table.itemDelegate()
    for x in range(option.rect.left(), option.rect.right()):
        point = QPoint(x, option.rect.center().y())
        action = delegate.action_at(option, index, point)
        if action is not None and action == model.actions(model.row_at(index))[number]:
            return point + QPoint(4, 0)
    raise AssertionError("no such button")


def click(qtbot, room: ImportRoom, row: int, number: int = 0) -> None:
    viewport = room.page.check.card.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=button_at(room, row, number))


@pytest.mark.parametrize(
    ("row", "number", "state"),
    [
        (AMARA, 0, "left out"),
        (AMARA, 1, "fixed for you"),
        (LUCIA, 0, "ready"),
        (TOTAL, 0, "needs you"),
    ],
)
def test_a_painted_button_works_with_one_click(room, qtbot, row, number, state) -> None:
    click(qtbot, room, row, number)
    assert room.state(row) == state


def test_a_press_that_ends_elsewhere_does_nothing(room, table, qtbot) -> None:
    at = button_at(room, AMARA)
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(300, 0))
    assert room.state(AMARA) == "needs you"


def test_undo_of_a_repair_and_the_way_back(room, qtbot) -> None:
    click(qtbot, room, LUCIA)
    assert room.page.work.draft.row(LUCIA).name.given == "LucÃa"
    click(qtbot, room, LUCIA)
    assert room.page.work.draft.row(LUCIA).name.given == "Lucía"


def test_arrows_walk_the_rows_and_the_present_one_has_real_buttons(table, qtbot) -> None:
    table.go_to(GARCIA)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.present() == AMARA
    names = [b.accessibleName() for b in table.viewport().findChildren(QWidget) if b.isVisible()]
    assert {"Skip", "Keep both"} <= set(names)


def test_enter_goes_into_the_row_and_space_presses_its_button(room, table, qtbot) -> None:
    table.go_to(AMARA)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    button = room.page.window().focusWidget()
    assert button.accessibleName() == "Skip"
    assert "Amara is already in 4B" in button.accessibleDescription()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert room.state(AMARA) == "left out"
    assert table.hasFocus()


def test_tab_goes_from_the_table_into_the_row_and_on(room, table, qtbot) -> None:
    table.go_to(GARCIA)
    table.setFocus()
    passed = []
    for _ in range(3):
        qtbot.keyClick(room.page.window().focusWidget(), Qt.Key.Key_Tab)
        control = room.page.window().focusWidget()
        passed.append(control.accessibleName() or control.text())
    assert passed == ["First name", "Skip", "Next problem"]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(room.page.window().focusWidget(), Dropdown)


def test_the_controls_of_the_present_row_scroll_with_it(room, table) -> None:
    room.page.paste("Surname,Forename\nSol,\n" + "Wu,Ben\n" * 40)
    field = table.viewport().findChild(Field)
    before = field.mapTo(table.viewport(), field.rect().topLeft()).y()
    table.verticalScrollBar().setValue(20)
    after = field.mapTo(table.viewport(), field.rect().topLeft()).y()
    assert before - after == table.verticalScrollBar().value() > 0


def test_delete_skips_the_present_row_if_it_asks(room, table, qtbot) -> None:
    table.go_to(AMARA)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert room.state(AMARA) == "left out"


def test_any_name_can_be_typed_over_where_it_stands(room, table, qtbot) -> None:
    model = room.page.check.model
    table.setCurrentIndex(model.index(model.place_of(WHITAKER), model.column_of(ColumnUse.FIRST)))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(Field)
    editor.setText("Benny")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.page.work.draft.row(WHITAKER).name.given == "Benny")


def test_a_left_out_row_and_a_left_out_column_cannot_be_typed_over(room) -> None:
    model = room.page.check.model
    row = model.place_of(TOTAL)
    editable = Qt.ItemFlag.ItemIsEditable
    assert not any(model.flags(model.index(row, at)) & editable for at in range(6))
    ready = model.place_of(WHITAKER)
    assert not model.flags(model.index(ready, 4)) & editable


def test_clicking_the_blank_of_another_row_goes_into_its_field(room, table, qtbot) -> None:
    room.page.work.decide(ROSSI, "undo")
    model = room.page.check.model
    index = model.index(model.place_of(ROSSI), model.column_of(ColumnUse.FIRST))
    table.scrollTo(index)
    point = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert isinstance(room.page.window().focusWidget(), Field)
    assert table.present() == ROSSI


def test_the_present_row_stays_present_when_the_order_turns(room, table) -> None:
    table.go_to(AMARA)
    room.page.check.order.click()
    assert table.present() == AMARA
    room.page.check.order.click()
    assert table.present() == AMARA


def test_when_the_present_row_is_gone_the_next_one_is_present(room, table, qtbot) -> None:
    tabs = room.page.check.filter.tabs
    tabs.segment(room.page.work.draft.row(GARCIA).state).click()
    table.go_to(AMARA)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.present() == GARCIA
    assert table.hasFocus() or isinstance(room.page.window().focusWidget(), Field)


def test_three_hundred_rows_have_the_widgets_of_one(room, table) -> None:
    names = "".join(f"Surname{at},Name{at},\n" for at in range(300))
    room.page.paste("Surname,Forename,DOB\nWu,,\n" + names)
    assert room.page.check.model.rowCount() == 301
    alive = [w for w in table.viewport().findChildren(QWidget) if w.isVisible()]
    assert 0 < len(alive) < 12


def test_a_long_name_makes_its_row_higher_instead_of_being_cut(room, table) -> None:
    room.page.paste("Jo Wu\nAnneliese-Marie von Hohenlohe-Langenburg-Schillingsfürst\n")
    model = room.page.check.model
    short, long = (table.rowHeight(model.place_of(row)) for row in (0, 1))
    assert short == 40
    assert long > 60


def test_rows_are_higher_when_letters_are_larger(table, theme) -> None:
    before = table.rowHeight(0)
    theme.choose(scale=1.5)
    assert table.rowHeight(0) >= before * 1.4


@pytest.mark.parametrize("name", ["<b>Ben</b>", "<img src=file:///x>", "Ben & Co", "%n"])
def test_a_name_is_shown_letter_by_letter_whatever_it_holds(room, name) -> None:
    room.page.paste(f"Amara Bello\n{name}\n")
    model = room.page.check.model
    shown = [model.data(model.index(at, 1)) for at in range(model.rowCount())]
    assert name in shown


def test_what_was_repaired_is_spoken_with_what_it_was(room) -> None:
    model = room.page.check.model
    cell = model.index(model.place_of(LUCIA), model.column_of(ColumnUse.FIRST))
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Lucía, was LucÃa"
    note = model.index(model.place_of(LUCIA), model.note_column)
    spoken = model.data(note, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Fixed for you. Broken letters repaired"


def test_rows_that_need_the_teacher_stand_out_in_both_schemes(table, theme) -> None:
    for scheme in ("light", "dark"):
        theme.choose(scheme=scheme)
        picture = picture_of(table)
        assert picture.pixelColor(3, 30) == theme.colour("warn_tint")


def test_a_name_being_typed_keeps_the_focus_when_the_look_changes(room, table, theme) -> None:
    table.go_to(GARCIA)
    theme.choose(scheme="dark")
    focused = room.page.window().focusWidget()
    assert isinstance(focused, Field)
    assert table.isAncestorOf(focused)
