"""Sounds can be switched off in the middle of a lesson, by menu and by key."""

import pytest

from app.settings import Settings
from tests.fakes import FakeTasks
from tests.fakes.lesson import LessonRoom
from tests.fakes.speaker import FakeSpeaker
from tests.ui.live.stage import open_stage
from ui.sound.sound import Sound


class QuietDesk:
    """What is asked of a desk."""

    def __init__(self):
        self.tasks, self.settings, self.said = FakeTasks(), Settings(), []

    def choose(self, settings):
        self.settings = settings

    def say(self, text, icon=""):
        self.said.append((text, icon))


@pytest.fixture
def desk():
    return QuietDesk()


def choose(page, text):
    menu = page.top_bar.buttons.menu()
    next(a for a in menu.actions() if a.text().split("\t")[0] == text).trigger()


def test_off_and_on_again_from_the_menu(qtbot, theme, desk):
    room = LessonRoom()
    page = open_stage(qtbot, theme, room).page
    speaker = FakeSpeaker()
    sound = Sound(desk, page, room.clock, lambda: speaker)
    choose(page, "Sounds off")
    assert not desk.settings.sound
    assert desk.said == [("Sounds are off. What is due is still shown.", "speaker-slash")]
    choose(page, "Sounds on")
    assert desk.settings.sound
    sound.stop()


def test_where_nothing_can_be_heard_there_is_no_player(qtbot, theme, desk):
    room = LessonRoom()
    sound = Sound(desk, open_stage(qtbot, theme, room).page, room.clock, None)
    assert sound.player is None
    sound.toggle()
    sound.stop()
