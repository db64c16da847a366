"""From plain to encrypted and back: nothing lost, nothing readable left."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.errors import DamagedFile, NotSaved
from data.database import connect
from data.inspecting import inspect
from data.keys import Key
from data.safe.rekey import compare, convert, export, needs_sweeping, rekey, sweep
from tests.data.safe.conftest import NAME, Room

KEY = Key(os.urandom(32))


def rows(path: Path, key: Key | None) -> list[str]:
    with closing(connect(path, key)) as connection:
        return list(_dump(connection))


def _dump(connection: sqlite.Connection) -> Iterator[str]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    for (name,) in connection.execute(tables).fetchall():
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            yield f"{name} {row!r}"


def test_there_and_back_every_row_is_the_same(room: Room) -> None:
    database = room.profile.database
    before = rows(database, None)
    rekey(database, None, KEY, inspect)
    assert rows(database, KEY) == before
    rekey(database, KEY, None, inspect)
    assert rows(database, None) == before


def test_nothing_readable_is_left(room: Room) -> None:
    connection = connect(room.profile.database)  # so that there is a log when it is not closed
    connection.execute("UPDATE student SET given = ? WHERE id = 5", (f"{NAME} anew",))
    connection.close()
    assert room.files_with(NAME) == ["rondo.db"]
    rekey(room.profile.database, None, KEY, inspect)
    assert room.files_with(NAME) == []
    assert [p.name for p in room.profile.folder.iterdir()] == ["rondo.db"]


def test_what_the_old_file_held_is_zeros_for_who_had_it_open(room: Room) -> None:
    with room.profile.database.open("rb") as old:
        rekey(room.profile.database, None, KEY, inspect)
        assert set(old.read()) == {0}


def test_while_another_program_has_it_open_nothing_is_done(room: Room) -> None:
    with closing(connect(room.profile.database)) as other:
        other.execute("SELECT count(*) FROM student").fetchone()
        with pytest.raises(NotSaved) as caught:
            rekey(room.profile.database, None, KEY, inspect)
    assert caught.value.reason == "busy"
    assert room.students() == 40


def test_a_copy_that_is_not_the_same_is_not_believed(room: Room, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(connect(room.profile.database)) as live:
        export(live, copy, KEY)
        compare(live, copy, KEY)
        with closing(connect(copy, KEY)) as other:
            other.execute("UPDATE student SET given = 'Maja' WHERE id = 7")
        with pytest.raises(DamagedFile, match="student"):
            compare(live, copy, KEY)
    assert room.students() == 40


def test_a_check_that_fails_leaves_the_file_as_it_was(room: Room) -> None:
    before = room.profile.database.read_bytes()

    def refuse(path: Path, _key: Key | None) -> None:
        if path != room.profile.database:
            raise DamagedFile(path, "for the test")

    with pytest.raises(DamagedFile):
        rekey(room.profile.database, None, KEY, refuse)
    assert room.students() == 40
    assert room.profile.database.stat().st_size == len(before)
    assert not needs_sweeping(room.profile.database)


def test_a_damaged_file_is_told_and_left_alone(room: Room) -> None:
    content = bytearray(room.profile.database.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xff" * 8192
    room.profile.database.write_bytes(content)
    with pytest.raises(DamagedFile):
        rekey(room.profile.database, None, KEY, inspect)
    assert room.profile.database.read_bytes()[4096:] == content[4096:]
    assert not needs_sweeping(room.profile.database)


def test_a_file_under_two_names_loses_only_the_second(room: Room) -> None:
    """As it is when the change was stopped before the new file took its place."""
    outgoing = room.profile.database.with_name("rondo.db.outgoing")
    os.link(room.profile.database, outgoing)
    sweep(room.profile.database)
    assert (outgoing.exists(), room.students()) == (False, 40)


def test_converting_reads_the_source_only(room: Room, tmp_path: Path) -> None:
    kept = room.back_up()
    before = kept.read_bytes()
    convert(kept, tmp_path / "sealed", None, KEY)
    assert kept.read_bytes() == before
    assert inspect(tmp_path / "sealed", KEY).students == 40
