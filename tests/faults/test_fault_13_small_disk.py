"""13: a real disk of a few megabytes is full while a process writes."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.classroom import furnish
from app.demo.build import DemoBuilder, DemoSize
from app.errors import ClassroomError, NotSaved
from tests.faults.disks import fill, small_disk
from tests.faults.killed import ROOT
from tests.faults.ledger import Ledger, Told
from tests.faults.tally import Tally
from tests.faults.writer import Telling, Writer
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock


def begin_class(profile: Path) -> None:
    opened = open_profile(profile_at(profile), SystemClock())
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=1))
    opened.close()


def told_by_writer(profile: Path, count: int) -> list[Told]:
    """What a process that tried so many things called saved."""
    command = [sys.executable, "-m", "tests.faults.writer", str(profile), "3", str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = [line.split() for line in done.stdout.splitlines()]
    return [(int(step), int(number)) for step, number in said if step != "ready"]


@pytest.mark.parametrize("left", [0, 8_000, 60_000, 300_000])
def test_what_was_called_saved_is_there_and_writing_goes_on_when_there_is_room(
    tmp_path: Path, tally: Tally, left: int
) -> None:
    with small_disk(tmp_path / "disk", 6000) as disk:
        begin_class(disk / "profile")
        ledger = Ledger(disk / "profile")
        ballast = fill(disk, leave=left)
        told = told_by_writer(disk / "profile", 150)
        tally.fault()
        ballast.unlink()
        wrong = ledger.settle(told)
        tally.must_be_kept(not wrong, f"{left} bytes left: {wrong}")
        again = told_by_writer(disk / "profile", 50)
        assert len(again) > 20
        assert ledger.settle(again) == []


def test_a_full_disk_is_named_and_each_refused_step_changed_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 6000) as disk:
        begin_class(disk / "profile")
        ledger = Ledger(disk / "profile")
        opened = open_profile(profile_at(disk / "profile"), SystemClock())
        told: list[str] = []
        own = opened.classroom
        room = furnish(Telling(own.store, told.append), own.evidence, own.clock, own.ids)
        fill(disk, leave=8_000)
        reasons = refusals(Writer(room, 4), 20)
        opened.close()
        (disk / "ballast").unlink()
        assert set(reasons) == {"full"}
        assert ledger.settle([(int(s), int(d)) for s, d in map(str.split, told)]) == []


def refusals(writer: Writer, count: int) -> list[str]:
    """Why the disk refused, so many times over."""
    found: list[str] = []
    for deed in writer.deeds():
        try:
            deed()
        except NotSaved as error:
            found.append(error.reason)
        except ClassroomError:
            continue
        if len(found) == count:
            break
    return found
