"""Moving a profile, and opening one to be read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.opening.errors import ClassFileGone, FolderMissing, NotMoved
from data.backups import SqliteBackups
from data.database import connect
from data.door import Door
from data.moved import moved_to
from data.moving import free_profile, move_profile
from data.paths import Profile
from data.reading import connect_to_read
from data.surroundings import Surroundings
from tests.faults.tally import Tally
from tests.fresh import fresh

HERE = Surroundings()


def made(folder: Path, name: str = "4B") -> Profile:
    profile = Profile(folder).made()
    connection = fresh(profile.database)
    connection.execute(
        "INSERT INTO class (id, name, subject, created_at, archived) VALUES (1, ?, '', 0, 0)",
        (name,),
    )
    connection.close()
    return profile


def class_name(profile: Profile) -> str:
    connection = connect(profile.database)
    try:
        return str(connection.execute("SELECT name FROM class").fetchone()[0])
    finally:
        connection.close()


def test_all_of_it_goes_along_and_the_old_folder_says_where(tmp_path: Path) -> None:
    old, new = made(tmp_path / "old"), Profile(tmp_path / "new")
    old.settings.write_text("{}")
    old.erased.write_text("[]")
    old.backups.mkdir()
    (old.backups / "rondo-2026-05-14-101010.rondo").write_bytes(b"whole")
    with Tally().untouched(old.database, old.settings, old.backups):
        move_profile(old, new, HERE)
    assert class_name(new) == "4B"
    assert (new.backups / "rondo-2026-05-14-101010.rondo").read_bytes() == b"whole"
    assert new.erased.read_text() == "[]"
    assert moved_to(old) == new
    assert moved_to(new) == new
    assert not (new.folder / "arriving").exists()
    assert not old.lock.exists()


def test_a_class_is_never_moved_over_another(tmp_path: Path) -> None:
    old, new = made(tmp_path / "old"), made(tmp_path / "new", "5C")
    with Tally().untouched(tmp_path), pytest.raises(NotMoved):
        move_profile(old, new, HERE)
    assert free_profile(new.folder).folder == tmp_path / "new-2"


def test_a_damaged_class_is_not_moved_and_leaves_no_half(tmp_path: Path) -> None:
    old, new = made(tmp_path / "old"), Profile(tmp_path / "new")
    whole = bytearray(old.database.read_bytes())
    whole[8192:20480] = b"\x55" * 12288
    old.database.write_bytes(whole)
    with Tally().untouched(old.folder), pytest.raises(NotMoved):
        move_profile(old, new, HERE)
    assert not new.folder.exists()


def test_nobodys_note_leads_nowhere(tmp_path: Path) -> None:
    profile = made(tmp_path / "old")
    for words in ("", "Folder: /nowhere\nComputer: elsewhere\n", "\0"):
        (profile.folder / "Rondo was moved.txt").write_text(words)
        assert moved_to(profile) == profile


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    profile = made(tmp_path)
    with Tally().untouched(tmp_path):
        connection = connect_to_read(profile.database)
        assert connection.execute("SELECT name FROM class").fetchone() == ("4B",)
        connection.close()


def test_a_folder_whose_own_place_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        Door(Profile(tmp_path / "stick" / "4B"), HERE).find()
    Door(Profile(tmp_path / "4B"), HERE).find()
    assert [path.name for path in tmp_path.iterdir()] == ["4B"]


def test_a_log_without_its_file_is_no_new_class(tmp_path: Path) -> None:
    log = tmp_path / "rondo.db-wal"
    log.write_bytes(b"the newest lesson")
    with Tally().untouched(tmp_path), pytest.raises(ClassFileGone):
        Door(Profile(tmp_path), HERE).open()


def test_a_backup_is_not_mixed_with_the_log_of_a_file_that_is_gone(tmp_path: Path) -> None:
    backup = made(tmp_path / "other", "5C").database
    profile = made(tmp_path / "own")
    connection = connect(profile.database)
    connection.execute("UPDATE class SET name = 'mixed'")
    log = profile.database.with_name("rondo.db-wal")
    kept = log.read_bytes()
    connection.close()
    profile.database.unlink()
    log.write_bytes(kept)
    SqliteBackups(profile.database, lambda: datetime(2026, 5, 14, tzinfo=UTC)).restore(backup)
    assert class_name(profile) == "5C"
    [left] = tmp_path.glob("own/rondo.db-wal.left-*")
    assert left.read_bytes() == kept
