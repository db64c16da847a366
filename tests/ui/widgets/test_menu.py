"""Menus in the app's own paints."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionMenuItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.menu import Menu


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_icons_of_a_menu_grow_with_its_text(qtbot, theme, scale: float) -> None:
    theme.choose(scale=scale)
    menu = Menu(theme)
    qtbot.addWidget(menu)
    menu.add("Flag", lambda: None, "flag")
    option = QStyleOptionMenuItem()
    option.initFrom(menu)
    size = menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, option, menu)
    assert size == theme.px(16)


def test_the_keys_beside_a_line_are_only_shown(qtbot, theme) -> None:
    """They belong to the page or to an action of the window, and letters to whoever types."""
    window, field, card, undone, chosen = QWidget(), QLineEdit(), QPushButton(), [], []
    rows = QVBoxLayout(window)
    rows.addWidget(field)
    rows.addWidget(card)
    undo = QAction(window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda _on: undone.append("undo"))
    window.addAction(undo)
    menu = Menu(theme, window)
    for name, keys in (("Back one round", "P"), ("Undo", "Ctrl+Z")):
        action = menu.add(name, lambda: chosen.append("menu"), "flag", QKeySequence(keys))
        assert action.text() == name
        assert action.isShortcutVisibleInContextMenu()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.setFocus()
    qtbot.keyClicks(field, "p")
    assert (undone, chosen, field.text()) == (["undo"], [], "p")
