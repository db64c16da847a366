"""The live page on a lesson in the room."""

import pytest

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
