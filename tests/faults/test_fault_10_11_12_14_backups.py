"""10, 11, 12, 14: a damaged class file, damaged backups, clocks that jump, and a full disk."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.errors import BackupFailed, DamagedFile
from app.services.backups import FAILED, SAVED, UNCHANGED, BackupService
from app.workspace import Workspace
from data.backup_shelf import service_of
from data.backups import SqliteBackups
from data.database import connect
from data.paths import Profile
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.faults.disks import fill, small_disk
from tests.faults.opened import rondo
from tests.faults.tally import Tally
from ui.backups.words import why_not
from ui.bootstrap import profile_at

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = 3_600_000
DAY = 24 * HOUR


class InBerlin(FakeClock):
    """Summer time comes and goes."""

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, BERLIN)


class Diary:
    """A class that gets one more line each time, with a clock that goes as it is told."""

    def __init__(self, folder: Path) -> None:
        self.profile: Profile = profile_at(folder).made()
        self.clock = InBerlin()
        self.lines = 0
        self._ids = ids(1000)

    def write(self) -> None:
        """A change that is on the disk, the file closed again."""
        self.lines += 1
        connection = connect(self.profile.database)
        workspace = Workspace(SqliteStore(connection), self._ids, self.clock)
        line = SchoolClass(ClassId(self.lines), f"Line {self.lines} {'.' * 3000}", "", 0)
        workspace.edit(label("made"), made(line))
        connection.close()

    def service(self) -> BackupService:
        return service_of(self.profile, self.clock, None)

    def back_up(self) -> Path:
        """A change and a backup of it."""
        self.write()
        [kept] = self.service().back_up()
        assert (kept.outcome, kept.reason) == (SAVED, None)
        assert kept.info is not None
        return kept.info.path

    def files(self) -> set[Path]:
        return set(self.profile.backups.iterdir())


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "profile")


def damage(file: Path) -> None:
    """Other bytes from the second page on; the beginning still looks right."""
    held = bytearray(file.read_bytes())
    held[4096:] = b"\xa5" * (len(held) - 4096)
    file.write_bytes(held)


def test_10_a_damaged_class_file_is_backed_up_over_nothing_and_that_is_said(
    diary: Diary, tally: Tally
) -> None:
    for _ in range(4):
        diary.back_up()
        diary.clock.advance(HOUR)
    diary.write()
    damage(diary.profile.database)
    with tally.untouched(diary.profile.backups, diary.profile.database):
        [kept] = diary.service().back_up()
    assert kept.outcome == FAILED
    assert isinstance(kept.reason, DamagedFile)
    assert "Your earlier backups are kept" in why_not(kept.reason)


def test_11_of_damaged_backups_the_one_that_is_whole_is_taken(diary: Diary, tally: Tally) -> None:
    made_ = []
    for _ in range(6):
        made_.append(diary.back_up())
        diary.clock.advance(HOUR)
    good = made_.pop(2)
    for file in made_:
        damage(file)
    with tally.untouched(diary.profile.backups):
        found = diary.service().newest_whole()
    assert found is not None
    tally.must_open_right(found.path == good, f"{found.path} was taken for whole")
    with tally.untouched(*made_, good):
        assert rondo(diary.profile.folder, "restore", "newest").returncode == 0
    assert len(SqliteBackups(diary.profile.database, now).live().classes) == 3


def now() -> datetime:
    return datetime(2026, 5, 14, 9, 47, tzinfo=UTC)


JUMPS = [
    pytest.param(datetime(2026, 3, 28, 20, tzinfo=UTC), id="summer time begins"),
    pytest.param(datetime(2026, 10, 24, 20, tzinfo=UTC), id="summer time ends"),
    pytest.param(datetime(2026, 12, 31, 20, tzinfo=UTC), id="the year ends"),
]


@pytest.mark.parametrize("begin", JUMPS)
def test_12_no_night_takes_the_newest_three_or_anything_of_two_days(
    diary: Diary, begin: datetime
) -> None:
    set_clock(diary.clock, begin)
    made_: list[tuple[int, Path]] = []
    for _ in range(30):
        made_.append((diary.clock.now_ms(), diary.back_up()))
        there = diary.files()
        recent = {path for at, path in made_ if diary.clock.now_ms() - at < 2 * DAY}
        assert recent | {path for _, path in made_[-3:]} <= there
        diary.clock.advance(4 * HOUR)
    assert len(diary.files()) < 30


def test_12_a_clock_that_was_set_back_deletes_nothing_that_is_dated_after_it(
    diary: Diary, tally: Tally
) -> None:
    for _ in range(6):
        diary.back_up()
        diary.clock.advance(12 * HOUR)
    ahead = diary.files()
    diary.clock.set_on(-400 * DAY)
    with tally.untouched(*ahead):
        for _ in range(6):
            diary.clock.advance(DAY)
            diary.back_up()
    assert ahead <= diary.files()


def set_clock(clock: FakeClock, at: datetime) -> None:
    clock.set_on(int(at.timestamp() * 1000) - clock.now_ms())


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Diary]:
    """A profile with a backup, on a small disk of its own."""
    with small_disk(tmp_path / "disk", 4000) as disk:
        diary = Diary(disk / "profile")
        for _ in range(60):
            diary.write()
        diary.back_up()
        diary.write()
        in_use = connect(diary.profile.database)  # as a window has it
        in_use.execute("SELECT count(*) FROM class").fetchone()
        yield diary
        in_use.close()


@pytest.mark.parametrize("left", [0, 100_000, 260_000])
def test_14_a_backup_for_which_there_is_no_room_leaves_nothing_and_comes_when_there_is(
    crowded: Diary, tally: Tally, left: int
) -> None:
    ballast = fill(crowded.profile.folder.parent, leave=left)
    with tally.untouched(crowded.profile.backups, crowded.profile.database):
        [kept] = crowded.service().back_up()
    assert kept.outcome == FAILED
    assert isinstance(kept.reason, BackupFailed)
    assert kept.reason.reason == "the disk is full"
    ballast.unlink()
    assert [kept.outcome for kept in crowded.service().back_up()] == [SAVED]
    assert [kept.outcome for kept in crowded.service().back_up()] == [UNCHANGED]


@pytest.mark.parametrize("left", [0, 20_000, 150_000])
def test_14_a_copy_the_disk_is_full_in_the_middle_of_is_taken_away(
    crowded: Diary, tally: Tally, left: int
) -> None:
    """Saved where the teacher says: nobody looks first whether it fits."""
    disk = crowded.profile.folder.parent
    fill(disk, leave=left)
    backups = SqliteBackups(crowded.profile.database, now)
    kept = (crowded.profile.database, crowded.profile.backups, disk / "mine.rondo")
    with tally.untouched(*kept), pytest.raises(BackupFailed) as refused:
        backups.save(disk / "mine.rondo")
    assert list(disk.rglob("*.part")) == []
    assert refused.value.reason == "the disk is full"
