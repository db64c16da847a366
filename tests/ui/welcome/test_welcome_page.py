"""Three doors, each of them one action away."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from ui.welcome.welcome_page import WelcomePage

LIST = "Maya Lindqvist\nBen Whitaker\n王梓涵\n"


@pytest.fixture
def page(qtbot, theme) -> WelcomePage:
    shown = WelcomePage(theme)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    return shown


def test_the_demo_and_the_backup_are_one_click_away(page, qtbot) -> None:
    with qtbot.waitSignal(page.demo_wanted):
        qtbot.mouseClick(page.demo_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.backup_wanted):
        qtbot.mouseClick(page.backup_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.file_wanted):
        qtbot.mouseClick(page.paste.file_button, Qt.MouseButton.LeftButton)


def test_a_pasted_list_goes_on_at_once(page, qtbot) -> None:
    mime = QMimeData()
    mime.setText(LIST)
    with qtbot.waitSignal(page.pasted) as told:
        page.paste.area.edit.insertFromMimeData(mime)
    assert told.args == [LIST]


def test_a_typed_list_waits_for_the_button(page, qtbot) -> None:
    assert not page.paste.check_button.isVisible()
    with qtbot.assertNotEmitted(page.pasted):
        qtbot.keyClicks(page.paste.area.edit, "Maya")
        qtbot.keyClick(page.paste.area.edit, Qt.Key.Key_Return)
        qtbot.keyClicks(page.paste.area.edit, "Ben")
    with qtbot.waitSignal(page.pasted) as told:
        qtbot.mouseClick(page.paste.check_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Maya\nBen"]


def test_control_enter_goes_on_from_the_field(page, qtbot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.assertNotEmitted(page.pasted):
        qtbot.keyClick(page.paste.area.edit, Qt.Key.Key_Return, control)
    qtbot.keyClicks(page.paste.area.edit, "Maya")
    with qtbot.waitSignal(page.pasted):
        qtbot.keyClick(page.paste.area.edit, Qt.Key.Key_Return, control)


def test_the_field_can_be_emptied_for_another_list(page, qtbot) -> None:
    page.paste.area.set_text(LIST)
    page.paste.clear()
    with qtbot.waitSignal(page.pasted):
        page.paste.area.set_text(LIST)


def test_the_text_size_is_picked_from_a_menu(page, qtbot) -> None:
    actions = page.size_menu().actions()
    assert [action.isChecked() for action in actions] == [True, False, False, False, False]
    with qtbot.waitSignal(page.text_scale_picked) as told:
        actions[2].trigger()
    assert told.args == [1.3]


def test_with_little_room_the_doors_stand_above_the_promise(page, theme, qtbot) -> None:
    theme.choose(scale=2.0)
    page.resize(1366, 768)

    def top(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().topLeft()).y()

    qtbot.waitUntil(lambda: top(page.paste) < top(page.promise))


def test_every_control_says_what_it_is(page) -> None:
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(stops) >= 5
    assert all(w.accessibleName() or getattr(w, "text", str)() for w in stops)
