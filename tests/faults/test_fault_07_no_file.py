"""A pipe, a folder or a device where a file should be is told in plain words; nothing hangs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.opening.errors import NotAFile
from app.errors import BackupFailed, ClassroomError
from data.files.class_list import ClassListReader
from data.settings_file import SettingsFile
from tests.fakes import FakeClock
from tests.faults.opened import App, filled, rondo
from ui.bootstrap import backups_of, profile_at

LOGS = ("rondo.db-wal", "rondo.db-journal", "rondo.db-shm", "rondo.db.mended")
ASIDE = ("settings.json", "rondo.tries", "rondo.lock", "erased.json", "Rondo was moved.txt")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no pipes among files")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.fixture(params=[pipe, folder, endless])
def make(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    made: Callable[[Path], None] = request.param
    return made


def spoiled(path: Path, name: str, make: Callable[[Path], None]) -> Path:
    filled(path)
    file = path / name
    file.unlink(missing_ok=True)
    make(file)
    return file


def test_the_window_says_what_lies_there_and_a_backup_is_a_way_on(
    app: App, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    profile = profile_at(tmp_path / "profile")
    filled(profile.folder)
    backup = tmp_path / "kept.rondo"
    backups_of(profile, FakeClock()).save(backup)
    profile.database.unlink()
    make(profile.database)
    app.start(profile.folder)
    assert "is not a file but a folder, a pipe or a device" in app.trouble.said.text()
    assert "backup" in app.trouble.buttons
    app.stop()
    backups_of(profile, FakeClock()).restore(backup)
    app.start(profile.folder)
    assert app.has_desk
    (left,) = profile.folder.glob("rondo.db.left-*")
    assert not left.is_file()


@pytest.mark.parametrize("name", LOGS)
def test_what_sqlite_would_open_beside_is_refused_too(app: App, tmp_path: Path, name: str) -> None:
    file = spoiled(tmp_path / "profile", name, pipe)
    app.start(tmp_path / "profile")
    assert str(file) in app.trouble.said.text()


@pytest.mark.parametrize("name", ASIDE)
def test_what_only_lies_beside_does_not_keep_the_class_shut(
    app: App, tmp_path: Path, name: str
) -> None:
    spoiled(tmp_path / "profile", name, pipe)
    app.start(tmp_path / "profile")
    assert app.has_desk


def test_check_says_it_of_every_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    spoiled(tmp_path / "profile", "rondo.db-wal", make)
    result = rondo(tmp_path / "profile", "check")
    assert result.returncode == 1
    assert "it is not a file" in result.stdout


def test_a_backup_is_neither_read_from_one_nor_written_over_it(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    profile = profile_at(tmp_path / "profile")
    filled(profile.folder)
    odd = tmp_path / "odd.rondo"
    make(odd)
    backups = backups_of(profile, FakeClock())
    with pytest.raises(BackupFailed):
        backups.save(odd)
    for use in (backups.inspect, backups.glance, backups.restore):
        with pytest.raises((NotAFile, ClassroomError, IsADirectoryError)):
            use(odd)
    assert not odd.is_file()


def test_a_list_is_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    odd = tmp_path / "list.csv"
    make(odd)
    with pytest.raises(NotAFile):
        ClassListReader().bytes_of(odd)


def test_settings_are_the_usual_ones_then(tmp_path: Path, make: Callable[[Path], None]) -> None:
    odd = tmp_path / "settings.json"
    make(odd)
    assert SettingsFile(odd).load().last_class == 0
