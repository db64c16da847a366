"""The journal agrees with the rows, whatever a teacher does, and tells when it does not."""

from contextlib import closing
from pathlib import Path

from app.domain.changes import label, made
from app.domain.classes import Rule, SchoolClass
from app.domain.damage import BrokenRow
from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import IdMaker, RuleId, StepId
from app.workspace import Workspace
from data.compacting import forget_some
from data.damage.chain import broken_chains
from data.damage.reading_whole import read_whole
from data.database import Connection, connect
from data.erasure.erasure import SqliteErasure
from data.store import SqliteStore
from tests.erasing import CLASS, Crowd
from tests.fakes import FakeClock
from tests.faults.damaged import Taught

YEARS_MS = 10 * 365 * 86_400_000


def broken(connection: Connection) -> list[tuple[str, int]]:
    return list(broken_chains(connection))


def test_undo_and_redo_leave_it_in_agreement(connection: Connection) -> None:
    store, clock = SqliteStore(connection), FakeClock()
    space = Workspace(store, IdMaker(clock.now_ms, 1, store.highest_id()), clock)
    for reverse in (*[space.undo] * 6, *[space.redo] * 3):
        reverse()
        assert broken(connection) == []


def test_steps_that_were_forgotten_are_not_missed(connection: Connection) -> None:
    while forget_some(connection, FakeClock().now_ms() + YEARS_MS):
        assert broken(connection) == []
    assert broken(connection) == []


def test_a_row_that_went_or_came_by_itself_is_told(connection: Connection) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM move")
    assert broken(connection)
    assert {table for table, _own in broken(connection)} == {"move"}


def test_a_student_who_was_erased_breaks_nothing(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    with closing(crowd.connection):
        rule = Rule(RuleId(77_000), CLASS, "apart", (crowd.child, crowd.other))
        store, clock = SqliteStore(crowd.connection), FakeClock()
        space = Workspace(store, IdMaker(clock.now_ms, 1, store.highest_id()), clock)
        space.edit(label("kept apart", count="2"), made(rule))
        assert broken(crowd.connection) == []
        request = ErasureRequest(
            StepId(store.highest_id() + 5), 1_000, (crowd.child,), mentions=None
        )
        SqliteErasure(crowd.profile, lambda: 2_000, crowd.key).erase(request, silent)
        assert broken(crowd.connection) == []


def test_a_change_that_was_not_written_down_is_found_from_outside(tmp_path: Path) -> None:
    taught = Taught(tmp_path)
    with closing(connect(taught.database)) as connection:
        (school_class,) = SqliteStore(connection).find(SchoolClass)
        connection.execute("UPDATE class SET name = 'other'")
    found = read_whole(taught.database)
    assert not found.is_whole
    assert found.chains == (BrokenRow("class", school_class.id),)
