"""A folder of backups: what it takes, what it refuses, whose it is."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.backups import never
from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.errors import BackupFailed
from app.workspace import Workspace
from data.backup_shelf import FOLDER, FolderShelf, folder_for
from data.backups import SqliteBackups
from data.database import Connection
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)


def opened(folder: Path, first_id: int) -> Connection:
    folder.mkdir(exist_ok=True)
    connection = fresh(folder / "rondo.db")
    workspace = Workspace(SqliteStore(connection), ids(first_id), FakeClock())
    workspace.edit(label("made"), made(SchoolClass(ClassId(1), "4B", "Maths", 0)))
    return connection


@pytest.fixture
def backups(tmp_path: Path) -> Iterator[SqliteBackups]:
    connection = opened(tmp_path / "profile", 1000)
    yield SqliteBackups(tmp_path / "profile" / "rondo.db", lambda: NOW)
    connection.close()


@pytest.fixture
def own(tmp_path: Path, backups: SqliteBackups) -> FolderShelf:
    return FolderShelf(tmp_path / "profile" / "backups", backups, own=True)


def test_the_first_backup_makes_the_folder_and_is_named_by_the_time(own: FolderShelf) -> None:
    assert own.files() == []
    info = own.add(never)
    assert info.path.name == "rondo-2026-05-14-094700.rondo"
    assert own.files() == [info.path]
    assert own.inspect(info.path, never).newest_step == info.newest_step == 1000


def test_two_backups_in_one_second_are_two_files(own: FolderShelf) -> None:
    first = own.add(never)
    before = first.path.read_bytes()
    second = own.add(never)
    assert second.path.name == "rondo-2026-05-14-094700-2.rondo"
    assert first.path.read_bytes() == before


def test_a_stick_that_is_not_there_is_not_made(tmp_path: Path, backups: SqliteBackups) -> None:
    stick = FolderShelf(tmp_path / "media" / "stick" / FOLDER, backups, own=False)
    assert not stick.there()
    assert not stick.files()
    with pytest.raises(BackupFailed):
        stick.add(never)
    assert not (tmp_path / "media").exists()


def test_a_backup_that_is_stopped_leaves_nothing(own: FolderShelf) -> None:
    with pytest.raises(BackupFailed) as told:
        own.add(lambda: True)
    assert told.value.reason == "it was stopped"
    assert list(own.place.iterdir()) == []


def test_what_a_killed_program_left_is_cleared_away_after_an_hour(own: FolderShelf) -> None:
    own.add(never)
    old = own.place / "rondo-2026-05-13-110000.rondo.77.part"
    young = own.place / "rondo-2026-05-14-094000.rondo.78.part"
    old.touch()
    young.touch()
    os.utime(old, (1, 1))
    own.add(never)
    assert not old.exists()
    assert young.exists()


def test_other_files_in_the_folder_are_no_backups(own: FolderShelf) -> None:
    info = own.add(never)
    (own.place / "holiday.rondo").write_bytes(b"x")
    (own.place / "rondo-notes.txt").write_bytes(b"x")
    assert own.files() == [info.path]


def test_a_folder_of_its_own_is_made_in_the_place_that_was_chosen(
    tmp_path: Path, backups: SqliteBackups
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    folder = folder_for(stick, backups)
    assert folder == stick / FOLDER
    FolderShelf(folder, backups, own=False).add(never)
    assert folder_for(stick, backups) == folder
    assert folder_for(folder, backups) == folder


def test_another_teachers_backups_are_left_alone(tmp_path: Path, backups: SqliteBackups) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    other = opened(tmp_path / "other", 5000)
    hers = SqliteBackups(tmp_path / "other" / "rondo.db", lambda: NOW)
    FolderShelf(folder_for(stick, hers), hers, own=False).add(never)
    other.close()
    assert folder_for(stick, backups) == stick / f"{FOLDER} 2"
    assert folder_for(stick / FOLDER, backups) == stick / f"{FOLDER} 2"
