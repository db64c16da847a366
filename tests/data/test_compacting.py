"""Old steps are forgotten; what they made, and the history of observations, stays."""

from pathlib import Path

import pytest

from app.domain.erasing import ErasureRequest
from app.domain.ids import StepId, StudentId
from app.domain.journal import DAY_MS, KEPT_STEPS
from app.domain.observations import Observation
from app.errors import NothingToUndo, NotRead, NotSaved, UndoEnds
from app.services.observe import ObserveService
from data.compacting import MARK, forget_some
from data.database import transaction
from data.erasure.intent import Intent, begin, close, done_intents, open_intents
from data.evidence import SqliteEvidence
from data.mapping import TABLES
from data.store import SqliteStore
from tests.builders import TaughtClass
from tests.fresh import fresh

YEAR = 400 * DAY_MS


class Taught(TaughtClass):
    """A class with 60 old moves and notes, then a year later as many new steps as are kept."""

    def __init__(self, path: Path) -> None:
        self.connection = fresh(path)
        self.connection.execute("PRAGMA synchronous=OFF")
        super().__init__(SqliteStore(self.connection), lambda _: SqliteEvidence(self.connection))
        self.session = self.start()
        observing = ObserveService(self.room)
        for number in range(60):
            stations = list(self.stations.values())
            self.moves.move(self.scene(), self.student("Ben"), stations[number % 2])
            observing.record(self.school_class.id, self.student("Ben"), note=f"note {number}")
        self.clock.advance(YEAR)
        for _number in range(KEPT_STEPS):
            self.live.extend(self.session, 1)

    def rows(self, table: str) -> list[tuple[object, ...]]:
        return self.connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        return {table: self.rows(table) for table in TABLES.values()}

    def forget(self) -> None:
        while forget_some(self.connection, self.clock.now_ms()):
            pass


@pytest.fixture
def taught(tmp_path: Path) -> Taught:
    return Taught(tmp_path / "rondo.db")


def test_old_steps_go_and_nothing_that_is_kept_changes(taught: Taught) -> None:
    before, steps = taught.everything(), len(taught.rows("step"))
    history = [row for row in taught.rows("change") if row[2] == "observation"]
    taught.forget()
    assert taught.everything() == before
    assert len(taught.rows("step")) < steps - 55
    assert [row for row in taught.rows("change") if row[2] == "observation"] == history
    assert len(taught.room.store.find(Observation)) == 60


def test_the_newest_thousand_can_be_undone_and_then_it_says_why_no_more(taught: Taught) -> None:
    taught.forget()
    for _step in range(KEPT_STEPS):
        taught.room.workspace.undo()
    with pytest.raises(UndoEnds) as ended:
        taught.room.workspace.undo()
    assert ended.value.kept_since == "2026-05-14"


def test_a_young_journal_is_left_as_it_is(tmp_path: Path) -> None:
    connection = fresh(tmp_path / "rondo.db")
    taught = TaughtClass(SqliteStore(connection))
    taught.start()
    steps = taught.store.count_steps()
    taught.clock.advance(YEAR)
    assert not forget_some(connection, taught.clock.now_ms())
    assert taught.store.count_steps() == steps
    while True:
        try:
            taught.room.workspace.undo()
        except NothingToUndo:
            break


def test_an_erasing_that_waits_is_kept_however_old_it_is(taught: Taught) -> None:
    oldest = taught.rows("step")[0]
    assert isinstance(oldest[0], int)
    request = ErasureRequest(StepId(oldest[0] + 1), 1, (StudentId(10),))
    with transaction(taught.connection):
        taught.connection.execute("DELETE FROM step WHERE id = ?", (request.id,))
        begin(taught.connection, request)
    taught.forget()
    assert open_intents(taught.connection) == (Intent(request, removed={}),)


def test_one_that_is_done_is_known_for_ever(taught: Taught) -> None:
    """An older state may be opened years later, and tells of them still."""
    oldest = taught.rows("step")[0]
    assert isinstance(oldest[0], int)
    request = ErasureRequest(StepId(oldest[0] + 1), 1, (StudentId(10),))
    with transaction(taught.connection):
        taught.connection.execute("DELETE FROM step WHERE id = ?", (request.id,))
        begin(taught.connection, request)
        close(taught.connection, Intent(request))
    taught.forget()
    assert [intent.request for intent in done_intents(taught.connection)] == [request]


def test_a_second_time_there_is_nothing_to_do(taught: Taught) -> None:
    taught.forget()
    steps = taught.rows("step")
    assert not forget_some(taught.connection, taught.clock.now_ms())
    assert taught.rows("step") == steps


def test_it_may_be_stopped_anywhere(taught: Taught) -> None:
    before = taught.everything()
    whole = (taught.rows("step"), taught.rows("change"))
    stopped = 0
    for after in range(50, 40_000, 997):
        taught.connection.set_progress_handler(lambda: 1, after)
        try:
            forget_some(taught.connection, taught.clock.now_ms())
        except (NotSaved, NotRead):
            stopped += 1
        else:
            break
        finally:
            taught.connection.set_progress_handler(None, 0)
        assert (taught.rows("step"), taught.rows("change")) == whole
    assert stopped
    taught.forget()
    assert taught.everything() == before
    assert taught.rows("step")[0][0] == MARK
