"""Taking a backup for the class: nothing that was saved is lost on the way, whatever lies there."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.opening.errors import FileIsBusy
from data.backups import SqliteBackups
from data.damage.aside import MENDED, finish
from data.database import connect
from data.inspecting import inspect
from tests.data.rows import NEW_CLASS

_HOLD = """
import sys
from pathlib import Path
from data.database import connect
opened = connect(Path(sys.argv[1]))
opened.execute("SELECT count(*) FROM class").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
_MANY = "UPDATE class SET name = name || hex(randomblob(2000))"


def made(folder: Path, name: str, log: bool = True, rows: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with closing(connect(folder / "rondo.db", log=log)) as connection:
        connection.executemany(
            NEW_CLASS,
            [(n, name) for n in range(1, rows + 1)],
        )
    return folder / "rondo.db"


def backups_of(database: Path) -> SqliteBackups:
    return SqliteBackups(database, lambda: datetime(2026, 5, 14, 9, 47, tzinfo=UTC))


def first_name(database: Path) -> str:
    with closing(connect(database)) as connection:
        return str(connection.execute("SELECT name FROM class WHERE id = 1").fetchone()[0])


@contextmanager
def open_elsewhere(database: Path) -> Iterator[None]:
    """A second process, such as `rondo observe`, has it open."""
    command = [sys.executable, "-c", _HOLD, str(database)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path.cwd()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"open"
        try:
            yield
        finally:
            process.kill()


def stopped_in_a_write(folder: Path) -> Path:
    """A class on a share as a power cut leaves it: half of a change in it, the way back beside."""
    source = made(folder / "source", "4B", log=False, rows=400)
    with closing(connect(source, log=False)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN")
        connection.execute(_MANY)
        for part in source.parent.glob("rondo.db*"):
            shutil.copyfile(part, folder / part.name)
        connection.execute("ROLLBACK")
    assert (folder / "rondo.db-journal").stat().st_size
    return folder / "rondo.db"


def test_a_class_that_a_second_process_has_open_is_not_replaced(tmp_path: Path) -> None:
    database = made(tmp_path / "own", "4B")
    backup = backups_of(made(tmp_path / "other", "5C")).save(tmp_path / "5C.rondo").path
    with open_elsewhere(database):
        with pytest.raises(FileIsBusy):
            backups_of(database).restore(backup)
        assert not list((tmp_path / "own" / "backups").iterdir())
    assert first_name(database) == "4B"
    kept = backups_of(database).restore(backup)
    assert (first_name(database), list(inspect(kept).classes)) == ("5C", ["4B"])


def test_the_journal_of_a_stopped_write_never_gets_into_the_backup(tmp_path: Path) -> None:
    backup = backups_of(made(tmp_path / "other", "5C", rows=300)).save(tmp_path / "5C.rondo").path
    database = stopped_in_a_write(tmp_path)
    kept = backups_of(database).restore(backup)
    assert list(inspect(database).classes) == ["5C"] * 300
    assert first_name(database) == "5C"
    with closing(connect(kept, log=False)) as connection:
        names = connection.execute("SELECT DISTINCT name FROM class").fetchall()
    assert names == [("4B",)]


def test_the_journal_of_a_stopped_write_never_gets_into_what_was_mended(tmp_path: Path) -> None:
    mended = made(tmp_path / "mended", "5C", rows=300)
    with closing(connect(mended)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    database = stopped_in_a_write(tmp_path)
    mended.rename(database.with_name(database.name + MENDED))
    finish(database)
    assert list(inspect(database).classes) == ["5C"] * 300


def test_the_log_of_another_file_is_not_folded_into_what_is_kept(tmp_path: Path) -> None:
    backup = backups_of(made(tmp_path / "other", "5C")).save(tmp_path / "5C.rondo").path
    database = made(tmp_path / "own", "4B", rows=3)
    other = tmp_path / "log"
    other.mkdir()
    with closing(connect(other / "rondo.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("INSERT INTO step VALUES (7, 7, 'x', '{}', '', '', NULL, 0, 0, -1)")
        connection.execute(NEW_CLASS, (1, "strange"))
        log = (other / "rondo.db-wal").read_bytes()
    with closing(connect(database)) as connection:
        connection.execute("INSERT INTO step VALUES (9, 9, 'y', '{}', '', '', NULL, 0, 0, -1)")
    before = database.read_bytes()
    database.with_name("rondo.db-wal").write_bytes(log)
    kept = backups_of(database).restore(backup)
    assert (kept.read_bytes(), first_name(database)) == (before, "5C")
