"""The live page on a lesson in the room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.lesson import AMARA, LessonRoom
from tests.ui.live.stage import open_stage


@pytest.fixture
def room():
    return LessonRoom()


@pytest.fixture
def stage(qtbot, theme, room):
    return open_stage(qtbot, theme, room)


@pytest.fixture
def chosen(stage):
    """Amara's card, chosen by keyboard."""
    stage.page.select(AMARA)
    stage.page.selection.focus()
    return stage


@pytest.fixture(autouse=True)
def no_button_stays_down(qapp: QApplication) -> Iterator[None]:
    """Qt remembers a press that a test never let go, and the next window would get no click."""
    yield
    held = qapp.mouseButtons()
    nowhere = QWindow()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if held & button:
            QTest.mouseRelease(nowhere, button)
