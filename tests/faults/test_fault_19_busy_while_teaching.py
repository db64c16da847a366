"""19: another program holds the file in the middle of a lesson (a real second process)."""

from pathlib import Path

import pytest

from app.domain.observations import Observation
from app.errors import AGAIN, NotSaved
from tests.faults.refusing import banner, held_by_another, move_ben, note, store_of
from tests.journey.teacher import Teacher

pytestmark = pytest.mark.usefixtures("home")


def database(lesson: Teacher) -> Path:
    return lesson.computer.folder / "rondo.db"


def test_the_window_waits_for_no_other_program_longer_than_a_moment(lesson: Teacher) -> None:
    waits = store_of(lesson).connection.execute("PRAGMA busy_timeout").fetchone()[0]
    assert 0 < waits <= 50


def test_a_move_is_made_by_itself_as_soon_as_the_file_is_free(lesson: Teacher) -> None:
    before = lesson.console_places()
    with held_by_another(database(lesson)):
        with pytest.raises(NotSaved) as refused:
            move_ben(lesson)
        assert (refused.value.reason, refused.value.kept) == ("busy", AGAIN)
        lesson.wait(lambda: lesson.console_places() == before)
    lesson.wait(lambda: lesson.console_places() != before)
    assert lesson.board_places() == lesson.console_places()


def test_after_two_seconds_a_move_is_given_up_and_said(lesson: Teacher) -> None:
    before = lesson.console_places()
    with held_by_another(database(lesson)):
        with pytest.raises(NotSaved):
            move_ben(lesson)
        lesson.computer.clock.advance(2_001)
        toast = lesson.desk.window.toast
        lesson.wait(lambda: toast.message().startswith("Not saved: another program"))
        assert "Taken back: Ben moved to" in toast.message()
    assert lesson.console_places() == before
    assert not lesson.desk.care.notes.holding.holding.busy


def test_a_note_is_held_for_as_long_as_it_takes(lesson: Teacher) -> None:
    with held_by_another(database(lesson)):
        note(lesson, "asks for help")
        lesson.computer.clock.advance(60_000)
        assert "another program" in banner(lesson)
    lesson.wait(lambda: banner(lesson) == "")
    assert [one.note for one in store_of(lesson).find(Observation)] == ["asks for help"]
