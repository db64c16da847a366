"""53: an import is killed on its way, or refused by the disk: all of the list is there, or none."""

import random
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.domain.classes import SchoolClass, Student
from app.domain.stations import Station
from data.backups import inspect
from data.database import connect
from data.store import SqliteStore
from tests.faults.budget import Budget
from tests.faults.disks import fill, small_disk
from tests.faults.killed import ROOT
from tests.faults.shell import ListShell
from tests.faults.tally import Tally
from ui.bootstrap import open_profile, profile_at

STUDENTS = 400


@pytest.fixture
def rondo(tmp_path: Path) -> ListShell:
    """A profile with class 4B, and a long list of another one."""
    shell = ListShell(tmp_path)
    shell.import_bytes(b"First,Last\nAmara,Okafor\n")
    rows = "".join(f"Student{n},Of{n}\n" for n in range(STUDENTS))
    (tmp_path / "5A.csv").write_text(f"First,Last\n{rows}")
    return shell


def counted(profile: Path) -> tuple[int, int]:
    """How many classes and students there are, after a look at the whole file."""
    inspect(profile_at(profile).database)
    with closing(connect(profile_at(profile).database)) as connection:
        store = SqliteStore(connection)
        return len(store.find(SchoolClass)), len(store.find(Student))


def import_until_killed(shell: ListShell, seconds: float) -> None:
    command = [sys.executable, "-m", "ui", "import", str(shell.folder / "5A.csv")]
    more = ["--class", "5A", "--profile", str(shell.profile)]
    pipe = subprocess.DEVNULL
    with subprocess.Popen([*command, *more], cwd=ROOT, stdout=pipe, stderr=pipe) as child:
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
        child.kill()


@pytest.mark.long
def test_a_killed_import_has_brought_everyone_or_nobody(
    rondo: ListShell, budget: Budget, tally: Tally
) -> None:
    before, whole, times = counted(rondo.profile), 0, (0.1, 0.6)
    for seed in budget.turns(whole=100, short=4):
        import_until_killed(rondo, random.Random(seed).uniform(*times))
        tally.fault()
        found = counted(rondo.profile)
        all_of_it = (before[0] + 1, before[1] + STUDENTS)
        tally.must_open_right(found in {before, all_of_it}, f"kill {seed}: {found}")
        if found != before:
            whole += 1
            undo_one(rondo)
    assert counted(rondo.profile) == before


def undo_one(shell: ListShell) -> None:
    opened = open_profile(profile_at(shell.profile), shell.clock)
    opened.classroom.workspace.undo()
    opened.close()


def test_one_undo_takes_a_whole_import_back_with_the_class_it_made(rondo: ListShell) -> None:
    before = counted(rondo.profile)
    rondo.json("import", str(rondo.folder / "5A.csv"), "--class", "5A")
    assert counted(rondo.profile) == (before[0] + 1, before[1] + STUDENTS)
    undo_one(rondo)
    assert counted(rondo.profile) == before
    with closing(connect(profile_at(rondo.profile).database)) as connection:
        classes = {one.class_id for one in SqliteStore(connection).find(Station)}
    assert len(classes) == 1


def test_an_import_for_which_there_is_no_room_leaves_nothing(tmp_path: Path) -> None:
    rows = "".join(f"Student{n},Of{n}\n" for n in range(1900))
    (tmp_path / "5A.csv").write_text(f"First,Last\n{rows}")
    with small_disk(tmp_path / "disk", 2048) as disk:
        shell = ListShell(disk)
        shell.import_bytes(b"First,Last\nAmara,Okafor\n")
        fill(disk, leave=40_000)
        assert shell("import", str(tmp_path / "5A.csv"), "--class", "5A") == 1
        assert "full" in shell.err
        (disk / "ballast").unlink()
        assert counted(shell.profile) == (1, 1)
