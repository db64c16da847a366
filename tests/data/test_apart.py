"""A large step is written beside the window: whole or not at all, and known to it afterwards."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.changes import Change, Step, gone, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, StepId
from app.errors import NothingToRedo, NotSaved, StaleChange, StepIsStuck
from app.workspace import Workspace
from data.apart import record_apart, turn_apart
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

CLASSES = [SchoolClass(ClassId(n), f"Class {n}", "Maths", 0) for n in range(1, 400)]


class Room:
    """A class file as a window has it open, and a worker."""

    def __init__(self, path: Path, connection) -> None:
        self.path = path
        self.store = SqliteStore(connection)
        self.workspace = Workspace(self.store, ids(1000), FakeClock())
        self.told: list[frozenset[type]] = []
        self.workspace.subscribe(self.told.append)

    async def _write(self, step) -> None:
        assert self.store.find(SchoolClass) == ()  # nothing is seen of it before it is done
        with ThreadPoolExecutor(1) as pool:
            pool.submit(record_apart, self.path, None, step).result()

    def edit(self, *changes: Change):
        return asyncio.run(self.workspace.edit_apart(label("set up"), changes, self._write))

    async def _turn(self, again: bool, own: StepId) -> Step:
        with ThreadPoolExecutor(1) as pool:
            job = pool.submit(turn_apart, self.path, None, FakeClock(), again, own)
            return job.result()

    def turn(self, again: bool = False) -> Step:
        return asyncio.run(self.workspace.turn_apart(again, self._turn))


@pytest.fixture
def room(tmp_path: Path):
    with closing(fresh(tmp_path / "rondo.db")) as connection:
        yield Room(tmp_path / "rondo.db", connection)


def test_it_is_one_step_that_the_window_hears_of_and_can_undo(room) -> None:
    assert room.edit() is None
    step = room.edit(*map(made, CLASSES))
    assert room.told == [frozenset({SchoolClass})]
    assert list(room.store.find(SchoolClass)) == CLASSES
    assert room.workspace.newest == step.id
    room.workspace.undo()
    assert room.store.find(SchoolClass) == ()
    room.workspace.redo()
    assert len(room.store.find(SchoolClass)) == len(CLASSES)


def test_what_has_changed_meanwhile_refuses_all_of_it(room) -> None:
    gone = SchoolClass(ClassId(900), "Gone", "Maths", 0)
    with pytest.raises(StaleChange):
        room.edit(*map(made, CLASSES), Change(gone, None))
    assert room.store.find(SchoolClass) == ()
    assert room.workspace.newest is None
    assert room.told == []


def test_in_the_place_of_a_file_that_is_gone_no_other_is_made(tmp_path: Path) -> None:
    step = Step(StepId(1), 0, label("set up"), tuple(map(made, CLASSES)))
    with pytest.raises(NotSaved) as told:
        record_apart(tmp_path / "rondo.db", None, step)
    assert told.value.reason == "gone"
    assert not [*tmp_path.iterdir()]


def test_it_is_taken_back_and_done_again_beside_the_window_too(room) -> None:
    step = room.edit(*map(made, CLASSES))
    undone = room.turn()
    assert (undone.reverses, undone.label) == (step.id, step.label)
    assert room.store.find(SchoolClass) == ()
    assert room.workspace.next_undo is None
    room.turn(again=True)
    assert list(room.store.find(SchoolClass)) == CLASSES
    assert room.told == [frozenset({SchoolClass})] * 3
    room.workspace.undo()  # here as ever
    assert room.store.find(SchoolClass) == ()


def test_what_cannot_be_turned_is_told_and_nothing_has_changed(room) -> None:
    with pytest.raises(NothingToRedo):
        room.turn(again=True)
    room.edit(*map(made, CLASSES))
    room.workspace.edit(label("set up"), gone(CLASSES[0]), undoable=False)
    with pytest.raises(StepIsStuck):
        room.turn()
    assert list(room.store.find(SchoolClass)) == CLASSES[1:]
    assert room.told == [frozenset({SchoolClass})] * 2
