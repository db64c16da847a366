"""Who is here: the console follows pull-outs by itself, and the board never tells of them."""

import pytest

from app.domain.outings import CUE_MS
from app.domain.pull_outs import PullOut
from app.services.board_scene import board_scene
from tests.fakes.lesson import AMARA, BEN, CLASS, TABLE
from ui.live.tray_views import tray_views

MINUTE = 60_000
SPEECH = PullOut(70, CLASS, AMARA, "Speech therapy", "Room 3", 580, 630, (4,))
"""Thursdays from 09:40 to 10:30; the lesson began at 09:30, its round 4 at 10:12."""


@pytest.fixture
def spoken_for(room):
    room.put(SPEECH)
    return room


def reasons(room):
    return {view.name: view.reason for view in tray_views(room.scene, room.clock)}


def test_the_tray_says_until_when_and_for_which_round(room):
    room.put(PullOut(70, CLASS, AMARA, "Speech therapy", "", 580, 620, (4,)))
    room.clock.advance(17 * MINUTE)
    assert reasons(room) == {"Amara": "Speech therapy until 10:20 · back for round 4"}


def test_the_clockwork_wakes_exactly_when_somebody_leaves_and_comes_back(spoken_for, stage):
    room, work = spoken_for, stage.page.clockwork
    begins = room.clock.now_ms() + 10 * MINUTE
    room.clock.advance(10 * MINUTE - CUE_MS - 400)
    work.tick()
    assert work.timer.interval() <= 400
    room.clock.advance(begins - room.clock.now_ms())
    work.tick()
    assert AMARA in stage.page.console.tray.chips
    assert AMARA not in stage.page.console.columns.cards


def test_while_the_clock_stands_it_wakes_for_a_pull_out_too(spoken_for, stage):
    room = spoken_for
    room.live.pause(room.session)
    room.clock.advance(6 * MINUTE + 59_500)
    stage.page.clockwork.tick()
    assert stage.page.clockwork.timer.interval() == 500, "for the cue"


def test_the_board_knows_neither_reason_nor_place_nor_time(spoken_for):
    room = spoken_for
    room.clock.advance(15 * MINUTE)
    shown = board_scene(room.scene)
    names = [name.text for station in shown.stations for name in station.names]
    assert "Amara" not in names
    assert "Speech" not in repr(shown)
    assert "Room 3" not in repr(shown)


def test_who_is_back_by_the_teachers_word_sits_where_before(spoken_for):
    room = spoken_for
    room.clock.advance(12 * MINUTE)
    room.live.back(room.session)
    assert room.word(AMARA) == "away"
    room.moves.mark(room.scene, AMARA, "present")
    assert room.where(AMARA) == TABLE
    assert room.word(BEN) == "present"
