"""A row that changed by itself is put back as the journal has it, and that can be undone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.damage import BrokenRow
from app.domain.ids import IdMaker
from app.domain.observations import Observation
from app.errors import NothingToPutBack
from app.services.putting_back import PuttingBack
from app.workspace import Workspace
from data.damage.chain import broken_chains
from data.damage.look import broken_seals
from data.database import Connection, connect
from data.flips import SqliteFlips
from data.store import SqliteStore
from tests.fakes import FakeClock
from tests.faults.damaged import Taught

NOTE = "since the backup 3"


class Desk:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.store, clock = SqliteStore(connection), FakeClock()
        ids = IdMaker(clock.now_ms, 1, self.store.highest_id())
        self.workspace = Workspace(self.store, ids, clock)
        self.putting = PuttingBack(self, SqliteFlips(self.store))
        seen = self.store.find(Observation, note=NOTE)
        self.row = BrokenRow("observation", seen[0].id)

    def change(self, sql: str) -> None:
        self.connection.execute(f"UPDATE observation SET {sql} WHERE id = ?", (self.row.id,))

    def note(self) -> str:
        return self.store.find(Observation, id=self.row.id)[0].note

    def wrong(self) -> list[object]:
        return [*broken_seals(self.connection), *broken_chains(self.connection)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    taught = Taught(tmp_path)
    with closing(connect(taught.database)) as opened:
        yield Desk(opened)


def test_it_is_told_what_it_says_and_what_was_written(desk: Desk) -> None:
    desk.change("note = 'since the backup 7'")
    (flipped,) = desk.putting.known([desk.row])
    assert flipped.now is not None
    assert flipped.before is not None
    assert getattr(flipped.before, "note", "") == NOTE
    assert flipped.at > 0


def test_the_words_come_back_in_one_step_that_can_be_undone(desk: Desk) -> None:
    desk.change("note = 'since the backup 7'")
    desk.putting.put_back(desk.row)
    assert desk.note() == NOTE
    assert desk.wrong() == []
    desk.workspace.undo()
    assert desk.note() == "since the backup 7"
    assert desk.wrong() == []


@pytest.mark.parametrize("change", ["seal = seal + 1", "tag_ids = '[1,'", "private = 0"])
def test_where_there_is_nothing_to_go_back_to_it_is_only_written_anew(
    desk: Desk, change: str
) -> None:
    """The seal itself changed, or what is there makes no sense at all."""
    steps = desk.store.count_steps()
    desk.change("seal = seal + 1")
    desk.change(change)
    desk.putting.put_back(desk.row)
    assert desk.note() == NOTE
    assert desk.wrong() == []
    assert desk.store.count_steps() == steps


def test_a_history_that_changed_too_is_not_believed(desk: Desk) -> None:
    desk.change("note = 'since the backup 7'")
    desk.connection.execute(
        "UPDATE change SET after = replace(after, 'backup 3', 'backup 8') WHERE entity_id = ?",
        (desk.row.id,),
    )
    assert desk.putting.known([desk.row])[0].before is None
    with pytest.raises(NothingToPutBack):
        desk.putting.put_back(desk.row)
    assert desk.note() == "since the backup 7"


def test_a_row_of_the_history_itself_is_known_by_nothing_else(desk: Desk) -> None:
    (flipped,) = desk.putting.known([BrokenRow("step", 7)])
    assert (flipped.now, flipped.before) == (None, None)
