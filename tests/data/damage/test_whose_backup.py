"""A damaged class is mended from its own backups, whosever lie beside them."""

import shutil
from contextlib import closing
from pathlib import Path

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.workspace import Workspace
from data.backups import SqliteBackups
from data.damage.history import is_of_same
from data.damage.walk import Source
from data.database import connect_read_only
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.faults.damaged import NOW, PAGE, Taught
from tests.fresh import fresh


def save_of_another_class(folder: Path) -> Path:
    """A colleague's newer backup, as one is kept that was opened here by mistake."""
    folder.mkdir()
    with closing(fresh(folder / "rondo.db")) as connection:
        workspace = Workspace(SqliteStore(connection), ids(1 << 60), FakeClock())
        workspace.edit(label("made"), made(SchoolClass(ClassId(5), "a colleague's", "", 0)))
    return SqliteBackups(folder / "rondo.db", lambda: NOW).save(folder / "other.rondo").path


def test_the_newer_backup_of_another_class_is_not_taken(tmp_path: Path) -> None:
    taught = Taught(tmp_path / "own")
    other = save_of_another_class(tmp_path / "other")
    shutil.copyfile(other, taught.backups / "rondo-2026-05-14-101500.rondo")

    def damage(content: bytearray) -> bytearray:
        content[-6 * PAGE : -4 * PAGE] = b"\x55" * (2 * PAGE)
        return content

    taught.overwrite(damage)
    rescue = taught.mender().rescue()
    assert rescue.base is not None
    assert rescue.base.path.name == "rondo-2026-05-14-101200.rondo"


def test_what_was_one_class_once_is_known_by_its_steps(tmp_path: Path) -> None:
    taught = Taught(tmp_path / "own")
    other = save_of_another_class(tmp_path / "other")
    own = next(taught.backups.iterdir())
    with closing(Source(taught.database)) as source:
        found = []
        for path in (own, other):
            with closing(connect_read_only(path)) as base:
                found.append(is_of_same(source, base))
    assert found == [True, False]
