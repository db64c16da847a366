"""1: `rondo observe --stdin` is killed: every line it called saved is there afterwards."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.observations import Observation
from data.backups import inspect
from data.database import connect
from data.store import SqliteStore
from tests.fakes import FakeClock
from tests.faults.budget import Budget
from tests.faults.killed import PAUSE_S, ROOT
from tests.faults.tally import Tally
from ui.bootstrap import build_demo, profile_at

LINES = ("amara 3 add", "ben 2 com explains own strategy", "nobody 3 add", "maya p 4 add drew it")
SENT = 120
Notes = dict[int, str]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    build_demo(profile_at(tmp_path / "profile"), FakeClock())
    return tmp_path / "profile"


def observe_until_killed(profile: Path, seed: int) -> list[tuple[int, str]]:
    """The ids it called saved, each with the line that it answered."""
    chance = random.Random(seed)
    sent = [f"{chance.choice(LINES)} zz{seed}x{number}" for number in range(SENT)]
    command = [sys.executable, "-m", "ui", "observe", "--stdin", "--class", "4B"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, "--profile", str(profile)], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("".join(f"{line}\n" for line in sent).encode())
        child.stdin.flush()
        heard = [child.stdout.readline() for _ in range(chance.randrange(SENT // 2))]
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.random() * PAUSE_S)
        child.kill()
        heard += child.stdout.readlines()
    # A line that the kill cut in half was never said.
    said = [line.split() for line in heard if line.endswith(b"\n")]
    assert all(word == b"saved" for word, _number in said)
    understood = [line for line in sent if not line.startswith("nobody")]
    return [(int(number), line) for (_, number), line in zip(said, understood, strict=False)]


def kept(profile: Path) -> Notes:
    """The note of every observation there is, after a look at the whole file."""
    inspect(profile_at(profile).database)
    connection = connect(profile_at(profile).database)
    try:
        return {seen.id: seen.note for seen in SqliteStore(connection).find(Observation)}
    finally:
        connection.close()


@pytest.mark.long
def test_every_line_called_saved_is_there_after_a_kill(
    profile: Path, budget: Budget, tally: Tally
) -> None:
    before, told = kept(profile), 0
    for seed in budget.turns(whole=200, short=5):
        saved = observe_until_killed(profile, seed)
        after = kept(profile)
        tally.fault()
        for number, line in saved:
            right = after.get(number, "").endswith(line.split()[-1])
            tally.must_be_kept(right, f"kill {seed}: {line}")
        fewer = before.items() <= after.items()
        tally.must_be_kept(fewer, f"kill {seed}: something older is gone")
        more = len(after) - len(before) - len(saved)
        tally.must_open_right(more in {0, 1}, f"kill {seed}: {more} that nobody was told of")
        before, told = after, told + len(saved)
    assert told > 0
