"""The index of notes is in step with them, whoever writes, and can be made again."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, gone, label, made
from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import ObservationId, StepId
from app.domain.observations import Observation
from data.backups import SqliteBackups
from data.damage.look import look
from data.database import Connection, connect_read_only, transaction
from data.erasure.erasure import SqliteErasure
from data.evidence import SqliteEvidence
from data.finding.index import AT_ONCE, begin_anew, catch_up, mark
from data.finding.tables import DUE, INDEX
from data.inspecting import inspect
from data.keys import Key
from data.safe.rekey import rekey
from data.store import SqliteStore
from tests.builders import TaughtClass
from tests.data.erasure.test_again import NOW
from tests.erasing import ABOUT, CHILD, Crowd
from tests.fresh import fresh

KEY = Key(bytes(range(32)))


def found(connection: Connection, *words: str) -> list[int]:
    asked = " AND ".join(f'"{word}"*' for word in words)
    rows = connection.execute(
        f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY rowid", (asked,)
    )
    return [row[0] for row in rows]


def due(connection: Connection) -> list[int]:
    return [row[0] for row in connection.execute(f"SELECT id FROM {DUE} ORDER BY id")]


class Notes:
    """A class whose notes are written."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.connection = fresh(path, key)
        self.taught = TaughtClass(
            SqliteStore(self.connection), lambda _: SqliteEvidence(self.connection)
        )
        self.workspace = self.taught.room.workspace

    def note(self, own: int, text: str, student: str = "Amara") -> Observation:
        child = self.taught.students[student]
        seen = Observation(ObservationId(own), child.class_id, child.id, own, note=text)
        self.workspace.edit(label("noted"), made(seen))
        return seen


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def notes(request: pytest.FixtureRequest, tmp_path: Path) -> Notes:
    return Notes(tmp_path / "rondo.db", request.param)


def test_what_was_written_is_found_at_once_and_nothing_waits(notes: Notes) -> None:
    seen = notes.note(1000, "Explains own strategy")
    assert found(notes.connection, "expl", "str") == [1000]
    assert found(notes.connection, mark("student", seen.student_id)) == [1000]
    assert due(notes.connection) == []


def test_it_follows_every_change_and_its_undo(notes: Notes) -> None:
    seen = notes.note(1000, "counts in tens")
    ben = notes.taught.student("Ben")
    changed = replace(seen, note="halves twelve", student_id=ben)
    notes.workspace.edit(label("noted"), Change(seen, changed))
    assert (found(notes.connection, "counts"), found(notes.connection, "halves")) == ([], [1000])
    assert found(notes.connection, mark("student", ben)) == [1000]
    notes.workspace.edit(label("observation deleted"), gone(changed))
    assert found(notes.connection, "halves") == []
    notes.workspace.undo()
    notes.workspace.undo()
    assert found(notes.connection, "counts") == [1000]
    assert due(notes.connection) == []


def test_no_sql_passes_it_by(notes: Notes) -> None:
    notes.note(1000, "counts in tens")
    with transaction(notes.connection):
        notes.connection.execute("UPDATE observation SET note = 'sorts' WHERE id = 1000")
    assert due(notes.connection) == [1000]
    assert not catch_up(notes.connection) or not catch_up(notes.connection)
    assert found(notes.connection, "sorts") == [1000]


def test_many_at_once_come_in_piece_by_piece(notes: Notes) -> None:
    child = notes.taught.students["Amara"]
    seen = [
        Observation(ObservationId(own), child.class_id, child.id, own, note="counts")
        for own in range(1, AT_ONCE + 2)
    ]
    notes.workspace.edit(label("noted"), *map(made, seen))
    assert len(due(notes.connection)) == AT_ONCE + 1
    while catch_up(notes.connection):
        pass
    assert found(notes.connection, "counts") == [one.id for one in seen]


def test_an_index_that_is_damaged_never_stands_in_the_way_of_a_note(notes: Notes) -> None:
    notes.note(1000, "counts in tens")
    damage(notes.connection)
    notes.note(1001, "counts in fives")
    assert notes.taught.room.store.get(Observation, ObservationId(1001)) is not None
    while catch_up(notes.connection):
        pass
    assert found(notes.connection, "counts") == [1000, 1001]
    assert due(notes.connection) == []


