"""The live page on a lesson in the room."""

import pytest

from tests.fakes.lesson import LessonRoom
from tests.ui.live.stage import open_stage


@pytest.fixture
def room():
    return LessonRoom()


@pytest.fixture
def stage(qtbot, theme, room):
    return open_stage(qtbot, theme, room)
