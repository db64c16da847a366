"""The drawer over an empty page."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.fakes.progress_class import ProgressClass
from ui.student.drawer import StudentDrawer


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def drawer(qtbot, theme, room) -> StudentDrawer:
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(1294, 768)
    found = StudentDrawer(theme, room.progress, room.goals, room.clock, area)
    room.workspace.subscribe(lambda _kinds: found.reload())
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return found
