"""After sleep or a start in mid-lesson the clock stands and asks; nothing else stops it."""

import pytest

from app.services.gaps import GapService
from tests.fakes import FakePulse
from tests.fakes.lesson import LessonRoom
from tests.ui.live.stage import open_stage
from ui.lesson.away import KEY, Away
from ui.widgets.banner import Banners

MINUTE = 60_000


@pytest.fixture
def room():
    return LessonRoom()


class Watched:
    """A page that is watched over, and the lines above it."""

    def __init__(self, qtbot, theme, room, last_ms=None):
        self.room, self.pulse = room, FakePulse(last_ms)
        self.page = open_stage(qtbot, theme, room).page
        self.banners = Banners(theme)
        qtbot.addWidget(self.banners)
        self.wishes = []
        gaps = GapService(room)
        self.away = Away(
            room.live,
            gaps,
            room.clock,
            self.pulse,
            self.page,
            lambda: self.banners,
            lambda: self.wishes.append("lost"),
        )

    @property
    def reading(self):
        return self.room.live.reading(self.room.session)

    @property
    def asked(self):
        line = self.banners.line(KEY)
        return "" if line is None else line.text()

    def press(self, text):
        (button,) = [b for b in self.banners.line(KEY).buttons if b.text() == text]
        button.click()


@pytest.fixture
def watched(qtbot, theme, room):
    return Watched(qtbot, theme, room)


def test_after_sleep_the_clock_stands_where_it_was_and_asks(watched, room):
    room.clock.advance(3 * MINUTE)
    watched.away.look()
    room.clock.sleep(40 * MINUTE)
    watched.page.clockwork.timer.timeout.emit()
    assert (watched.reading.paused, watched.reading.round) == (True, 1)
    assert watched.reading.remaining_ms == 9 * MINUTE
    assert watched.asked == ("The computer slept from 09:33 to 10:13. The clock stands at 09:00.")
    assert watched.page.scene.reading.paused


def test_it_can_go_on_from_there(watched, room):
    room.clock.sleep(40 * MINUTE)
    watched.away.look()
    watched.press("Go on from there")
    assert not watched.reading.paused
    assert watched.reading.remaining_ms == 12 * MINUTE
    assert watched.asked == ""


def test_the_time_can_be_counted(watched, room):
    room.clock.sleep(5 * MINUTE)
    watched.away.look()
    watched.press("Count that time")
    assert watched.reading.remaining_ms == 7 * MINUTE
    assert watched.asked == ""


def test_the_ordinary_button_is_an_answer_too(watched, room):
    room.clock.sleep(40 * MINUTE)
    watched.away.look()
    room.live.resume(room.session)
    assert watched.asked == ""


def test_a_program_that_hangs_for_ten_seconds_stops_nothing(watched, room):
    room.clock.advance(10_000)
    watched.away.look()
    assert not watched.reading.paused
    assert watched.reading.remaining_ms == 12 * MINUTE - 10_000
    assert watched.asked == ""


@pytest.mark.parametrize("by", [-24 * 60 * MINUTE, 365 * 24 * 60 * MINUTE])
def test_a_clock_that_is_set_changes_nothing_and_asks_nothing(watched, room, by):
    room.clock.advance(2 * MINUTE)
    watched.away.look()
    room.clock.set_on(by)
    watched.away.look()
    assert watched.reading.remaining_ms == 10 * MINUTE
    assert not watched.reading.paused
    assert watched.asked == ""


def test_a_paused_lesson_asks_nothing_after_sleep(watched, room):
    room.live.pause(room.session)
    room.clock.sleep(40 * MINUTE)
    watched.away.look()
    assert watched.asked == ""


def test_a_start_in_mid_lesson_stands_where_the_last_sign_of_life_was(qtbot, theme, room):
    room.clock.advance(2 * MINUTE)
    last = room.clock.now_ms()
    room.clock.advance(20 * MINUTE)
    watched = Watched(qtbot, theme, room, last)
    assert watched.reading.remaining_ms == 10 * MINUTE
    assert watched.asked == "Rondo was closed from 09:32 to 09:52. The clock stands at 10:00."


def test_a_quick_restart_asks_nothing(qtbot, theme, room):
    room.clock.advance(2 * MINUTE)
    watched = Watched(qtbot, theme, room, room.clock.now_ms() - 20_000)
    assert not watched.reading.paused
    assert watched.asked == ""


def test_a_sign_of_life_is_left_while_the_lesson_is_shown(watched, room):
    room.clock.advance(11_000)
    watched.away.look()
    assert watched.pulse.last() == room.clock.now_ms()


def test_without_a_lesson_nothing_is_watched(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    watched = Watched(qtbot, theme, room, room.clock.now_ms() - 40 * MINUTE)
    room.clock.sleep(40 * MINUTE)
    watched.away.look()
    assert watched.asked == ""


def test_the_time_can_be_made_up_for(watched, room):
    room.clock.sleep(9 * MINUTE)
    watched.away.look()
    watched.press("We lost time…")
    assert watched.wishes == ["lost"]


def test_after_sleep_no_later_round_is_shown_even_for_a_moment(watched, room):
    rounds = []
    watched.page.scene_changed.connect(lambda scene: rounds.append(scene.reading.round))
    watched.page.ticked.connect(lambda reading: rounds.append(reading.round))
    room.clock.sleep(40 * MINUTE)
    watched.page.clockwork.timer.timeout.emit()
    assert set(rounds) == {1}


def test_after_a_clock_set_back_sleep_still_asks(watched, room):
    room.clock.set_on(-24 * 60 * MINUTE)
    watched.away.look()
    room.clock.sleep(40 * MINUTE)
    watched.away.look()
    assert watched.reading.remaining_ms == 12 * MINUTE
    assert watched.asked.startswith("The computer slept")


def test_a_clock_set_back_while_rondo_was_closed_does_not_stop_the_lesson_for_a_day(
    qtbot, theme, room
):
    room.clock.advance(2 * MINUTE)
    last = room.clock.now_ms()
    room.clock.set_on(-24 * 60 * MINUTE)
    watched = Watched(qtbot, theme, room, last)
    assert watched.reading.paused
    assert watched.reading.remaining_ms == 10 * MINUTE
    assert watched.asked == (
        "The computer’s clock was set back while Rondo was closed. The clock stands at 10:00."
    )
    watched.press("Go on from there")
    room.clock.advance(MINUTE)
    assert watched.reading.remaining_ms == 9 * MINUTE


def test_a_clock_set_back_before_the_start_is_nobody_s_business(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    room.session = room.live.open(40)
    last = room.clock.now_ms()
    room.clock.set_on(-60 * MINUTE)
    assert Watched(qtbot, theme, room, last).asked == ""