def test_a_file_whose_index_alone_is_damaged_is_whole(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "rondo.db")
    notes.note(1000, "counts in tens")
    damage(notes.connection)
    assert look(tmp_path / "rondo.db").is_whole
    begin_anew(notes.connection)
    assert catch_up(notes.connection)
    assert found(notes.connection, "counts") == [1000]


def damage(connection: Connection) -> None:
    with transaction(connection):
        connection.execute(f"UPDATE {INDEX}_data SET block = x'ffff' || block WHERE id > 1")


def test_a_backup_and_a_change_of_the_key_keep_it(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "rondo.db")
    notes.note(1000, "counts in tens")
    kept = tmp_path / "kept.rondo"
    SqliteBackups(tmp_path / "rondo.db", lambda: NOW).save(kept)
    notes.connection.close()
    rekey(tmp_path / "rondo.db", None, KEY, inspect)
    for path, key in ((kept, None), (tmp_path / "rondo.db", KEY)):
        with closing(connect_read_only(path, key)) as connection:
            assert found(connection, "tens") == [1000]


def test_nothing_of_an_erased_student_stays_in_it(tmp_path: Path) -> None:
    """Not even where a word is only crossed out: not in the file, and not in a backup."""
    crowd = Crowd(tmp_path / "profile")
    crowd.profile.backups.mkdir(exist_ok=True)
    kept = crowd.profile.backups / "rondo-2026-05-14-080000.rondo"
    SqliteBackups(crowd.profile.database, lambda: NOW).save(kept)
    before = blocks(crowd.connection)
    assert ABOUT.lower().encode() in before
    assert CHILD.lower().encode() in before
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,), mentions=None)
    SqliteErasure(crowd.profile, lambda: 2_000).erase(request, silent)
    for path in (crowd.profile.database, kept):
        with closing(connect_read_only(path)) as connection:
            left = blocks(connection)
            assert ABOUT.lower().encode() not in left
            assert CHILD.lower().encode() not in left
            assert found(connection, mark("student", crowd.child)) == []
            assert found(connection, "counts") == [303]
        content = path.read_bytes()
        assert ABOUT.lower().encode() not in content
        assert CHILD.lower().encode() not in content


def blocks(connection: Connection) -> bytes:
    return b"".join(row[0] for row in connection.execute(f"SELECT block FROM {INDEX}_data"))


deed = st.tuples(
    st.sampled_from(["note", "amend", "delete", "undo", "redo"]),
    st.integers(0, 4),
    st.sampled_from(["counts", "halves twelve", "", "数数", "explains own strategy"]),
)


@given(st.lists(deed, max_size=12))
def test_it_is_the_same_as_one_made_anew_whatever_was_done(tmp_path_factory, deeds) -> None:
    notes = Notes(tmp_path_factory.mktemp("index") / "rondo.db")
    for verb, own, text in deeds:
        do(notes, verb, 1000 + own, text)
    assert due(notes.connection) == []
    kept = [found(notes.connection, word) for word in ("counts", "halves", "数", "str")]
    begin_anew(notes.connection)
    while catch_up(notes.connection):
        pass
    assert [found(notes.connection, word) for word in ("counts", "halves", "数", "str")] == kept
    notes.connection.close()


def do(notes: Notes, verb: str, own: int, text: str) -> None:
    there = notes.taught.room.store.get(Observation, ObservationId(own))
    if verb == "note" and there is None:
        notes.note(own, text)
    elif verb == "amend" and there is not None:
        notes.workspace.edit(label("noted"), Change(there, replace(there, note=text)))
    elif verb == "delete" and there is not None:
        notes.workspace.edit(label("observation deleted"), gone(there))
    elif verb == "undo" and notes.workspace.next_undo:
        notes.workspace.undo()
    elif verb == "redo" and notes.taught.room.store.redoable():
        notes.workspace.redo()
