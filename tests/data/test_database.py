"""Opening a file: ours, nobody's, somebody else's, tomorrow's."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.errors import DamagedFile, FileIsNewer, NotABackup, NotSaved
from app.workspace import Workspace
from data.database import SCHEMA, connect, pragma
from data.mapping import KINDS, written
from data.migrations import NAMES
from data.store import SqliteStore
from tests.data.rows import NEW_CLASS
from tests.fakes import FakeClock, ids


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_new_file_has_a_table_for_every_kind_with_its_columns(tmp_path: Path) -> None:
    connection = connect(tmp_path / "rondo.db")
    for table, kind in KINDS.items():
        listed = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        assert tuple(listed) == written(kind)
    connection.close()


def test_making_a_file_leaves_nothing_but_it(tmp_path: Path) -> None:
    connect(tmp_path / "rondo.db").close()
    assert [file.name for file in tmp_path.iterdir()] == ["rondo.db"]


def test_a_file_that_is_there_is_never_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    other = connect(path)
    other.execute(NEW_CLASS, (1, "4B"))
    other.close()
    connection = connect(path)
    assert connection.execute("SELECT name FROM class").fetchall() == [("4B",)]
    connection.close()


def test_it_is_opened_for_durability(tmp_path: Path) -> None:
    connection = connect(tmp_path / "rondo.db")
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "secure_delete") == 1
    connection.close()


def test_the_schema_number_counts_the_migrations() -> None:
    assert len(NAMES) == SCHEMA


@pytest.mark.parametrize("content", [b"", bytes(4096)])
def test_an_empty_file_is_damaged_and_not_a_new_class(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rondo.db"
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        connect(path)
    assert path.read_bytes() == content


def test_a_foreign_file_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letters.db"
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE letter (body TEXT)")
    foreign.close()
    before = digest(path)
    with pytest.raises(NotABackup):
        connect(path)
    assert digest(path) == before


def test_a_file_of_a_newer_rondo_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "rondo.db"
    connection = connect(path)
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = digest(path)
    with pytest.raises(FileIsNewer):
        connect(path)
    assert digest(path) == before


def test_a_full_disk_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    connection = connect(tmp_path / "rondo.db")
    connection.execute(f"PRAGMA max_page_count={pragma(connection, 'page_count')}")
    store = SqliteStore(connection)
    large = SchoolClass(ClassId(1), "4B" * 50_000, "Maths", 0)
    with pytest.raises(NotSaved) as told:
        Workspace(store, ids(), FakeClock()).edit(label("made"), made(large))
    assert told.value.reason == "full"
    assert store.find(SchoolClass) == ()
    assert store.count_steps() == 0
    connection.close()


def test_whatever_points_to_a_skill_is_found_by_an_index(tmp_path: Path) -> None:
    """Without one, each skill that goes makes SQLite read a whole table."""
    with closing(connect(tmp_path / "rondo.db")) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
        for table in tables:
            keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            for column in (key[3] for key in keys if key[2] == "skill"):
                indexes = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
                leading = {
                    connection.execute(f'PRAGMA index_info("{index[1]}")').fetchone()[2]
                    for index in indexes
                }
                assert column in leading, f"{table}.{column}"
