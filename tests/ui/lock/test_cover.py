"""Nothing stays over a window that is locked."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.lock.cover import clear_away


class AtWork(QDialog):
    def reject(self) -> None:
        """It does not close in the middle."""


def test_a_dialog_that_does_not_close_is_hidden(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = AtWork(window)
    dialog.open()
    clear_away(qapp, window)
    assert not dialog.isVisible()


def test_it_comes_back_with_what_came_of_its_work(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    at_work, ended, closed = AtWork(window), AtWork(window), QDialog(window)
    for dialog in (at_work, ended, closed):
        dialog.open()
    hidden = clear_away(qapp, window)
    ended.accept()
    hidden.come_back()
    assert at_work.isVisible()
    assert not ended.isVisible()
    assert not closed.isVisible()
