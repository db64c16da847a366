"""A backup counts only after it was read whole."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.errors import BackupFailed, DamagedFile, NotABackup
from app.workspace import Workspace
from data.backups import SqliteBackups
from data.database import connect
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)


class Room:
    """A live database with one class of 40 students, most of it still in the write-ahead log."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "rondo.db"
        self.connection = fresh(self.path)
        self.store = SqliteStore(self.connection)
        self.workspace = Workspace(self.store, ids(1000), FakeClock())
        self.backups = SqliteBackups(self.path, lambda: NOW)
        students = [Student(StudentId(n), ClassId(1), "", f"Student {n}", "") for n in range(2, 42)]
        school_class = SchoolClass(ClassId(1), "4B", "Maths", 0)
        self.workspace.edit(label("made"), made(school_class), *map(made, students))

    def names(self) -> list[str]:
        return [student.given for student in self.store.find(Student)]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path)
    yield room
    room.connection.close()


def test_a_backup_of_a_live_database_holds_the_newest_commit(room: Room, tmp_path: Path) -> None:
    info = room.backups.save(tmp_path / "4B.rondo")
    assert (info.students, list(info.classes)) == (40, ["4B"])
    assert room.backups.inspect(tmp_path / "4B.rondo").students == 40
    assert [p.name for p in tmp_path.glob("*.part*")] == []


def test_a_failed_backup_leaves_the_older_one_alone(room: Room, tmp_path: Path) -> None:
    target = tmp_path / "4B.rondo"
    room.backups.save(target)
    before = target.read_bytes()
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    room.path.write_bytes(b"not a database any more" * 4000)
    with pytest.raises(DamagedFile):
        room.backups.save(target)
    assert target.read_bytes() == before


def test_a_backup_into_no_folder_is_told(room: Room, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed):
        room.backups.save(tmp_path / "nowhere" / "4B.rondo")


def test_a_backup_over_the_class_file_itself_is_refused(room: Room) -> None:
    with pytest.raises(BackupFailed):
        room.backups.save(room.path)
    with pytest.raises(BackupFailed):
        room.backups.save(room.path.parent)
    assert len(room.names()) == 40


def test_a_damaged_backup_is_found_before_it_is_used(room: Room, tmp_path: Path) -> None:
    target = tmp_path / "4B.rondo"
    room.backups.save(target)
    content = bytearray(target.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xff" * 8192
    target.write_bytes(content)
    with pytest.raises(DamagedFile):
        room.backups.inspect(target)


def test_another_programs_file_is_no_backup(room: Room, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite.connect(str(other)) as foreign:
        foreign.execute("CREATE TABLE letter (body TEXT)")
    with pytest.raises(NotABackup):
        room.backups.inspect(other)
    (tmp_path / "list.txt").write_text("Maya\n")
    with pytest.raises(NotABackup):
        room.backups.inspect(tmp_path / "list.txt")


def test_restoring_brings_the_class_back_and_keeps_what_was_there(
    room: Room, tmp_path: Path
) -> None:
    room.backups.save(tmp_path / "4B.rondo")
    extra = Student(StudentId(99), ClassId(1), "", "Late comer", "")
    room.workspace.edit(label("added"), made(extra))
    room.connection.close()
    kept = room.backups.restore(tmp_path / "4B.rondo")
    room.connection = connect(room.path)
    room.store = SqliteStore(room.connection)
    assert len(room.names()) == 40
    assert room.backups.inspect(kept).students == 41


def test_restoring_a_damaged_file_changes_nothing(room: Room, tmp_path: Path) -> None:
    (tmp_path / "bad.rondo").write_bytes(b"SQLite format 3\x00" + b"\x07" * 9000)
    with pytest.raises((DamagedFile, NotABackup)):
        room.backups.restore(tmp_path / "bad.rondo")
    assert len(room.names()) == 40
