"""One sound at a time, the newest first, and the device is let go."""

from pathlib import Path

import pytest

from tests.fakes import FakeTasks, SlowTasks
from tests.fakes.speaker import FakeSpeaker
from ui.sound.player import Player

ONE, TWO, THREE = Path("one.wav"), Path("two.wav"), Path("three.wav")


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def speaker():
    return FakeSpeaker()


def test_of_those_that_wait_only_the_newest_is_heard(speaker):
    tasks = SlowTasks()
    player = Player(tasks, lambda: speaker)
    for file in (ONE, TWO, THREE):
        player.play([file], 50)
    tasks.go_on()
    assert speaker.played == [("three.wav", 50)]
    player.stop()
    tasks.go_on()


def test_when_the_sound_is_over_the_device_is_let_go(qtbot, speaker):
    player = Player(FakeTasks(), lambda: speaker)
    player.play([ONE], 50)
    qtbot.waitUntil(lambda: speaker.silent == 1)


def test_nothing_is_made_before_the_first_sound():
    def make():
        raise AssertionError

    Player(FakeTasks(), make).stop()


def test_what_comes_while_it_falls_silent_is_heard(speaker):
    tasks = SlowTasks()
    player = Player(tasks, lambda: speaker)
    player.play([ONE], 50)
    tasks.go_on()
    player.stop()
    player.play([TWO], 50)
    tasks.go_on()
    assert [name for name, _volume in speaker.played] == ["one.wav", "two.wav"]
    player.stop()
    tasks.go_on()


def test_a_failure_is_told_and_the_next_sound_is_tried(speaker):
    player, told = Player(FakeTasks(), lambda: speaker), []
    player.failed.connect(told.append)
    speaker.broken = "file"
    player.play([ONE], 50)
    speaker.broken = ""
    player.play([TWO], 50)
    assert [error.reason for error in told] == ["file"]
    assert speaker.played == [("two.wav", 50)]
    player.stop()
