"""2: the power goes: the log beside the file ends at any 512 bytes, or in what never got there."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.demo.build import DemoBuilder, DemoSize
from data.backups import inspect
from tests.faults.budget import Budget
from tests.faults.ledger import last_step, things
from tests.faults.logs import Cut, cut_while_writing
from tests.faults.tally import Tally
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

SECTOR = 512
STEPS = 45


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Cut:
    """A lesson of some minutes that is only in the log."""
    folder = tmp_path_factory.mktemp("cut") / "profile"
    opened = open_profile(profile_at(folder), SystemClock())
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=1))
    opened.close()
    made = cut_while_writing(folder, STEPS)
    assert len(made.log) > 100 * SECTOR
    return made


def nothing(_log: bytes, _at: int) -> bytes:
    return b""


def zeros(log: bytes, at: int) -> bytes:
    return bytes(max(0, len(log) - at))


def noise(log: bytes, at: int) -> bytes:
    return random.Random(at).randbytes(max(0, len(log) - at))


def a_hole(log: bytes, at: int) -> bytes:
    """One sector that never reached the disk, and all that came after it did."""
    return bytes(max(0, min(SECTOR, len(log) - at))) + log[at + SECTOR :]


@pytest.mark.long
@pytest.mark.parametrize("rest", [nothing, zeros, noise, a_hole])
def test_whatever_is_left_of_the_log_some_whole_step_is_the_last(
    cut: Cut, tmp_path: Path, budget: Budget, tally: Tally, rest: Callable[[bytes, int], bytes]
) -> None:
    """The longer the log that is left, the more steps are there; with all of it, all of them.

    A hole may be where nothing was: then nothing is lost.
    """
    reached = 0
    for at in budget.some_of(range(0, len(cut.log) + SECTOR, SECTOR), 25):
        database = cut.lay(tmp_path / "profile", cut.log[:at] + rest(cut.log, at))
        tally.fault()
        found = state_of(database, cut)
        tally.must_open_right(found >= reached, f"log of {at} bytes: step {found} is the last")
        reached = 0 if rest is a_hole else found
    assert found == len(cut.states) - 1


def state_of(database: Path, cut: Cut) -> int:
    """How many of the steps are there, whole; -1 when it is no state there ever was."""
    inspect(database)
    opened = open_profile(profile_at(database.parent), SystemClock())
    try:
        last, found = last_step(opened.connection), things(opened.connection)
    finally:
        opened.close()
    return list(cut.states).index(last) if cut.states.get(last) == found else -1


def test_the_cut_leaves_everything_in_the_log(cut: Cut, tmp_path: Path) -> None:
    """Without its log the file is as it was before the first of these steps."""
    assert state_of(cut.lay(tmp_path / "profile", b""), cut) == 0
    assert len(cut.states) >= STEPS
