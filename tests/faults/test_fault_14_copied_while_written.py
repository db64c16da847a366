"""14: backups of an encrypted class while another program writes into it all the time.

The bytes are copied, not the pages, so each copy must be the state of one moment all the same.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.backups import SqliteBackups
from data.database import connect, connect_read_only
from data.keys import Key
from data.raw_copy import folded
from tests.faults.budget import Budget
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)
KEY = Key(bytes(range(32)))
STEPS = "SELECT id, at, verb, facts, undone FROM step WHERE id <= ?"
WRITER = """
import sys
from pathlib import Path
from threading import Event
from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, IdMaker, StudentId
from app.workspace import Workspace
from data.database import connect
from data.keys import Key
from data.store import SqliteStore
from ui.clock import SystemClock

pause = Event().wait
clock, key = SystemClock(), Key(bytes(range(32)))
store = SqliteStore(connect(Path(sys.argv[1]), key))
ids = IdMaker(clock.now_ms, 1000)
workspace = Workspace(store, ids, clock)
own = ClassId(ids())
workspace.edit(label("made"), made(SchoolClass(own, "4B", "Maths", 0)))
print("ready", flush=True)
while True:
    few = [made(Student(StudentId(ids()), own, "", f"Student {n}", "")) for n in range(7)]
    workspace.edit(label("added"), *few)
    pause(0.005)
"""


@contextmanager
def writing(database: Path) -> Iterator[None]:
    """A program that writes until the end."""
    command = [sys.executable, "-c", WRITER, str(database)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            yield
        finally:
            writer.kill()


@pytest.mark.long
def test_every_copy_is_the_state_of_one_moment(
    tmp_path: Path, tally: Tally, budget: Budget
) -> None:
    """Each step adds seven students and is whole or not there; none before the last is missing."""
    database = tmp_path / "rondo.db"
    connect(database, KEY).close()
    backups, by_bytes = SqliteBackups(database, lambda: NOW, KEY), 0
    with closing(connect(database, KEY)) as live, writing(database):
        for turn in budget.turns(25, 6):
            with folded(database, KEY) as reader:
                by_bytes += reader is not None
            newest = backups.save(tmp_path / f"{turn}.rondo").newest_step
            tally.fault()
            with closing(connect_read_only(tmp_path / f"{turn}.rondo", KEY)) as copy:
                here, there = (set(c.execute(STEPS, (newest,))) for c in (live, copy))
                tally.must_be_kept(here == there, f"{turn}: {len(here)} steps, {len(there)} copied")
                students = copy.execute("SELECT count(*) FROM student").fetchone()[0]
                assert students == 7 * (len(there) - 1)
            (tmp_path / f"{turn}.rondo").unlink()
    assert by_bytes > 0
