"""Another program holds the file as it is opened: two seconds, then it is said."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.opening.errors import FileIsBusy
from data.door import Door
from data.paths import Profile
from data.surroundings import Surroundings
from tests.faults.opened import App, filled
from tests.faults.tally import Tally

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA journal_mode=DELETE")
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the file to itself."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate("")


def test_a_file_that_stays_locked_is_told_of_and_can_be_tried_again(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    path = filled(tmp_path)
    with held(path):
        began = time.monotonic()
        with tally.untouched(path):
            app.start(tmp_path)
        assert time.monotonic() - began >= 1.9
        assert "Another program is using rondo.db" in app.trouble.said.text()
    app.take("again")
    assert app.desk.class_id is not None


def test_a_file_the_system_keeps_back_is_tried_for_two_seconds(tmp_path: Path) -> None:
    filled(tmp_path)
    waited: list[float] = []

    def kept_back(_path: Path) -> bool:
        raise BlockingIOError(11, "kept back")

    around = Surroundings(may_write=kept_back)
    with pytest.raises(FileIsBusy):
        Door(Profile(tmp_path), around, waited.append).open()
    assert 1.8 <= sum(waited) <= 2.0
