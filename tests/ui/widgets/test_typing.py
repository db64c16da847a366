"""Lines and areas to type in."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

TOP = QPoint(90, 1)


def test_a_field_is_36_high_and_says_what_it_is_for(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "One-line note")
    qtbot.addWidget(field)
    assert field.sizeHint().height() == 36
    assert field.accessibleName() == field.placeholderText() == "One-line note"


def test_what_was_not_understood_has_a_thick_red_edge(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme)
    qtbot.addWidget(field)
    field.resize(180, 36)
    assert is_near(picture_of(field).pixelColor(TOP), theme.colour("surface"), 2)
    field.set_error(True)
    assert field.has_error()
    assert is_near(picture_of(field).pixelColor(TOP), theme.colour("danger_line"), 2)


def test_the_field_with_the_focus_has_a_thick_edge(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    one, two = Field(theme), Field(theme)
    rows.addWidget(one)
    rows.addWidget(two)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    two.setFocus(Qt.FocusReason.MouseFocusReason)
    assert is_near(picture_of(two).pixelColor(TOP), theme.colour("focus"), 2)
    assert is_near(picture_of(one).pixelColor(TOP), theme.colour("surface"), 2)


def test_the_text_keeps_clear_of_the_icon_on_either_side(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, icon="magnifying-glass")
    qtbot.addWidget(field)
    field.resize(180, 36)
    assert field.textMargins().left() == 33
    assert place_of(picture_of(field), theme.colour("text2")).right() < 30
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().right() == 33
    assert place_of(picture_of(field), theme.colour("text2")).left() > 150


def test_an_area_takes_plain_text_and_lets_tab_go_on(theme: Theme, qtbot: QtBot) -> None:
    area = TextArea(theme, "One name on each line")
    qtbot.addWidget(area)
    with qtbot.waitSignal(area.changed):
        area.set_text("Maya\n<b>Ben</b>")
    assert area.text() == "Maya\n<b>Ben</b>"
    assert area.edit.tabChangesFocus()
    assert area.focusProxy() is area.edit


def test_an_area_marks_what_was_not_understood(theme: Theme, qtbot: QtBot) -> None:
    area = TextArea(theme)
    qtbot.addWidget(area)
    area.resize(180, 90)
    area.set_error(True)
    assert is_near(picture_of(area).pixelColor(TOP), theme.colour("danger_line"), 2)


def test_typing_follows_scheme_and_text_size(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme)
    qtbot.addWidget(field)
    theme.choose(scheme="dark", scale=1.5)
    assert field.sizeHint().height() == 54
    field.resize(180, 54)
    assert is_near(picture_of(field).pixelColor(90, 8), theme.colour("surface"), 2)


def test_a_long_text_is_seen_from_its_beginning_until_someone_types(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    field, other = Field(theme), Field(theme)
    rows.addWidget(field)
    rows.addWidget(other)
    field.setText("Bring your whiteboard to the teacher table.")
    assert field.cursorPosition() == 0
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    field.setText("Bring your ruler")
    qtbot.keyClicks(field, "!")
    assert field.text() == "Bring your ruler!"
    other.setFocus()
    assert field.cursorPosition() == 0
