"""Killed at any moment, the app has kept everything it said it kept."""

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.observations import Observation
from data.backups import inspect
from data.database import connect, connect_read_only
from data.store import SqliteStore
from tests.demo import lay_demo
from tests.journey.stopped import GONE
from ui.bootstrap import profile_at

ROOT = Path(__file__).resolve().parents[2]
LINES = ("amara 3 add", "ben 2 com explains own strategy", "leila 1 equ", "maya p 4 add drew it")
SENT = 300
SEEDS = range(10)


@contextmanager
def rondo(profile: Path, *words: str, module: str = "ui") -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, with pipes to and from it."""
    command = [sys.executable, "-m", module, *words, "--profile", str(profile)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def observe_until_killed(profile: Path, sent: list[str], patience: int) -> list[int]:
    """Write lines, kill the child once it confirmed so many; every id it ever confirmed."""
    with rondo(profile, "observe", "--stdin", "--class", "4B") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("".join(f"{line}\n" for line in sent))
        child.stdin.flush()
        heard = [child.stdout.readline() for _ in range(patience)]
        child.kill()
        heard += child.stdout.readlines()
        assert child.wait() == (-signal.SIGKILL if sys.platform != "win32" else 1)
    # A line that the kill cut in half was never said.
    said = [line.split() for line in heard if line.endswith("\n")]
    assert all(word == "saved" for word, _number in said)
    return [int(number) for _word, number in said]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo class; one kill after another hits it."""
    folder = tmp_path_factory.mktemp("killed") / "profile"
    lay_demo(profile_at(folder))
    return folder


def kept(profile: Path) -> set[int]:
    """The ids of the observations there are, after a look at the whole file."""
    return ids_of(profile_at(profile).database)


def ids_of(database: Path) -> set[int]:
    inspect(database)
    connection = connect_read_only(database)
    try:
        return {seen.id for seen in SqliteStore(connection).find(Observation)}
    finally:
        connection.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_confirmed_before_a_kill_is_in_the_database(profile: Path, seed: int) -> None:
    chance = random.Random(seed)
    before = kept(profile)
    sent = chance.choices(LINES, k=SENT)
    confirmed = observe_until_killed(profile, sent, chance.randrange(SENT // 2))
    after = kept(profile)
    assert set(confirmed) <= after
    assert len(set(confirmed)) == len(confirmed)
    assert before <= after
    assert len(confirmed) <= len(after - before) <= len(confirmed) + 1


@pytest.mark.parametrize("seed", range(5))
def test_a_first_start_that_is_killed_can_be_started_again(tmp_path: Path, seed: int) -> None:
    """The file is made in the blink between two looks at the folder, or a little later."""
    chance = random.Random(seed)
    with rondo(tmp_path, "observe", "--list", "--class", "4B") as child:
        while not any(tmp_path.iterdir()) and child.poll() is None:
            pass
        for _turn in range(chance.randrange(40)):
            any(tmp_path.iterdir())
        child.kill()
        child.wait()
    connect(profile_at(tmp_path).database).close()
    assert kept(tmp_path) == set()


def observe(profile: Path, count: int) -> None:
    """Write lines and end as usual."""
    with rondo(profile, "observe", "--stdin", "--class", "4B") as child:
        child.communicate(f"{LINES[0]}\n" * count)


def killed_in_the_middle(folder: Path) -> tuple[set[int], Path]:
    """A profile whose newest observations are in the log beside the file, and an old backup."""
    lay_demo(profile_at(folder))
    backup = folder / "before.rondo"
    with rondo(folder, "backup", str(backup)) as child:
        assert child.wait() == 0
    observe(folder, 10)
    observe_until_killed(folder, [LINES[0]] * 20, 20)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    return kept(copy), backup


def test_a_restore_that_is_stopped_anywhere_leaves_the_old_class_or_the_new_one(
    tmp_path: Path,
) -> None:
    whole, backup = killed_in_the_middle(tmp_path / "whole")
    older, stops = ids_of(backup), 0
    assert older < whole
    while True:
        profile = tmp_path / f"stopped {stops}"
        shutil.copytree(tmp_path / "whole", profile)
        words = (str(stops), "restore", str(backup))
        with rondo(profile, *words, module="tests.journey.stopped") as child:
            ended = child.wait()
        assert kept(profile) in (whole, older), f"stopped before change {stops}"
        if ended != GONE:
            break
        stops += 1
    assert (ended, kept(profile)) == (0, older)
    assert stops > 3
