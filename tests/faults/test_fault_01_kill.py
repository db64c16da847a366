"""1: kill -9 of a process that writes, at any moment, with undo and redo among its steps."""

import random
from pathlib import Path

import pytest

from app.demo.build import DemoBuilder, DemoSize
from tests.faults.budget import Budget
from tests.faults.killed import write_until_killed
from tests.faults.ledger import Ledger
from tests.faults.tally import Tally
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

UNDO_EVERY = 5


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A class in the middle of a lesson, and what is known of it."""
    opened = open_profile(profile_at(tmp_path / "profile"), SystemClock())
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=5))
    opened.close()
    return Ledger(tmp_path / "profile")


@pytest.mark.long
def test_killed_at_any_moment_every_step_is_there_or_not_and_undo_is_intact(
    ledger: Ledger, budget: Budget, tally: Tally
) -> None:
    chance = random.Random(11)
    told = 0
    for seed in budget.turns(whole=1000, short=40):
        saved = write_until_killed(ledger.profile, seed)
        tally.fault()
        told += len(saved)
        wrong = ledger.settle(saved)
        tally.must_be_kept(not wrong, f"kill {seed}: {wrong}")
        if seed % UNDO_EVERY == 0:
            wrong = ledger.undo_and_redo(chance.randrange(1, 30))
            tally.must_open_right(not wrong, f"kill {seed}: {wrong}")
    undone, left = ledger.undo_all()
    assert told > undone > 0
    tally.must_open_right(left == ledger.first, f"{undone} steps taken back left something else")
