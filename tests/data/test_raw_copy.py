"""Copies of an encrypted class in use: whole, of one moment, and without harm to who writes it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.errors import BackupFailed, DamagedFile
from app.workspace import Workspace
from data.backups import SqliteBackups
from data.copies import copy_database, count_rows
from data.database import connect, connect_read_only
from data.inspecting import inspect
from data.keys import Key
from data.raw_copy import folded
from data.store import SqliteStore
from tests.fakes import FakeClock, ids

NOW = datetime(2026, 5, 14, 9, 47, tzinfo=UTC)
KEY = Key(bytes(range(32)))
LOCKED = 0x40000002, 510
"""The bytes that SQLite locks while somebody has a file open, and how many."""
ANOTHER_PROGRAM = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, int(sys.argv[3]), int(sys.argv[2]))
        print("free")
    except BlockingIOError:
        print("held")
"""


class Room:
    """An encrypted class in use, all of it still in its log."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "rondo.db"
        self.connection = connect(self.path, KEY)
        self.workspace = Workspace(SqliteStore(self.connection), ids(1000), FakeClock())
        self.backups = SqliteBackups(self.path, lambda: NOW, KEY)
        self.workspace.edit(label("made"), made(SchoolClass(ClassId(1), "4B", "Maths", 0)))
        self.add(2, 400)

    def add(self, first: int, count: int) -> None:
        made_now = [
            made(Student(StudentId(n), ClassId(1), "", f"Student {n}", ""))
            for n in range(first, first + count)
        ]
        self.workspace.edit(label("added"), *made_now)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path)
    yield room
    room.connection.close()


def students_in(path: Path) -> int:
    return inspect(path, KEY).students


def test_the_copy_holds_the_newest_note_and_is_encrypted(room: Room, tmp_path: Path) -> None:
    room.add(500, 1)
    info = room.backups.save(tmp_path / "4B.rondo")
    assert info.students == students_in(tmp_path / "4B.rondo") == 401
    content = (tmp_path / "4B.rondo").read_bytes()
    assert b"Student 2" not in content
    assert not content.startswith(b"SQLite")
    assert [path.name for path in tmp_path.glob("*.part*")] == []


def test_the_bytes_are_those_of_the_class_file(room: Room, tmp_path: Path) -> None:
    """Else each page would be decrypted and encrypted again, which takes most of the time."""
    copy_database(room.path, tmp_path / "copy", KEY, ours=True)
    copied, original = (tmp_path / "copy").read_bytes(), room.path.read_bytes()
    assert len(copied) == len(original)
    assert copied[4096:] == original[4096:]


def test_a_note_written_while_bytes_are_copied_is_in_the_class_and_not_half_in_the_copy(
    room: Room, tmp_path: Path
) -> None:
    """The first part is copied when the note comes; the log takes it, and the file stays still."""
    written = list[int]()

    def write_once() -> bool:
        if not written:
            written.append(1)
            room.add(500, 300)
            room.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        return False

    counts = copy_database(room.path, tmp_path / "copy", KEY, write_once, ours=True)
    assert written
    assert counts is not None
    assert counts["student"] == students_in(tmp_path / "copy") == 400
    assert count_rows(room.connection)["student"] == 700


def test_where_the_log_cannot_be_folded_the_pages_are_copied_with_all_that_is_in_it(
    room: Room, tmp_path: Path
) -> None:
    """Somebody looks at an older state, so what came after it has to stay in the log."""
    with closing(connect_read_only(room.path, KEY)) as looking:
        looking.execute("BEGIN")
        looking.execute("SELECT count(*) FROM student").fetchone()
        room.add(500, 7)
        with folded(room.path, KEY) as live:
            assert live is None
        room.backups.save(tmp_path / "4B.rondo")
    assert students_in(tmp_path / "4B.rondo") == 407


@pytest.mark.skipif(sys.platform == "win32", reason="there to close a file drops only its own")
def test_after_a_backup_we_still_hold_the_class(room: Room, tmp_path: Path) -> None:
    """To close the file that was read would drop every lock of ours on it."""
    room.backups.save(tmp_path / "4B.rondo")
    command = [sys.executable, "-c", ANOTHER_PROGRAM, str(room.path), *map(str, LOCKED)]
    other = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert other.stdout.strip() == "held"


def test_a_page_that_was_damaged_is_found_in_the_copy(room: Room, tmp_path: Path) -> None:
    """Nobody looks at the pages while they are copied, so all depends on the reading after it."""
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with room.path.open("rb+", buffering=0) as file:
        file.seek(-4096 * 2, 2)
        file.write(b"\x07" * 64)
        with pytest.raises(DamagedFile):
            inspect(room.path, KEY)
        with pytest.raises((BackupFailed, DamagedFile)):
            room.backups.save(tmp_path / "4B.rondo")
    assert not (tmp_path / "4B.rondo").exists()


def test_of_any_other_file_no_byte_changes_while_it_is_copied(room: Room, tmp_path: Path) -> None:
    """A file that somebody copied with its log: to fold it in would change what is only read."""
    others = tmp_path / "stick"
    others.mkdir()
    for end in ("", "-wal"):
        source = room.path.with_name(room.path.name + end)
        (others / source.name).write_bytes(source.read_bytes())
    before = (others / "rondo.db").read_bytes()
    copy_database(others / "rondo.db", tmp_path / "copy", KEY)
    assert (others / "rondo.db").read_bytes() == before
    assert students_in(tmp_path / "copy") == 400
