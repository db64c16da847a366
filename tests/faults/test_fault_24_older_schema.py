"""Fault 24: a file of an older Rondo is brought up to date whole, or stays as it was."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import FileIsNewer
from app.workspace import Workspace
from data.backups import inspect
from data.damage.look import broken_seals
from data.database import connect
from data.derived import is_derived
from data.mapping import TABLES
from data.schema import SCHEMA
from data.seals import JOURNAL, is_sealed
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.faults.budget import Budget
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "data" / "fixtures"
OLDER = [FIXTURES / f"schema_{number}.db" for number in range(1, SCHEMA)]
STRAY = "_sqlite_migrations"

# Opens a copy of the file again and again, and kills itself a statement (or a stride of them) later
# each time; a statement that takes long is also killed within. What was done by then is printed.
KILLED = """
import json, os, shutil, signal, sys
from pathlib import Path
from sqlcipher3 import dbapi2 as sqlite
import data.migrating
from data.database import connect

source, room, stride = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
real = sqlite.connect
seen = 0

def counted(limit, within):
    def count(_statement=None):
        global seen
        seen += 1
        if seen == limit:
            os.kill(os.getpid(), signal.SIGKILL)
    def make(*given, **named):
        connection = real(*given, **named)
        if within:
            connection.set_progress_handler(count, 400)
        else:
            connection.set_trace_callback(count)
        return connection
    return make

for within in (False, True):
    number = 0
    while True:
        number += stride
        folder = room / f"{'within' if within else 'before'}-{number}"
        folder.mkdir()
        shutil.copy(source, folder / "rondo.db")
        child = os.fork()
        if not child:
            sqlite.connect = counted(number, within)
            connect(folder / "rondo.db").close()
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break
    print(json.dumps([within, number]), flush=True)
"""


Columns = dict[str, list[str]]
Rows = dict[str, list[tuple[object, ...]]]


def layout(path: Path) -> Columns:
    """The columns of every table, without the seals that are made anew."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {
            name: [
                row[1]
                for row in connection.execute(f'PRAGMA table_info("{name}")')
                if row[1] != "seal"
            ]
            for (name,) in names
            if name != STRAY and not is_derived(name)
        }


def everything(path: Path, older: Path) -> Rows:
    """Every row of every table, as far as the older file has the table and the column."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                f'SELECT {", ".join(map(quoted, names))} FROM "{table}" ORDER BY id'
            ).fetchall()
            for table, names in layout(older).items()
        }


def quoted(name: str) -> str:
    return f'"{name}"'


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_there_is_a_file_of_every_older_schema() -> None:
    assert [path.name for path in OLDER if not path.exists()] == []
    assert [version(path) for path in OLDER] == list(range(1, SCHEMA))


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_everything_in_it_is_there_afterwards(older: Path, tmp_path: Path, tally: Tally) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(older, path)
    before = everything(older, older)
    assert {"observation", "step", "change", "session"} <= {t for t, rows in before.items() if rows}
    connect(path).close()
    tally.must_open_right(everything(path, older) == before, "the file holds something else")
    assert version(path) == SCHEMA


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_it_is_copied_first_and_the_copy_is_read(older: Path, tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(older, path)
    connect(path).close()
    (kept,) = tmp_path.glob("rondo-before-update-*.db")
    assert everything(kept, older) == everything(older, older)
    assert version(kept) == version(older)
    assert inspect(kept).students == 6


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_what_was_kept_long_ago_is_sealed(older: Path, tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(older, path)
    with closing(connect(path)) as connection:
        assert [t for t in (*TABLES.values(), *JOURNAL) if not is_sealed(connection, t)] == []
        assert list(broken_seals(connection)) == []


def test_undo_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(FIXTURES / "schema_1.db", path)
    with closing(connect(path)) as connection:
        store = SqliteStore(connection)
        workspace = Workspace(store, ids(store.highest_id() + 1), FakeClock())
        assert store.redoable() is not None
        while workspace.next_undo is not None:
            workspace.undo()
        assert list(broken_seals(connection)) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be copied")
@pytest.mark.long
@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_killed_at_every_statement_it_is_old_or_new(
    older: Path, tmp_path: Path, budget: Budget, tally: Tally
) -> None:
    stride = budget.size(whole=1, short=11)
    command = [sys.executable, "-c", KILLED, str(older), str(tmp_path), str(stride)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    places = dict(map(json.loads, told.stdout.splitlines()))
    assert places[False] > 40
    assert places[True] >= stride
    before, outcomes = everything(older, older), set[int]()
    for folder in sorted(tmp_path.iterdir()):
        path = folder / "rondo.db"
        tally.fault()
        outcomes.add(version(path))
        tally.must_open_right(
            everything(path, older) == before, f"{folder.name}: between old and new"
        )
        for kept in folder.glob("rondo-before-update-*.db"):
            tally.must_open_right(everything(kept, older) == before, f"{folder.name}: the copy")
        connect(path).close()
        tally.must_open_right(everything(path, older) == before, f"{folder.name}: afterwards")
        assert version(path) == SCHEMA
    assert outcomes == {version(older), SCHEMA}


def test_a_migration_that_is_not_known_leaves_every_byte(tmp_path: Path, tally: Tally) -> None:
    path = tmp_path / "rondo.db"
    shutil.copy(OLDER[0], path)
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute(
            f"INSERT INTO {STRAY} (migration_set, name, applied_at) VALUES ('rondo', '0009_x', '')"
        )
        foreign.commit()
    with tally.untouched(tmp_path), pytest.raises(FileIsNewer):
        connect(path)
