"""Keys that fields and areas leave to the window, and where the keyboard goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.focus import first_stop, keyboard_kept
from ui.widgets.scroll import Scroll
from ui.widgets.segmented import Segmented
from ui.widgets.text_area import TextArea

CTRL = Qt.KeyboardModifier.ControlModifier
Editor = Field | TextArea


class Window(QWidget):
    """Counts what it is asked to take back, and the arrows that reach it."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.undone = 0
        self.keys: list[int] = []
        rows = QVBoxLayout(self)
        for part in parts:
            rows.addWidget(part)
        action = QAction(self)
        action.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        action.triggered.connect(self._undo)
        self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember it."""
        self.keys.append(event.key())

    def _undo(self) -> None:
        self.undone += 1


def shown(qtbot: QtBot, *parts: QWidget) -> Window:
    window = Window(*parts)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def target(editor: Editor) -> QWidget:
    return editor.edit if isinstance(editor, TextArea) else editor


@pytest.mark.parametrize("kind", [Field, TextArea])
def test_undo_is_the_windows_where_nothing_was_typed(
    theme: Theme, qtbot: QtBot, kind: Callable[[Theme], Editor]
) -> None:
    editor = kind(theme)
    window = shown(qtbot, editor)
    editor.setFocus()
    QTest.keyClick(target(editor), Qt.Key.Key_Z, CTRL)
    assert window.undone == 1


@pytest.mark.parametrize("kind", [Field, TextArea])
def test_undo_takes_typing_back_first(
    theme: Theme, qtbot: QtBot, kind: Callable[[Theme], Editor]
) -> None:
    editor = kind(theme)
    window = shown(qtbot, editor)
    editor.setFocus()
    QTest.keyClicks(target(editor), "Maya")
    QTest.keyClick(target(editor), Qt.Key.Key_Z, CTRL)
    assert (editor.text(), window.undone) == ("", 0)
    QTest.keyClick(target(editor), Qt.Key.Key_Z, CTRL)
    assert window.undone == 1


def test_what_was_cleared_is_done_with(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme)
    window = shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field, "with the cubes")
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), window.undone) == ("", 1)


def test_arrows_go_through_a_scrolled_area_to_its_page(theme: Theme, qtbot: QtBot) -> None:
    card = QWidget()
    card.setMinimumHeight(4000)
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll = Scroll(theme, card)
    window = shown(qtbot, scroll)
    card.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(card, key)
    assert window.keys == [Qt.Key.Key_Down, Qt.Key.Key_Right]
    assert scroll.verticalScrollBar().value() == 0
    QTest.keyClick(card, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0


def test_a_button_that_goes_leaves_the_keyboard_to_its_page(qtbot: QtBot) -> None:
    page, gone, other = QWidget(), QPushButton("Gone"), QPushButton("Other")
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    inside = QVBoxLayout(page)
    inside.addWidget(gone)
    inside.addWidget(other)
    window = shown(qtbot, page)
    gone.setFocus()
    with keyboard_kept(page):
        gone.hide()
    assert window.focusWidget() is page
    other.setFocus()
    with keyboard_kept(page):
        gone.show()
    assert window.focusWidget() is other


def test_the_first_stop_of_several_is_the_one_that_is_on(theme: Theme, qtbot: QtBot) -> None:
    row = Segmented(theme)
    qtbot.addWidget(row)
    row.set_items([("a", "System", None, ""), ("b", "Light", None, "")])
    row.set_current("b")
    assert first_stop(row) is row.segment("b")
