"""13: the disk is full in the middle of a lesson (`PRAGMA max_page_count`)."""

import json
import stat
import tempfile
from pathlib import Path

import pytest

from app.domain.observations import Observation
from app.errors import NotSaved
from tests.faults.refusing import banner, fill_up, make_room, move_ben, note, store_of
from tests.journey.teacher import MINUTE, Teacher

pytestmark = pytest.mark.usefixtures("home")


def seen(lesson: Teacher) -> list[str]:
    return [one.note for one in store_of(lesson).find(Observation)]


def test_a_refused_move_is_taken_back_and_said_and_the_lesson_runs_on(lesson: Teacher) -> None:
    before = lesson.console_places()
    fill_up(lesson)
    with pytest.raises(NotSaved):
        move_ben(lesson)
    lesson.wait(lambda: lesson.console_places() == before)
    assert lesson.board_places() == before
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.wait_for_board("round 2: 12")


def test_a_note_is_held_named_and_written_with_the_time_it_was_seen(
    lesson: Teacher, home: Path
) -> None:
    fill_up(lesson)
    at = lesson.computer.clock.now_ms()
    note(lesson, "explains own strategy")
    assert seen(lesson) == []
    assert banner(lesson).startswith("1 note is not saved yet: the disk is full.")
    (held,) = home.iterdir()
    assert str(held) in banner(lesson)
    assert stat.S_IMODE(held.stat().st_mode) == 0o600
    assert json.loads(held.read_text("utf-8"))["steps"][0]["changes"][0]["after"]["note"]
    assert lesson.desk.live.panel.body.student.note.text() == ""
    assert lesson.desk.live.panel.body.saved.saved.text() == ""
    lesson.computer.clock.advance(5 * MINUTE)
    make_room(lesson)
    lesson.wait(lambda: banner(lesson) == "")
    (kept,) = store_of(lesson).find(Observation)
    assert (kept.note, kept.seen_at) == ("explains own strategy", at)
    assert list(home.iterdir()) == []


def test_a_held_note_outlasts_the_window(lesson: Teacher, home: Path) -> None:
    fill_up(lesson)
    at = lesson.computer.clock.now_ms()
    note(lesson, "needs the number line")
    lesson.computer.clock.advance(MINUTE)
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait(lambda: seen(lesson) == ["needs the number line"])
    assert [one.seen_at for one in store_of(lesson).find(Observation)] == [at]
    assert list(home.iterdir()) == []


def test_where_no_place_takes_it_the_window_asks_before_it_loses_it(
    lesson: Teacher, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = home / "a file"
    nowhere.write_text("")
    monkeypatch.setenv("HOME", str(nowhere))
    monkeypatch.setenv("USERPROFILE", str(nowhere))
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    fill_up(lesson)
    note(lesson, "needs the number line")
    assert "memory" in banner(lesson)
    lesson.computer.dialogs.agrees = False
    lesson.desk.window.close()
    lesson.wait(lambda: bool(lesson.computer.dialogs.asked))
    assert lesson.desk.window.isVisible()
    make_room(lesson)
    lesson.wait(lambda: seen(lesson) == ["needs the number line"])


def test_nothing_is_shown_as_saved_that_was_not(lesson: Teacher) -> None:
    note(lesson, "first")
    shown = lesson.desk.live.panel.body.saved.saved.text()
    lesson.computer.clock.advance(3 * MINUTE)
    fill_up(lesson)
    with pytest.raises(NotSaved):
        move_ben(lesson)
    note(lesson, "second")
    lesson.wait(lambda: banner(lesson) != "")
    assert lesson.desk.live.panel.body.saved.saved.text() == shown
    assert seen(lesson) == ["first"]
    make_room(lesson)
    lesson.wait(lambda: seen(lesson) == ["first", "second"])
