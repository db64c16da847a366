"""The dialog that asks for a passphrase before a backup is opened."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import WrongPassphrase
from tests.fakes import FakeTasks
from ui.lock.question import SecretQuestion, Words
from ui.theme import Theme


class Asked:
    """The dialog over a window; `tried` is what was typed."""

    def __init__(self, qtbot: QtBot, theme: Theme, without: str = "") -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.tried: list[str] = []
        words = Words("This backup is encrypted", "Type its passphrase.", "Look", without)
        tasks, nobody_waits = FakeTasks(), int
        self.dialog = SecretQuestion(theme, tasks, words, self.attempt, nobody_waits, self.window)
        self.dialog.open()

    def attempt(self, text: str, by_code: bool) -> object:
        self.tried.append(text)
        if text != "blue bicycle" or by_code:
            raise WrongPassphrase
        return text


def test_enter_tries_what_is_typed_and_shows_it_to_nobody(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, theme, "Go on without")
    field = asked.dialog.form.secret.field
    for words in ("green ship", "blue bicycle"):
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.echoMode() == QLineEdit.EchoMode.Password
    assert asked.tried == ["green ship", "blue bicycle"]
    assert not asked.dialog.isVisible()


def test_the_way_without_is_there_only_where_there_is_one(qtbot: QtBot, theme: Theme) -> None:
    assert not Asked(qtbot, theme).dialog.without.isVisible()
    asked = Asked(qtbot, theme, "Go on without")
    assert asked.dialog.without.isVisible()
    asked.dialog.without.click()
    assert not asked.dialog.isVisible()
    assert asked.tried == []


def test_at_every_text_size_it_stays_on_the_screen_with_its_buttons(
    qtbot: QtBot, theme: Theme
) -> None:
    theme.choose(scheme="light", scale=2.0, reduced_motion=True)
    asked = Asked(qtbot, theme, "Go on without a passphrase")
    asked.dialog.form.lost.click()
    qtbot.waitUntil(asked.dialog.form.advice.isVisible)
    room = asked.dialog.screen().availableGeometry()
    assert asked.dialog.height() < room.height()
    assert asked.dialog.width() <= room.width()
    assert asked.dialog.rect().contains(asked.dialog.cancel.geometry())
