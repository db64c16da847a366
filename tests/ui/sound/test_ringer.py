"""The clock is heard and always seen: each cue once, none in a burst, none that is old."""

from dataclasses import replace

import pytest

from app.settings import Settings
from tests.fakes import FakeTasks
from tests.fakes.lesson import LessonRoom
from tests.fakes.speaker import FakeSpeaker
from tests.ui.live.stage import open_stage
from ui.sound.player import Player
from ui.sound.ringer import Ringer

MINUTE = 60_000
OVER, BEGINS, WARNING = ("bell-over.wav", 60), ("bell-begins.wav", 60), ("bell-warning.wav", 60)


class Heard:
    """A page whose clock is listened to."""

    def __init__(self, qtbot, theme, room, speaker=None):
        self.room, self.speaker = room, speaker or FakeSpeaker()
        self.settings = Settings()
        self.page = open_stage(qtbot, theme, room).page
        self.player = Player(FakeTasks(), lambda: self.speaker, self.page)
        self.ringer = Ringer(self.page, room.clock, self.player, lambda: self.settings)

    def after(self, minutes):
        """So many minutes later the clock is drawn."""
        self.room.clock.advance(round(minutes * MINUTE))
        self.page.tick()
        self.ringer.look()
        return self.speaker.played


@pytest.fixture
def room():
    return LessonRoom()


@pytest.fixture
def heard(qtbot, theme, room):
    return Heard(qtbot, theme, room)


def test_the_warning_the_end_and_the_next_beginning_are_heard(heard):
    heard.after(11)
    heard.after(1)
    assert heard.after(2) == [WARNING, OVER, BEGINS]


def test_each_is_heard_once_however_often_the_clock_is_drawn(heard):
    heard.after(12)
    for _ in range(5):
        heard.after(0.02)
    assert heard.speaker.played == [OVER]


def test_after_a_program_that_hung_nothing_old_is_heard_and_all_is_seen(heard):
    assert heard.after(12.2) == []
    assert heard.page.top_bar.timer.view.caption == "Moving to round 2"


def test_after_sleep_there_is_no_burst(heard):
    heard.room.clock.sleep(41 * MINUTE)
    assert heard.after(0) == []


def test_of_several_that_were_due_in_seconds_only_the_newest_is_heard(heard):
    heard.room.live.extend(heard.room.session, -10)
    heard.after(0.5)
    heard.speaker.played.clear()
    assert heard.after(1.55) == [OVER]


def test_who_starts_in_the_middle_hears_nothing_that_was_before(qtbot, theme, room):
    room.clock.advance(12 * MINUTE + 1000)
    assert Heard(qtbot, theme, room).after(0) == []


def test_a_paused_clock_is_silent_and_rings_when_it_goes_on(heard):
    heard.room.live.pause(heard.room.session)
    assert heard.after(30) == []
    heard.room.live.resume(heard.room.session)
    heard.ringer.look()
    assert heard.after(11) == [WARNING]


def test_whoever_stops_the_clock_in_the_same_tick_is_in_time(heard):
    heard.room.clock.advance(12 * MINUTE)
    heard.page.tick()
    heard.room.live.pause(heard.room.session)
    heard.ringer.look()
    assert heard.speaker.played == []


def test_next_by_hand_is_heard(heard):
    heard.room.live.next(heard.room.session)
    assert heard.after(0) == [OVER]


def test_muted_it_is_only_seen(heard):
    heard.settings = replace(heard.settings, sound=False)
    assert heard.after(11.01) == []
    view = heard.page.top_bar.timer.view
    assert (view.soon, view.caption) == (True, "ends soon · 09:42")
    assert heard.page.say.said == "The round is nearly over"


def test_volume_and_chime_are_the_teacher_s(heard):
    heard.settings = replace(heard.settings, chime="wood", volume=20)
    assert heard.after(12) == [("wood-over.wav", 20)]


def test_the_teacher_s_own_sound_ends_a_round_while_it_is_there(heard, tmp_path):
    own = tmp_path / "song.mp3"
    own.write_bytes(b"la")
    heard.settings = replace(heard.settings, own_sound=str(own))
    heard.after(11)
    assert heard.after(1) == [WARNING, ("song.mp3", 60)]
    own.unlink()
    heard.after(2)
    heard.after(11)
    assert heard.after(1)[-1] == OVER


def test_five_minutes_are_told_of_when_wanted_and_seen_for_a_moment(heard):
    heard.settings = replace(heard.settings, five_minutes=True)
    assert heard.after(7) == [WARNING]
    timer = heard.page.top_bar.timer
    assert timer.notice == "5 min left"
    timer.tell("", 0)


def test_without_a_device_nothing_is_heard_all_is_seen_and_nothing_fails(qtbot, theme, room):
    heard = Heard(qtbot, theme, room, FakeSpeaker(broken="device"))
    told = []
    heard.player.failed.connect(told.append)
    heard.after(12)
    assert heard.speaker.played == []
    assert heard.page.top_bar.timer.view.caption == "Moving to round 2"
    assert [error.reason for error in told] == ["device"]
    heard.speaker.broken = ""
    assert heard.after(2) == [BEGINS]


def test_the_clock_itself_brings_the_look(heard, qtbot):
    heard.room.clock.advance(12 * MINUTE)
    heard.page.tick()
    qtbot.waitUntil(lambda: heard.speaker.played == [OVER])


def test_at_the_end_it_is_silent(heard):
    heard.after(12)
    heard.ringer.stop()
    assert heard.speaker.silent == 1


def test_a_long_song_ends_with_the_lesson(heard):
    heard.after(12)
    heard.room.live.end(heard.room.session)
    heard.ringer.look()
    assert heard.speaker.silent == 1
    heard.ringer.look()
    assert heard.speaker.silent == 1
