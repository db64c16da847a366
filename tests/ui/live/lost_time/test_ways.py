"""We lost time: the ways on are told with names, and the one picked is gone."""

import pytest

from app.domain.lessons import Lesson
from app.services.lost_time import LostTimeService
from tests.fakes.lesson import ELIF
from ui.live.lost_time.ways import LostTime

MINUTE = 60_000


@pytest.fixture
def lost(stage, theme, room):
    service = LostTimeService(room, lambda _scene: "2026-05-21")
    lost = LostTime(theme, stage.page, room.live, service, room.clock)
    stage.page.top_bar.buttons.time_lost.connect(lambda: lost.open(stage.page.scene))
    return lost


def choose(stage, text):
    menu = stage.page.top_bar.buttons.menu()
    next(action for action in menu.actions() if action.text().split("\t")[0] == text).trigger()


def press(lost, text):
    next(button for button in lost.box.buttons() if button.text() == text).click()


def set_minutes(lost, minutes):
    lost.box.minutes.set_value(minutes)
    lost.box.minutes.changed.emit(minutes)


def test_after_a_fire_drill_the_pause_is_what_was_lost(stage, lost, room):
    room.live.pause(room.session)
    room.clock.advance(9 * MINUTE)
    choose(stage, "We lost time…")
    assert lost.box.minutes.value() == 9
    assert lost.box.texts()[0] == (
        "Shorter rounds. Rounds of 9 instead of 12 min, from the next one on."
        " Nobody loses a station. Ends at 10:24."
        " 3 min less at Table: Chidi, Elif, Ben, Leila, Amara, Daniyar."
    )
    assert lost.box.texts()[-1] == (
        "As planned. Nobody misses anything. Ends at 10:33, 9 minutes late."
    )


def test_shorter_rounds_go_on_at_once_and_can_be_undone(stage, lost, room):
    room.live.pause(room.session)
    room.clock.advance(9 * MINUTE)
    choose(stage, "We lost time…")
    press(lost, "Shorten the rounds")
    reading = room.live.reading(room.session)
    assert (reading.round_ms, reading.paused) == (9 * MINUTE, False)
    room.workspace.undo()
    room.workspace.undo()
    assert room.live.reading(room.session).round_ms == 12 * MINUTE


def test_fewer_rounds_say_who_waits_the_teacher_s_table_first(stage, lost, room):
    room.clock.advance(25 * MINUTE)
    choose(stage, "We lost time…")
    set_minutes(lost, 28)
    (fewer,) = [text for text in lost.box.texts() if text.startswith("Fewer")]
    assert fewer == (
        "Fewer rounds. 2 rounds today. Ends at 10:24. Without Table today, first next time:"
        " Ben, Leila. Without Games today: Chidi, Elif. Without Tablets today: Amara, Daniyar."
    )
    press(lost, "Drop rounds")
    assert room.live.reading(room.session).rounds == 2


def test_finish_next_time_says_when_and_the_rest_is_planned_there(stage, lost, room):
    room.clock.advance(25 * MINUTE)
    choose(stage, "We lost time…")
    set_minutes(lost, 28)
    (later,) = [text for text in lost.box.texts() if text.startswith("Finish")]
    assert later == (
        "Finish next time. 2 rounds today, ends at 10:24. 2 rounds become the lesson of"
        " Thu 21 May. Nobody misses anything."
    )
    press(lost, "Carry the rest over")
    assert room.live.reading(room.session).rounds == 2
    assert [lesson.day for lesson in room.store.find(Lesson)] == ["2026-05-14", "2026-05-21"]


def test_where_the_clock_ran_on_the_round_gets_back_what_it_lost(stage, lost, room):
    room.clock.advance(5 * MINUTE)
    choose(stage, "We lost time…")
    lost.box.minutes.set_value(3)
    press(lost, "Leave it as it is")
    assert room.live.reading(room.session).remaining_ms == 10 * MINUTE
    room.workspace.undo()
    assert room.live.reading(room.session).remaining_ms == 7 * MINUTE


def test_who_is_absent_waits_for_nothing(stage, lost, room):
    room.moves.mark(room.scene, ELIF, "absent")
    room.clock.advance(25 * MINUTE)
    choose(stage, "We lost time…")
    set_minutes(lost, 28)
    assert not any("Elif" in text for text in lost.box.texts())


def test_closing_the_box_changes_nothing(stage, lost, room):
    choose(stage, "We lost time…")
    before = room.store.count_steps()
    lost.box.reject()
    assert room.store.count_steps() == before


def test_a_round_can_be_taught_again(stage, room):
    room.clock.advance(5 * MINUTE)
    choose(stage, "This round again")
    assert room.live.reading(room.session).remaining_ms == 12 * MINUTE
