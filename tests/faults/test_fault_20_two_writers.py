"""20: two real processes write into one class at once, as the window and the command line may."""

import subprocess
import sys
from pathlib import Path

from app.demo.build import DemoBuilder, DemoSize
from data.backups import inspect
from data.database import connect
from tests.faults.killed import ROOT
from tests.faults.ledger import steps_after
from tests.faults.tally import Tally
from tests.faults.writer import digest
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

WRITERS, EACH = 3, 80


def test_whatever_any_of_them_called_saved_is_there_and_nothing_is_mixed(
    tmp_path: Path, tally: Tally
) -> None:
    """A step that no longer fits is refused to its writer; it is never half done."""
    profile = tmp_path / "profile"
    opened = open_profile(profile_at(profile), SystemClock())
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=3))
    opened.close()
    told = everything_told(profile)
    inspect(profile_at(profile).database)
    connection = connect(profile_at(profile).database)
    kept = {(int(step.id), digest(step)) for step in steps_after(connection, 0)}
    connection.close()
    tally.fault(WRITERS)
    tally.must_be_kept(told <= kept, f"lost: {sorted(told - kept)}")
    assert len(told) > WRITERS * EACH // 2


def everything_told(profile: Path) -> set[tuple[int, int]]:
    """What all of them called saved."""
    command = [sys.executable, "-m", "tests.faults.writer", str(profile)]
    writers = [
        subprocess.Popen([*command, str(seed), str(EACH)], cwd=ROOT, stdout=subprocess.PIPE)
        for seed in range(WRITERS)
    ]
    said = [line.split() for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    return {(int(step), int(number)) for step, number in said if step != b"ready"}
