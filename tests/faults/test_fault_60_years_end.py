"""Fault 60, at the end of a year: a whole class is erased in one request, and old jottings."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.classes import Student
from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import NeedId, ObservationId, StepId
from data.database import connect_read_only
from data.erasure.erasure import SqliteErasure
from tests.erasing import ABOUT, WORDS, Crowd, found_in, texts_in
from tests.faults.test_fault_60_erase import KEY, plant_files

OTHERS = ("Chidi", "Daniyar", "Elif", "Fatima")


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> Crowd:
    made = Crowd(tmp_path / "profile", request.param)
    plant_files(made, tmp_path / "stick")
    return made


def test_a_whole_class_goes_in_one_request_from_every_byte(crowd: Crowd, tmp_path: Path) -> None:
    students = tuple(s.id for s in crowd.room.store.find(Student) if s.name.first)
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, crowd.key, (tmp_path / "stick",))
    request = ErasureRequest(StepId(5_000_000), 1_000, students, mentions=None)
    receipt = erasure.erase(request, silent)
    assert (receipt.students, receipt.removed["names"]) == (6, 6)
    assert receipt.left == ()
    crowd.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert found_in(tmp_path, (*WORDS, *OTHERS)) == []
    for copy in tmp_path.rglob("*.rondo"):
        with closing(connect_read_only(copy, crowd.key)) as open_copy:
            text = texts_in(open_copy)
            assert [word for word in (*WORDS, *OTHERS) if word in text] == []


def test_only_the_old_jottings_go_and_they_go_everywhere(crowd: Crowd, tmp_path: Path) -> None:
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, crowd.key, (tmp_path / "stick",))
    assert erasure.jottings(10 + 301) == ()
    old = erasure.jottings(10 + 302)
    assert old == (ObservationId(301),)
    before = crowd.connection.execute("SELECT * FROM student ORDER BY id").fetchall()
    receipt = erasure.erase(ErasureRequest(StepId(5_000_000), 1_000, observations=old), silent)
    assert receipt.removed["observations"] == 1
    assert receipt.left == ()
    assert erasure.jottings(10 + 302) == ()
    assert crowd.connection.execute("SELECT * FROM student ORDER BY id").fetchall() == before
    for copy in (crowd.profile.database, *tmp_path.rglob("*.rondo")):
        with closing(connect_read_only(copy, crowd.key)) as open_copy:
            text = texts_in(open_copy)
            assert "was tired" not in text
            assert f"{ABOUT} explains own strategy" in text
    assert found_in(tmp_path, ("was tired",)) == []


def test_old_needs_go_everywhere_and_so_does_one_that_was_taken_away(
    crowd: Crowd, tmp_path: Path
) -> None:
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, crowd.key, (tmp_path / "stick",))
    assert erasure.needs(9) == ()
    old = erasure.needs(10)
    assert old == (NeedId(486), NeedId(487))
    receipt = erasure.erase(ErasureRequest(StepId(5_000_000), 1_000, needs=old), silent)
    assert receipt.removed["needs"] == 1
    assert receipt.left == ()
    assert erasure.needs(10) == ()
    gone = ("inhaler", "no breakfast")
    for copy in (crowd.profile.database, *tmp_path.rglob("*.rondo")):
        with closing(connect_read_only(copy, crowd.key)) as open_copy:
            text = texts_in(open_copy)
            assert [word for word in gone if word in text] == []
            assert f"{ABOUT} explains own strategy" in text
    assert found_in(tmp_path, gone) == []


def test_a_class_that_is_put_away_is_offered_while_a_name_is_left(crowd: Crowd) -> None:
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, crowd.key)
    (use,) = erasure.classes()
    assert (use.name, use.students, use.lesson_day, use.seen_at) == ("4B", 6, "2026-05-14", 317)
    own = crowd.taught.school_class
    crowd.connection.execute('UPDATE "class" SET archived = 1')
    assert erasure.classes() == (replace(use, archived=True),)
    students = tuple(s.id for s in crowd.room.store.find(Student, class_id=own.id))
    erasure.erase(ErasureRequest(StepId(5_000_000), 1_000, students), silent)
    assert erasure.classes() == ()
