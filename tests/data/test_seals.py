"""Every row that is kept has its seal, whoever wrote it, and one that changed by itself is told."""

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.ids import IdMaker
from app.workspace import Workspace
from data.compacting import forget_some
from data.damage.look import broken_seals
from data.database import Connection, connect
from data.mapping import TABLES, columns
from data.seals import JOURNAL, cells_of, is_sealed, seal_anew, seal_of, sealed_cells
from data.store import SqliteStore
from tests.fakes import FakeClock

YEARS_MS = 10 * 365 * 86_400_000


def broken(connection: Connection) -> list[tuple[str, int]]:
    return list(broken_seals(connection))


def test_every_table_of_a_new_file_has_seals_over_the_columns_that_are_written(
    tmp_path: Path,
) -> None:
    with closing(connect(tmp_path / "rondo.db")) as fresh:
        assert [t for t in (*TABLES.values(), *JOURNAL) if not is_sealed(fresh, t)] == []
        for kind, table in TABLES.items():
            assert cells_of(fresh, table) == columns(kind).names


def test_what_a_teacher_does_and_takes_back_is_sealed(connection: Connection) -> None:
    store, clock = SqliteStore(connection), FakeClock()
    space = Workspace(store, IdMaker(clock.now_ms, 1, store.highest_id()), clock)
    assert broken(connection) == []
    for reverse in (space.undo, space.undo, space.redo, space.undo, space.undo):
        reverse()
        assert broken(connection) == []
    redoable = store.redoable()
    assert redoable is not None
    space.step_over(redoable.id)
    assert broken(connection) == []


def test_what_is_forgotten_by_age_leaves_every_seal_true(connection: Connection) -> None:
    while forget_some(connection, FakeClock().now_ms() + YEARS_MS):
        assert broken(connection) == []
    assert broken(connection) == []


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("student", "given = given || 'x'"),
        ("clock_event", "at = at + 1"),
        ("step", "undone = 5"),
        ("change", "after = NULL"),
    ],
)
def test_what_changed_by_itself_is_told(connection: Connection, table: str, change: str) -> None:
    (own,) = connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()
    connection.execute(f'UPDATE "{table}" SET {change} WHERE id = ?', (own,))
    assert broken(connection) == [(table, own)]


def test_a_step_whose_seal_is_broken_is_not_called_whole_by_a_mark(connection: Connection) -> None:
    store, clock = SqliteStore(connection), FakeClock()
    head = store.newest()
    assert head is not None
    connection.execute('UPDATE step SET facts = \'{"student": "B"}\' WHERE id = ?', (head.id,))
    Workspace(store, IdMaker(clock.now_ms, 1, store.highest_id()), clock).undo()
    assert broken(connection) == [("step", head.id)]


def test_a_table_that_a_migration_made_without_seals_gets_them(connection: Connection) -> None:
    connection.execute("CREATE TABLE chair (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    connection.execute("INSERT INTO chair VALUES (7, 'red')")
    seal_anew(connection, "chair", sealed_cells(connection, "chair"))
    assert connection.execute("SELECT seal FROM chair").fetchone() == (seal_of((7, "red")),)
    connection.execute("UPDATE chair SET name = 'rod'")
    assert broken(connection) == [("chair", 7)]


def test_a_new_column_is_sealed_with_the_others_but_nothing_broken_becomes_whole(
    connection: Connection,
) -> None:
    before = sealed_cells(connection, "student")
    victim = connection.execute("SELECT min(id) FROM student").fetchone()[0]
    connection.execute("UPDATE student SET given = 'other' WHERE id = ?", (victim,))
    connection.execute("ALTER TABLE student ADD COLUMN seat TEXT NOT NULL DEFAULT ''")
    seal_anew(connection, "student", before)
    assert broken(connection) == [("student", victim)]


def test_ids_of_changes_go_on_after_the_highest(connection: Connection) -> None:
    ids = [row[0] for row in connection.execute("SELECT id FROM change ORDER BY id")]
    assert ids == list(range(1, len(ids) + 1))
