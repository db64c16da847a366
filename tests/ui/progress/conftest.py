"""The progress page on a class with a past."""

import pytest

from tests.fakes.progress_class import ProgressClass
from ui.progress.page import ProgressPage


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def open_page(qtbot, theme):
    """Opens the page on a class, as large as it is beside the rail of a 1366 px screen."""

    def opened(room: ProgressClass, width: int = 1294, height: int = 768) -> ProgressPage:
        page = ProgressPage(theme, room.progress, room.goals, room.clock)
        qtbot.addWidget(page)
        room.workspace.subscribe(page.on_changed)
        page.resize(width, height)
        page.show_class(room.class_id)
        page.show()
        return page

    return opened


@pytest.fixture
def page(open_page, room) -> ProgressPage:
    return open_page(room)
