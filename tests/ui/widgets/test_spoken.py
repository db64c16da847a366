"""What a screen reader is told about cards, places and choices."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.stations.card_list import CardList
from ui.live.stations.live_card import LiveCard
from ui.live.stations.motion import Slides
from ui.plan.grid.chip import PlanChip
from ui.widgets.button import Button
from ui.widgets.card import StudentCard
from ui.widgets.card_view import CardView
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown
from ui.widgets.level import LevelButton
from ui.widgets.rail import Rail
from ui.widgets.segmented import Segmented
from ui.widgets.spoken import ROLES
from ui.widgets.surface import Surface
from ui.widgets.toggle import Toggle

UI = Path(__file__).resolve().parents[3] / "ui"


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def card(theme, qtbot):
    card = StudentCard(theme)
    qtbot.addWidget(card)
    card.show_card(CardView(1, "Amara", "AO", flag="Check in"))
    return card


def test_a_student_is_one_of_a_list_and_no_check_box(card) -> None:
    said = spoken(card)
    assert said.role() == QAccessible.Role.ListItem
    assert said.state().selectable
    assert not said.state().checkable


def test_whether_a_student_is_selected_is_said(card) -> None:
    for selected in (True, False):
        card.set_selected(selected)
        assert bool(spoken(card).state().selected) is selected


def test_a_students_name_is_said_once(card) -> None:
    said = spoken(card)
    assert said.text(QAccessible.Text.Name).startswith("Amara")
    assert card.toolTip()
    assert said.text(QAccessible.Text.Description) == ""


def test_what_is_on_or_off_is_clicked_and_not_only_turned_over(theme, qtbot) -> None:
    """Qt's own reader's action would change the look, and nobody would hear of it."""
    rail, segments, toggle = Rail(theme), Segmented(theme), Toggle(theme)
    rail.set_items([("live", "Live", "play-circle"), ("plan", "Plan & more", "calendar-blank")])
    segments.set_items([("a", "One", None, ""), ("b", "Two", None, "")])
    check, button = Check(theme, "I have it"), Button(theme, "Again")
    button.setCheckable(True)
    toggle.setAccessibleName("Sounds")
    buttons = {
        "Plan & more": rail.item("plan"),
        "Two": segments.segment("b"),
        "Sounds": toggle,
        "I have it": check,
        "Again": button,
    }
    for widget in (rail, segments, toggle, check, button):
        qtbot.addWidget(widget)
    for name, one in buttons.items():
        said = spoken(one)
        assert said.text(QAccessible.Text.Name) == name
        assert said.role() in {QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
        with qtbot.waitSignal(one.clicked):
            said.actionInterface().doAction(said.actionInterface().actionNames()[0])
        assert spoken(one).state().checkable
        assert spoken(one).state().checked == one.isChecked()


def test_a_screen_reader_can_press_a_student(card, qtbot) -> None:
    with qtbot.waitSignal(card.clicked):
        spoken(card).actionInterface().doAction(QAccessibleActionInterface.pressAction())


def test_a_place_that_is_none_is_a_button(theme, qtbot) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.set_items([("live", "Live", "play-circle")], [("lock", "Lock", "lock")], deeds=("lock",))
    rail.set_current("live")
    with qtbot.waitSignal(rail.picked):
        rail.item("lock").click()
    assert spoken(rail.item("lock")).role() == QAccessible.Role.Button
    assert rail.current() == "live"


def test_a_dropdown_says_what_it_is_for_and_what_is_chosen(theme, qtbot) -> None:
    box = Dropdown(theme)
    qtbot.addWidget(box)
    box.setAccessibleName("Skill")
    box.set_items([(1, "Add fractions"), (2, "Compare fractions")])
    assert spoken(box).text(QAccessible.Text.Name) == "Skill, Add fractions"
    assert spoken(box).text(QAccessible.Text.Value) == "Add fractions"
    assert spoken(box).state().expandable


def test_a_level_is_one_of_several(theme, qtbot) -> None:
    level = LevelButton(theme, 3, "Secure")
    qtbot.addWidget(level)
    assert spoken(level).role() == QAccessible.Role.RadioButton
    level.setChecked(True)
    assert spoken(level).state().checked


def test_a_list_is_read_as_it_is_seen_however_its_cards_came(theme, qtbot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    holder = CardList(theme, Slides(theme, over), over)
    later, first = (LiveCard(theme, StudentId(one), holder) for one in (1, 2))
    holder.set_cards([first, later], 1, "blue")
    told = spoken(holder)
    assert [told.child(at).object() for at in range(3)] == [first, later, holder.free_seats]
    assert told.indexOfChild(spoken(later)) == 1


def test_every_class_with_a_role_of_its_own_is_there() -> None:
    source = "\n".join(file.read_text("utf-8") for file in UI.rglob("*.py"))
    assert [name for name in ROLES if f"class {name}(" not in source] == []


def test_every_widget_that_names_itself_says_what_it_is() -> None:
    """Qt takes a plain widget for filling, and a reader may pass over its name."""
    classes = {
        node.name: node
        for file in UI.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }

    def line_of(name: str) -> list[str]:
        """The class and all it comes from."""
        bases = classes[name].bases if name in classes else []
        above = [base.id for base in bases if isinstance(base, ast.Name)]
        return [name, *(one for base in above for one in line_of(base))]

    named = [
        name for name, node in classes.items() if "self.setAccessibleName(" in ast.unparse(node)
    ]
    plain = [name for name in named if "QWidget" in line_of(name) and not name.startswith("_")]
    known = {*ROLES, "Surface"}
    assert [name for name in plain if not known & set(line_of(name))] == []


def test_a_surface_with_a_name_is_a_group(theme, qtbot) -> None:
    surface = Surface(theme)
    qtbot.addWidget(surface)
    assert spoken(surface).role() == QAccessible.Role.Client
    surface.setAccessibleName("Carry over")
    assert spoken(surface).role() == QAccessible.Role.Grouping


def test_places_and_choices_are_one_of_several_and_no_check_boxes(theme, qtbot) -> None:
    rail, row = Rail(theme), Segmented(theme)
    qtbot.addWidget(rail)
    qtbot.addWidget(row)
    rail.set_items([("live", "Live", "play-circle"), ("plan", "Plan", "calendar-dots")])
    row.set_items([("a", "Compact", None, ""), ("b", "Roomy", None, "")])
    for button in (rail.item("plan"), row.segment("b")):
        assert spoken(button).role() == QAccessible.Role.RadioButton
        button.click()
        assert spoken(button).state().checked
    assert not spoken(row.segment("a")).state().checked


def test_a_name_that_can_be_taken_says_itself(theme, qtbot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    chip = PlanChip(theme, StudentId(7), 1, room)
    chip.setText("Ben & Co")
    assert spoken(chip).text(QAccessible.Text.Name) == "Ben & Co"
