"""Damage to the index of notes is seen while it still answers."""

from pathlib import Path

import pytest

from data.damage.look import look_through
from data.database import connect_read_only
from data.finding.index import begin_anew, catch_up
from data.finding.looking import index_is_whole
from data.finding.tables import DUE, INDEX
from tests.data.finding.test_index import KEY, Notes

BLOCK = f"(SELECT max(id) FROM {INDEX}_data)"
"""Where the words lie; the lower numbers are what FTS5 keeps about itself."""


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    made = Notes(tmp_path / "rondo.db")
    for own in (7, 8, 9):
        made.note(own, f"counts in {own} on her fingers")
    return made


def test_one_that_has_every_note_is_whole_also_to_a_reader(notes: Notes, tmp_path: Path) -> None:
    assert index_is_whole(notes.connection)
    with connect_read_only(tmp_path / "rondo.db") as reader:
        assert index_is_whole(reader)
    reader.close()


def test_so_is_one_of_an_encrypted_class(tmp_path: Path) -> None:
    locked = Notes(tmp_path / "rondo.db", KEY)
    locked.note(7, "counts on her fingers")
    assert index_is_whole(locked.connection)
    locked.connection.execute(f"DELETE FROM {INDEX}_docsize")
    assert not index_is_whole(locked.connection)


def test_what_waits_is_no_fault(notes: Notes) -> None:
    begin_anew(notes.connection)
    assert index_is_whole(notes.connection)


@pytest.mark.parametrize(
    "harm",
    [
        f"UPDATE {INDEX}_data SET block = x'00' || block WHERE id = {BLOCK}",
        f"DELETE FROM {INDEX}_data WHERE id = {BLOCK}",
        f"DELETE FROM {INDEX}_docsize WHERE id = 8",
        f"INSERT INTO {INDEX} (rowid, words) VALUES (11, 'of nobody')",
    ],
    ids=["words that make no sense", "words that are gone", "a note passed over", "one too many"],
)
def test_what_is_not_right_is_seen_and_is_right_when_it_was_made_anew(
    notes: Notes, harm: str
) -> None:
    notes.connection.execute(harm)
    assert not index_is_whole(notes.connection)
    assert look_through(notes.connection).is_whole  # nothing of the teacher's is lost
    begin_anew(notes.connection)
    while catch_up(notes.connection):
        pass
    assert index_is_whole(notes.connection)
    assert notes.connection.execute(f"SELECT count(*) FROM {DUE}").fetchone()[0] == 0
