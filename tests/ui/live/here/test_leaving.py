"""The teacher is told who leaves, and calls it off by one key or click; the board never hears."""

import pytest
from PySide6.QtCore import Qt

from app.domain.pull_outs import PullOut, PullOutDay
from app.services.board_scene import board_scene
from tests.fakes.lesson import AMARA, BEN, CHIDI, CLASS
from tests.ui.live.here.here_stage import open_here
from ui.live.here.out_today import OutToday

MINUTE = 60_000


def speech(number, student, begins=580, reason="speech"):
    """Thursdays from 09:40; the lesson began at 09:30."""
    return PullOut(number, CLASS, student, reason, "Room 3", begins, begins + 20, (4,))


@pytest.fixture
def stage(qtbot, theme, room):
    room.put(speech(70, AMARA))
    return open_here(qtbot, theme, room)


def cue(stage):
    shown = stage.here.leaving.cue
    return shown.words.text() if shown is not None and shown.isVisible() else ""


def test_three_minutes_before_the_teacher_is_told_and_then_minute_by_minute(stage):
    stage.pass_time(7 * MINUTE - 1000)
    assert cue(stage) == ""
    stage.pass_time(1000)
    assert cue(stage) == "Amara leaves for speech in 3 min"
    stage.pass_time(1 * MINUTE)
    assert cue(stage) == "Amara leaves for speech in 2 min"
    stage.pass_time(2 * MINUTE)
    assert cue(stage) == ""
    assert stage.tray.chips[AMARA].view.reason == "speech until 10:00 · back for round 3"


def test_the_cue_covers_neither_clock_nor_stations_and_takes_no_keyboard(stage):
    stage.page.select(BEN)
    stage.page.selection.focus()
    stage.pass_time(8 * MINUTE)
    shown = stage.here.leaving.cue
    assert stage.tray.isAncestorOf(shown)
    assert stage.page.console.columns.cards[BEN].hasFocus()


def test_the_button_of_the_cue_calls_it_off_and_undo_brings_it_back(stage):
    stage.pass_time(8 * MINUTE)
    stage.click(stage.here.leaving.cue.button)
    assert cue(stage) == ""
    assert len(stage.room.store.find(PullOutDay)) == 1
    stage.pass_time(5 * MINUTE)
    assert AMARA not in stage.tray.chips
    stage.room.workspace.undo()
    assert AMARA in stage.tray.chips


def test_one_key_calls_off_what_the_cue_says(stage):
    stage.pass_time(8 * MINUTE)
    stage.key(Qt.Key.Key_X)
    assert cue(stage) == ""
    stage.pass_time(5 * MINUTE)
    assert AMARA not in stage.tray.chips


def test_the_key_is_about_the_selected_student_first(stage):
    stage.room.put(speech(71, BEN, 620, "violin"))
    stage.page.select(BEN)
    stage.pass_time(8 * MINUTE)
    stage.key(Qt.Key.Key_X)
    (day,) = stage.room.store.find(PullOutDay)
    assert day.pull_out_id == 71
    assert cue(stage) == "Amara leaves for speech in 2 min"


def test_with_nobody_to_call_off_the_key_says_so_and_writes_nothing(stage):
    steps = stage.room.store.count_steps()
    stage.page.select(BEN)
    stage.key(Qt.Key.Key_X)
    assert stage.room.store.count_steps() == steps


def test_those_who_leave_together_are_named_and_called_off_together(stage):
    stage.room.put(speech(71, BEN), speech(72, CHIDI))
    stage.pass_time(8 * MINUTE)
    assert cue(stage) == "Amara, Ben and 1 more leave for speech in 2 min"
    stage.key(Qt.Key.Key_X)
    assert len(stage.room.store.find(PullOutDay)) == 3
    stage.room.workspace.undo()
    assert stage.room.store.find(PullOutDay) == ()


def test_two_reasons_at_one_time_are_two_cues_one_after_the_other(stage):
    stage.room.put(speech(71, BEN, reason="violin"))
    stage.pass_time(8 * MINUTE)
    assert cue(stage) == "Amara leaves for speech in 2 min"
    stage.key(Qt.Key.Key_X)
    assert cue(stage) == "Ben leaves for violin in 2 min"


def test_nobody_is_told_of_who_is_absent_anyway(stage):
    stage.room.moves.mark(stage.room.scene, AMARA, "absent")
    stage.pass_time(8 * MINUTE)
    assert cue(stage) == ""


def test_the_menu_calls_it_off_and_lets_it_take_place_after_all(stage):
    stage.choose(AMARA, "Cancel today: out for speech at 09:40")
    assert len(stage.room.store.find(PullOutDay)) == 1
    stage.choose(AMARA, "Out for speech at 09:40 today after all")
    assert stage.room.store.find(PullOutDay) == ()


def test_the_menu_of_the_chip_in_the_tray_has_it_too(stage):
    stage.pass_time(12 * MINUTE)
    assert "Cancel today: out for speech at 09:40" in stage.menu_texts(AMARA)
    stage.pass_time(30 * MINUTE)
    assert not [text for text in stage.menu_texts(AMARA) if "speech" in text], "it is over"


def test_the_words_of_the_menu_are_those_of_a_teacher(stage):
    assert not [text for text in stage.menu_texts(AMARA) if "ull-out" in text]


def open_popover(stage, student):
    stage.choose(student, "Out later today…")
    return next(child for child in stage.page.children() if isinstance(child, OutToday))


def test_one_for_today_is_written_from_the_menu(stage):
    popover = open_popover(stage, BEN)
    assert (popover.begins.text(), popover.ends.text()) == ("09:30", "09:50")
    popover.begins.setText("9:35")
    popover.reason.setText("dentist")
    stage.key(Qt.Key.Key_Return, popover)
    (kept,) = stage.room.store.find(PullOut, student_id=BEN)
    assert (kept.begins, kept.ends, kept.day, kept.reason) == (575, 590, "2026-05-14", "dentist")
    stage.pass_time(3 * MINUTE)
    assert cue(stage) == "Ben leaves for dentist in 2 min"
    stage.room.workspace.undo()
    assert cue(stage) == ""


def test_times_that_cannot_be_are_told_and_it_stays_open(stage):
    popover = open_popover(stage, BEN)
    popover.begins.setText("9:50")
    popover.ends.setText("9:40")
    stage.key(Qt.Key.Key_Return, popover)
    assert "Give a later end" in popover.problem.text()
    assert stage.room.store.find(PullOut, student_id=BEN) == ()
    stage.key(Qt.Key.Key_Escape, popover)
    assert not popover.isVisible()


def test_neither_cue_nor_reason_reaches_the_board(stage):
    stage.pass_time(8 * MINUTE)
    assert "speech" in cue(stage)
    shown = repr(board_scene(stage.page.scene))
    assert "speech" not in shown
    assert "leaves" not in shown


def test_a_day_later_nothing_is_left_of_the_cue(stage):
    stage.pass_time(8 * MINUTE)
    stage.room.live.end(stage.room.session)
    assert cue(stage) == ""
