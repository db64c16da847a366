"""Fault 9: the log beside the file is gone, or another file's."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.errors import DamagedFile
from app.workspace import Workspace
from data.damage.look import look
from data.database import connect
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.faults.damaged import Taught
from tests.faults.tally import Tally


def with_log(taught: Taught, folder: Path, count: int) -> Path:
    """A copy of the class file with a log that holds so many steps more."""
    folder.mkdir()
    with closing(connect(taught.database)) as connection:
        store = SqliteStore(connection)
        workspace = Workspace(store, ids(store.highest_id() + 1), FakeClock())
        for number in range(count):
            new = SchoolClass(ClassId(9000 + number), f"5{number}", "", 0)
            workspace.edit(label("class made", name="5"), made(new))
        for suffix in ("", "-wal"):
            part = taught.database.with_name(f"rondo.db{suffix}")
            shutil.copyfile(part, folder / part.name)
    return folder / "rondo.db"


def classes(path: Path) -> int:
    with closing(connect(path)) as connection:
        return len(SqliteStore(connection).find(SchoolClass))


def test_its_own_log_is_read(tmp_path: Path, tally: Tally) -> None:
    path = with_log(Taught(tmp_path / "class"), tmp_path / "left", 3)
    tally.must_be_kept(classes(path) == 4, "what the log held")


def test_without_its_log_it_opens_as_it_was(tmp_path: Path, tally: Tally) -> None:
    path = with_log(Taught(tmp_path / "class"), tmp_path / "left", 3)
    path.with_name("rondo.db-wal").unlink()
    assert classes(path) == 1
    tally.must_open_right(look(path).is_whole, "the file without its log")


@pytest.mark.parametrize("count", [1, 5, 40])
def test_another_files_log_is_never_read_into_it(tmp_path: Path, tally: Tally, count: int) -> None:
    ours = Taught(tmp_path / "ours")
    before = ours.notes()
    other = with_log(Taught(tmp_path / "other", backup=False), tmp_path / "left", count)
    with closing(connect(other)) as connection:
        connection.execute("DELETE FROM change")
        connection.execute("DELETE FROM step")
        workspace = Workspace(SqliteStore(connection), ids(7), FakeClock())
        for number in range(count):
            new = SchoolClass(ClassId(77_000 + number), "other", "", 0)
            workspace.edit(label("class made", name="other"), made(new))
        log = other.with_name("rondo.db-wal").read_bytes()
    ours.database.with_name("rondo.db-wal").write_bytes(log)
    content = ours.database.read_bytes()
    with pytest.raises(DamagedFile):
        connect(ours.database)
    tally.must_open_right(ours.database.read_bytes() == content, "the file took a foreign log")
    rescue = ours.mender().rescue()
    assert rescue.own_base
    ours.mender().mend(rescue)
    tally.must_be_kept(ours.notes() == before, "what the file alone held")
