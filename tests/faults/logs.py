"""A profile whose newest steps are only in the log beside the file, as a power cut leaves it."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from data.database import connect
from tests.faults.killed import ROOT
from tests.faults.ledger import Things, followed, last_step, steps_after, things
from ui.bootstrap import profile_at


@dataclass(frozen=True)
class Cut:
    """The two files of a profile as they were when the power went, and every state there was.

    A state is known by the newest step of its journal.
    """

    database: bytes
    log: bytes
    states: dict[int, Things]

    def lay(self, folder: Path, log: bytes) -> Path:
        """A profile with the file as it was and another log; where its database is."""
        shutil.rmtree(folder, ignore_errors=True)
        database = profile_at(folder).made().database
        database.write_bytes(self.database)
        beside(database).write_bytes(log)
        return database


def beside(database: Path) -> Path:
    """The log of a database."""
    return database.with_name(database.name + "-wal")


def cut_while_writing(profile: Path, steps: int) -> Cut:
    """Let a process write so many steps, end it before it folds its log, and take the files."""
    database = profile_at(profile).database
    before, last = _read(database)
    command = [sys.executable, "-m", "tests.faults.writer", str(profile), "5"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for _line in range(steps):
            assert child.stdout.readline()
        child.kill()
    cut = (database.read_bytes(), beside(database).read_bytes())
    states = {last: before}
    connection = connect(database)
    for step in steps_after(connection, last):
        states[step.id] = followed(states[last], [step])
        last = step.id
    connection.close()
    return Cut(*cut, states)


def _read(database: Path) -> tuple[Things, int]:
    connection = connect(database)
    found = things(connection), last_step(connection)
    connection.close()
    return found
