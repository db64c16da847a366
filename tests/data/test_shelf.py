"""Held notes in another place than the class file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from app.domain.changes import Change, Step, label, made
from app.domain.ids import ClassId, ObservationId, StepId, StudentId
from app.domain.observations import Observation
from data.keys import Key
from data.shelf import FileShelf, LockedShelf, NoShelf
from tests.fakes import FakeClock
from ui.bootstrap import open_profile, profile_at

SEEN = Observation(ObservationId(7), ClassId(1), StudentId(2), 99, note="算得很快", tag_ids=(3, 4))
STEPS = (
    Step(StepId(8), 99, label("noted", student="Łucja"), (made(SEEN),)),
    Step(StepId(9), 100, label("noted", student="Łucja"), (Change(SEEN, SEEN),)),
)


def test_what_is_kept_is_what_comes_back(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "rondo.db", [tmp_path])
    place = shelf.keep(STEPS)
    assert Path(place).parent == tmp_path
    assert shelf.load() == STEPS


def test_nothing_to_keep_leaves_no_file(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "rondo.db", [tmp_path])
    shelf.keep(STEPS)
    assert shelf.keep(()) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    place = FileShelf(tmp_path / "rondo.db", [tmp_path]).keep(STEPS)
    assert stat.S_IMODE(Path(place).stat().st_mode) == 0o600


def test_the_first_place_that_takes_it_has_it(tmp_path: Path) -> None:
    blocked, free = tmp_path / "blocked", tmp_path / "free"
    blocked.write_text("")
    free.mkdir()
    shelf = FileShelf(tmp_path / "rondo.db", [blocked, free])
    assert Path(shelf.keep(STEPS)).parent == free
    assert shelf.load() == STEPS
    assert FileShelf(tmp_path / "rondo.db", [blocked]).keep(STEPS) == ""


def test_each_class_file_has_its_own(tmp_path: Path) -> None:
    FileShelf(tmp_path / "one" / "rondo.db", [tmp_path]).keep(STEPS)
    assert FileShelf(tmp_path / "two" / "rondo.db", [tmp_path]).load() == ()


@pytest.mark.parametrize("said", ["", "{", "[]", '{"class file": "x"}', '{"steps": 3}', "null"])
def test_a_file_that_is_no_shelf_holds_nothing(tmp_path: Path, said: str) -> None:
    shelf = FileShelf(tmp_path / "rondo.db", [tmp_path])
    Path(shelf.keep(STEPS)).write_text(said)
    assert shelf.load() == ()


def test_a_class_that_is_encrypted_leaves_nothing_anywhere(tmp_path: Path) -> None:
    locked = open_profile(profile_at(tmp_path / "locked"), FakeClock(), Key(bytes(range(32))))
    plain = open_profile(profile_at(tmp_path / "plain"), FakeClock())
    assert isinstance(locked.shelf(), LockedShelf)
    assert isinstance(plain.shelf(in_memory=True), NoShelf)
    assert isinstance(plain.shelf(), FileShelf)
    locked.close()
    plain.close()
    before = FileShelf(tmp_path / "rondo.db", [tmp_path / "locked"])
    there = list((tmp_path / "locked").iterdir())
    assert LockedShelf(before).keep(STEPS) == ""
    assert list((tmp_path / "locked").iterdir()) == there
    assert NoShelf().keep(STEPS) == ""
    assert NoShelf().load() == ()


def test_what_was_held_before_a_passphrase_was_set_is_not_forgotten(tmp_path: Path) -> None:
    plain = FileShelf(tmp_path / "rondo.db", [tmp_path])
    plain.keep(STEPS)
    locked = LockedShelf(plain)
    assert locked.load() == STEPS
    locked.keep(STEPS)
    assert locked.load() == STEPS  # until it is written, whatever happens
    locked.keep(())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_full_now_keeps_what_it_had(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    FileShelf(tmp_path / "rondo.db", [place]).keep(STEPS[:1])
    half = next(place.iterdir())
    blocked = half.with_name(f"{half.name}.{os.getpid()}.part")
    blocked.mkdir()  # as good as a full disk: nothing new can be written
    assert FileShelf(tmp_path / "rondo.db", [place]).keep(STEPS) == ""
    assert FileShelf(tmp_path / "rondo.db", [place]).load() == STEPS[:1]
