"""14: a restore, and a passphrase that is set, write a whole new file first: the disk is full."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.opening.errors import NotRestored
from app.errors import NotSaved
from data.backups import SqliteBackups
from tests.faults.damaged import NOW, Taught
from tests.faults.disks import fill, small_disk
from tests.faults.tally import Tally
from ui.bootstrap import profile_at, safe_of
from ui.clock import SystemClock
from ui.problems import problem

LEFT = (0, 4096, 60_000, 200_000, 400_000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 8000) as disk:
        yield disk


def names(folder: Path) -> set[str]:
    """Without what SQLite shares while a file is open."""
    return {path.name for path in folder.rglob("*") if not path.name.endswith(("-shm", "-wal"))}


@pytest.mark.parametrize("left", LEFT)
def test_a_backup_that_is_not_opened_changes_nothing_and_leaves_no_half(
    disk: Path, tally: Tally, left: int
) -> None:
    taught = Taught(disk / "class")
    (saved,) = taught.backups.iterdir()
    before = names(disk)
    ballast = fill(disk, leave=left)
    backups = SqliteBackups(taught.database, lambda: NOW)
    with tally.untouched(taught.database, saved), pytest.raises(NotRestored) as refused:
        backups.restore(saved)
    assert names(disk) == before | {ballast.name}
    assert "disk is full" in problem(refused.value)
    assert "Your class is as it was" in problem(refused.value)
    ballast.unlink()
    backups.restore(saved)
    assert "since the backup 1" not in taught.notes()


@pytest.mark.parametrize("left", LEFT)
def test_a_passphrase_that_is_not_set_leaves_no_half_and_says_why(
    disk: Path, tally: Tally, left: int
) -> None:
    taught = Taught(disk / "class", backup=False)
    safe = safe_of(profile_at(taught.folder), SystemClock())
    before, notes = names(disk), taught.notes()
    ballast = fill(disk, leave=left)
    with pytest.raises(NotSaved) as refused:
        safe.set("wet chalk on sunday", safe.new_code())
    assert refused.value.reason == "full"
    assert names(disk) == before | {ballast.name}
    assert not safe.is_set()
    ballast.unlink()
    tally.must_be_kept(taught.notes() == notes, "every note")
