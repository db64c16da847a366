"""16: the folder is taken away in the middle of a lesson, and comes back."""

import os
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.domain.observations import Observation
from app.errors import NotRead, NotSaved
from data.database import connect
from data.reviving import revived
from data.store import SqliteStore
from tests.builders import TaughtClass
from tests.faults.refusing import banner, move_ben, note, store_of
from tests.journey.teacher import MINUTE, Teacher

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move an open file")
def test_the_lesson_runs_on_and_what_was_seen_is_written_when_it_is_back(
    lesson: Teacher, tmp_path: Path, home: Path
) -> None:
    before = lesson.console_places()
    folder, away = lesson.computer.folder, tmp_path / "in a pocket"
    folder.rename(away)
    at = lesson.computer.clock.now_ms()
    note(lesson, "explains own strategy")
    with pytest.raises(NotSaved):
        move_ben(lesson)
    lesson.wait(lambda: lesson.console_places() == before)
    assert "not where it was" in banner(lesson)
    assert not folder.exists()
    assert len(list(home.iterdir())) == 1
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    away.rename(folder)
    lesson.wait(lambda: banner(lesson) == "")
    with closing(connect(folder / "rondo.db")) as other:
        kept = SqliteStore(other).find(Observation)
    assert [(one.note, one.seen_at) for one in kept] == [("explains own strategy", at)]
    assert list(home.iterdir()) == []


def test_the_lesson_runs_on_by_what_is_known_when_nothing_can_be_read(lesson: Teacher) -> None:
    first = lesson.console_places()
    store_of(lesson).connection.close()
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    second = lesson.console_places()
    assert second == lesson.board_places()
    stations = list(first)
    assert [second[name] for name in stations[1:]] == [first[name] for name in stations[:-1]]
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.wait_for_board("round 2: 12")
    lesson.computer.clock.advance(30_000)
    lesson.wait(lambda: lesson.timer() == "11:30")


def test_what_is_seen_while_nothing_can_be_read_is_held_and_written(lesson: Teacher) -> None:
    lesson.click(lesson.card("Ben"))
    store_of(lesson).connection.close()
    field = lesson.desk.live.panel.body.student.note
    field.setText("seen all the same")
    field.returnPressed.emit()
    assert "not where it was" in banner(lesson)
    lesson.wait(lambda: banner(lesson) == "")
    assert [one.note for one in store_of(lesson).find(Observation)] == ["seen all the same"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")
def test_another_file_in_its_place_is_not_written(tmp_path: Path) -> None:
    path, other = tmp_path / "rondo.db", tmp_path / "other.db"
    for made in (path, other):
        connect(made).close()
    store = SqliteStore(connect(path))
    taught = TaughtClass(store)
    other.replace(path)
    path.with_name("rondo.db-wal").unlink()  # a log left of another file is a fault of its own
    whole = path.read_bytes()
    with pytest.raises(NotSaved) as refused:
        taught.open()
    assert refused.value.reason == "replaced"
    with pytest.raises(NotSaved):
        revived(store, path, None, "replaced")
    assert path.read_bytes() == whole
    store.connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for open files in /proc")
def test_a_disk_that_stops_answering_is_told_apart_from_damage_and_gone_on_with(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rondo.db"
    store = SqliteStore(connect(path))
    taught = TaughtClass(store)
    session = taught.start()
    deaf = os.open("/dev/null", os.O_WRONLY)
    for number in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if str(number.readlink()) in {str(path), f"{path}-wal"}:
                os.dup2(deaf, int(number.name))
    os.close(deaf)
    store.connection.execute("PRAGMA cache_size=1")
    store.connection.execute("PRAGMA shrink_memory")
    with pytest.raises((NotSaved, NotRead)):
        taught.live.pause(session)
    store.use(revived(store, path, None, "other"))
    taught.live.pause(session)
    assert taught.live.reading(session).paused
    store.connection.close()
