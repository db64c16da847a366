"""What a screen reader is told about cards, places and choices."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from ui.widgets.card import StudentCard
from ui.widgets.card_view import CardView
from ui.widgets.rail import Rail
from ui.widgets.segmented import Segmented


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


def test_a_screen_reader_can_press_a_student(card, qtbot) -> None:
    with qtbot.waitSignal(card.clicked):
        spoken(card).actionInterface().doAction(QAccessibleActionInterface.pressAction())


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
