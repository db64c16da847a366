"""The push button, its states and its ring."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.button import KINDS, Button
from ui.widgets.ring import REACH, FocusRing


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """The widgets below each other in an active window."""
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    for widget in widgets:
        rows.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.setFocus()
    return window


def rings(window: QWidget) -> list[FocusRing]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_its_size_is_the_designs(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Pause", "pause")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 40
    assert abs(button.sizeHint().width() - 94) <= 1
    small = Button(theme, "Skip", small=True)
    qtbot.addWidget(small)
    assert abs(small.sizeHint().width() - 48) <= 1
    assert small.sizeHint().height() == 32


def test_without_words_it_is_square(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "", "x", "quiet")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == button.sizeHint().height() == 40


def test_an_ampersand_in_a_name_is_no_shortcut(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Choice & create")
    qtbot.addWidget(button)
    assert button.label() == "Choice & create"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_draws_its_words(theme: Theme, qtbot: QtBot, kind: str, scheme: str) -> None:
    theme.choose(scheme=scheme)
    button = Button(theme, "Next", "skip-forward", kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    inks = {"primary": "on_ink", "danger": "danger", "link": "ink", "quiet": "text2"}
    ink = theme.colour(inks.get(kind, "text"))
    assert place_of(picture_of(button), ink).height() >= 8


def test_pressed_and_disabled_look_different(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Pause")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    corner = QPoint(8, 8)
    assert is_near(picture_of(button).pixelColor(corner), theme.colour("surface"), 2)
    button.setDown(True)
    assert is_near(picture_of(button).pixelColor(corner), theme.colour("pressed"), 2)
    button.setDown(False)
    button.setEnabled(False)
    assert is_near(picture_of(button).pixelColor(corner), theme.colour("sunken"), 2)


def test_icon_and_words_change_sides_with_the_reading(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "", "caret-left", "primary")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    left = place_of(picture_of(button), theme.colour("on_ink"))
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = place_of(picture_of(button), theme.colour("on_ink"))
    assert turned.size() == left.size()
    assert abs((40 - turned.right() - 1) - left.left()) <= 1


def test_the_ring_is_only_for_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    one, two = Button(theme, "One"), Button(theme, "Two")
    window = shown(qtbot, one, two)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus()
    assert len(rings(window)) == 1


def test_the_ring_lies_around_its_widget_and_follows_it(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "One")
    window = shown(qtbot, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for width in (300, 500):
        window.resize(width, 200)
        window.layout().activate()
        around = button.geometry().adjusted(-REACH, -REACH, REACH, REACH)
        assert rings(window)[0].geometry() == around


def test_the_ring_goes_with_the_focus_and_with_its_widget(theme: Theme, qtbot: QtBot) -> None:
    one, two = Button(theme, "One"), Button(theme, "Two")
    window = shown(qtbot, one, two)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    two.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    window.setFocus()
    two.setFocus(Qt.FocusReason.BacktabFocusReason)
    two.hide()
    assert one.hasFocus()
    assert len(rings(window)) == 1


def test_the_ring_lets_the_pointer_through(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "One")
    window = shown(qtbot, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.childAt(button.geometry().center()) is button


def test_a_ringed_widget_may_be_destroyed(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "One")
    window = shown(qtbot, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    qtbot.waitUntil(lambda: rings(window) == [])
