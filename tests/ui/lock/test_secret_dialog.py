"""The dialog of a new passphrase and its recovery code, with large text and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.lock.secret_dialog import SecretDialog
from ui.theme import Theme

CODE = "EB2C-B7ZC-D3MQ-7TTG-522U-3PAE-G3P3"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(window: QWidget, theme: Theme) -> SecretDialog:
    dialog = SecretDialog(theme, "Set a passphrase", "Set the passphrase", CODE, True, window)
    dialog.open()
    return dialog


def type_both(dialog: SecretDialog, words: str) -> None:
    box = dialog.words
    assert box is not None
    box.first.field.setText(words)
    box.second.field.setText(words)
    QTest.keyClick(box.second.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_the_whole_code_is_seen_with_text_of_any_size(
    qtbot: QtBot, window: QWidget, theme: Theme, scale: float
) -> None:
    theme.choose("light", scale, True)
    dialog = opened(window, theme)
    type_both(dialog, "blue bicycle")
    box = dialog.code
    assert box is not None
    dialog.say("Saved. Keep the file away from this computer.")
    for text in (box.told, box.code, box.said):
        qtbot.waitUntil(lambda text=text: text.height() >= text.heightForWidth(text.width()))
    assert dialog.rect().contains(box.check.mapTo(dialog, box.check.rect().bottomLeft()))


def test_enter_goes_on_to_the_code_and_takes_the_keyboard_there(
    window: QWidget, theme: Theme
) -> None:
    dialog = opened(window, theme)
    type_both(dialog, "blue bicycle")
    assert dialog.stack.currentWidget() is dialog.code
    assert dialog.code is not None
    assert dialog.focusWidget() is dialog.code.code


def test_enter_before_both_are_the_same_does_nothing(window: QWidget, theme: Theme) -> None:
    dialog = opened(window, theme)
    box = dialog.words
    assert box is not None
    box.first.field.setText("blue bicycle")
    QTest.keyClick(box.first.field, Qt.Key.Key_Return)
    assert dialog.stack.currentWidget() is box
    assert dialog.isVisible()


def test_what_came_of_saving_the_code_is_said_aloud(window: QWidget, theme: Theme) -> None:
    dialog = opened(window, theme)
    assert dialog.code is not None
    dialog.say("Saved.")
    assert dialog.code.announce.said == "Saved."
