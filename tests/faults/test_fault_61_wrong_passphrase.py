"""Fault 61: a wrong passphrase twenty times, a lost key file, the recovery code, kills between."""

import os
import random
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import TryLater, WrongPassphrase
from data.database import connect
from data.inspecting import inspect
from data.safe.profile_safe import ProfileSafe
from tests.data.safe.conftest import NAME, WORDS, Room
from tests.faults.budget import Budget
from tests.faults.tally import Tally

OURS = str(Path("data") / "safe")
LONGEST = 4_000


def safe_of(room: Room) -> ProfileSafe:
    return ProfileSafe(room.profile, random.Random(11).getrandbits, room.clock.now_ms)


def test_twenty_wrong_ones_are_slowed_down_and_then_the_right_one_opens(tmp_path: Path) -> None:
    room = Room(tmp_path)
    code = room.safe.new_code()
    room.safe.set(WORDS, code)
    waited = 0
    for turn in range(20):
        while seconds := room.safe.seconds_left():
            with pytest.raises(TryLater):
                room.safe.open(WORDS)
            room.clock.advance(seconds * 1000)
            waited += seconds
        with pytest.raises(WrongPassphrase):
            room.safe.open(f"red tram {turn}")
    assert waited > 10 * 60
    room.clock.advance(60_000)
    assert room.students(room.safe.open(code)) == 40


def test_a_lost_key_file_is_no_damage_while_a_backup_knows_the_key(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.back_up()
    code = room.safe.new_code()
    room.safe.tidy(room.safe.set(WORDS, code))
    room.profile.key_file.unlink()
    assert room.students(room.safe.open(code)) == 40


def killed_at(line: int, room: Room, work: str, code: str) -> bool:
    """Do it in a child that is killed at that line of ours; whether it was killed."""
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    left = iter(range(line))

    def count(frame, event, _argument):
        if OURS not in frame.f_code.co_filename:
            return None
        if event == "line" and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return count

    sys.settrace(count)
    try:
        safe = safe_of(room)
        if work == "set":
            safe.tidy(safe.set(WORDS, code))
        else:
            key = safe.open(WORDS)
            safe.unseal_copies(key)
            safe.remove(key)
    finally:
        os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="a child is forked and killed")
@pytest.mark.long
@pytest.mark.parametrize("work", ["set", "remove"])
def test_who_is_killed_anywhere_finds_a_profile_that_opens(
    work: str, tmp_path: Path, budget: Budget, tally: Tally
) -> None:
    """Old or new, every row there; what was stopped is finished, and then nothing is readable."""
    for line in budget.some_of(range(0, LONGEST, 12), 6):
        room = Room(tmp_path / f"{work}{line}")
        kept = room.back_up()
        code = room.safe.new_code()
        if work == "remove":
            room.safe.tidy(room.safe.set(WORDS, code))
        tally.fault()
        was_killed = killed_at(line, room, work, code)
        safe = safe_of(room)
        key = safe.open(WORDS) if safe.is_set() else None
        with closing(connect(room.profile.database, key)) as connection:
            assert connection.execute("SELECT count(*) FROM student").fetchone()[0] == 40
        if key is not None:
            assert safe.tidy(key) == []
            assert room.files_with(NAME) == []
        own = safe.open_copy(kept, WORDS) if b"SQLite" not in kept.read_bytes()[:16] else None
        assert inspect(kept, own).students == 40
        if not was_killed:
            break
