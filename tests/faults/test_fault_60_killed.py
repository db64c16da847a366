"""Fault 60, interrupted: an erasing that is killed anywhere is finished by the next start."""

import random
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import StepId
from data.database import connect, transaction
from data.erasure.erasure import SqliteErasure
from data.erasure.intent import Intent, begin, close, done_intents
from data.inspecting import inspect
from data.paths import Profile
from tests.erasing import Crowd, found_in
from tests.faults.budget import Budget
from tests.faults.killed import ROOT
from tests.faults.opened import filled, real_window, rondo
from tests.faults.test_fault_59_real_process import LOCKS, is_watched, until
from tests.faults.test_fault_60_erase import plant_files

PAUSE_S = 0.03


def erase_until_killed(folder: Path, child: int, chance: random.Random) -> bool:
    """Whether the process was killed before it was done."""
    places = [str(folder / "profile"), str(folder / "stick"), str(child)]
    command = [sys.executable, "-m", "tests.faults.eraser", *places]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(chance.randrange(12)):
            process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.random() * PAUSE_S)
        was_running = process.poll() is None
        process.kill()
    return was_running


@pytest.mark.long
def test_whoever_is_killed_while_erasing_finishes_at_the_next_start(
    tmp_path: Path, budget: Budget
) -> None:
    template = tmp_path / "template"
    crowd = Crowd(template / "profile")
    plant_files(crowd, template / "stick")
    crowd.connection.close()
    killed = 0
    for turn in budget.turns(whole=300, short=8):
        folder = tmp_path / f"turn {turn}"
        shutil.copytree(template, folder)
        killed += erase_until_killed(folder, crowd.child, random.Random(turn))
        profile = Profile(folder / "profile")
        inspect(profile.database)
        erasure = SqliteErasure(profile, lambda: 3_000, None, (folder / "stick",))
        if not erasure.finish(silent):  # killed before it began, or done
            erasure.erase(
                ErasureRequest(StepId(6_000_000), 1, (crowd.child,), mentions=None), silent
            )
        assert found_in(folder) == []
        assert erasure.unfinished() == 0
        assert inspect(profile.database).students == 5
        with closing(connect(profile.database)) as connection:
            assert connection.execute("SELECT count(*) FROM observation").fetchone() == (7,)
        shutil.rmtree(folder)
    assert killed


def test_a_log_that_says_how_far_an_erasing_came_is_the_files_own(tmp_path: Path) -> None:
    """It says other words about the newest step than the file does; whoever is killed leaves it."""
    crowd = Crowd(tmp_path / "profile")
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,))
    with transaction(crowd.connection):
        begin(crowd.connection, request)
    crowd.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with transaction(crowd.connection):
        close(crowd.connection, Intent(request))
    left = tmp_path / "left"
    shutil.copytree(crowd.profile.folder, left)
    crowd.connection.close()
    assert (left / "rondo.db-wal").stat().st_size
    with closing(connect(left / "rondo.db")) as connection:
        assert [done.request.id for done in done_intents(connection)] == [request.id]


@pytest.mark.skipif(not LOCKS.exists(), reason="only Linux tells who holds which lock")
def test_a_window_that_is_killed_after_it_leaves_a_class_that_is_whole(tmp_path: Path) -> None:
    filled(tmp_path)
    assert rondo(tmp_path, "backup").returncode == 0
    who = ("--class", "4B", "--student", "Amara", "--mentions", "erase", "--yes")
    with real_window(tmp_path) as window:
        until(lambda: is_watched(tmp_path))
        assert rondo(tmp_path, "erase", *who).returncode == 0
        beside = rondo(tmp_path, "check")
        window.kill()
        window.communicate(timeout=30)
    assert (beside.returncode, beside.stdout.splitlines()[-1]) == (0, "All is whole.")
    after = rondo(tmp_path, "check")
    assert (after.returncode, after.stdout.splitlines()[-1]) == (0, "All is whole.")


def test_a_second_place_that_was_away_is_cleaned_when_it_is_there_again(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    plant_files(crowd, tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "away")
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, None, (tmp_path / "stick",))
    receipt = erasure.erase(
        ErasureRequest(StepId(5_000_000), 1, (crowd.child,), mentions=None), silent
    )
    assert [left.reason for left in receipt.left] == ["absent"]
    assert erasure.unfinished() == 1
    assert erasure.finish(silent) == ()
    (tmp_path / "away").rename(tmp_path / "stick")
    assert [len(done.rewritten) for done in erasure.finish(silent)] == [1]
    assert erasure.unfinished() == 0
    assert found_in(tmp_path) == []


def test_a_damaged_copy_is_marked_or_deleted_as_the_teacher_wants(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    plant_files(crowd, tmp_path / "stick")
    broken = crowd.profile.folder / "rondo.db.damaged-2026-05-01-080000"
    content = bytearray((crowd.profile.backups / "rondo-2026-05-13-150000.rondo").read_bytes())
    content[4096:8192] = bytes(4096)
    broken.write_bytes(content)
    erasure = SqliteErasure(crowd.profile, lambda: 2_000, None, (tmp_path / "stick",))
    left = erasure.erase(
        ErasureRequest(StepId(5_000_000), 1, (crowd.child,), mentions=None), silent
    )
    assert [(one.where, one.reason, one.marked) for one in left.left] == [
        (f"{broken.name}.left-out", "damaged", True)
    ]
    assert not broken.exists()
    again = ErasureRequest(StepId(5_000_001), 1, (crowd.child,), delete_unreadable=True)
    assert erasure.erase(again, silent).left == ()
    assert found_in(tmp_path) == []
