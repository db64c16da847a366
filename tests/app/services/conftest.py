"""The room every service test starts in: a store, the write door, and ids that count."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.ports import Store
from app.workspace import Workspace
from data.database import connect
from data.store import SqliteStore
from tests.fakes import FakeClock, FakeStore, ids


@dataclass(frozen=True)
class Room:
    """What services are built from."""

    store: Store
    workspace: Workspace
    ids: Callable[[], int]
    clock: FakeClock


@pytest.fixture(params=["fake", "sqlite"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    clock, counter = FakeClock(), ids()
    if request.param == "fake":
        store = FakeStore()
        yield Room(store, Workspace(store, counter, clock), counter, clock)
        return
    connection = connect(tmp_path / "rondo.db")
    kept = SqliteStore(connection)
    yield Room(kept, Workspace(kept, counter, clock), counter, clock)
    connection.close()
