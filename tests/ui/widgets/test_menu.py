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


def test_a_line_that_leads_on_has_room_for_its_arrow(qtbot, theme) -> None:
    """Also in a menu of nothing else."""
    plain, leading = Menu(theme), Menu(theme)
    for menu in (plain, leading):
        qtbot.addWidget(menu)
    plain.add("Problem solving", lambda: None)
    sub = Menu(theme, leading)
    sub.setTitle("Problem solving")
    leading.addMenu(sub)
    assert leading.sizeHint().width() >= plain.sizeHint().width() + theme.px(16)
