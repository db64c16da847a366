"""The room every service test starts in, on the store of dictionaries and on the real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.classroom import Classroom, furnish
from app.domain.classes import SchoolClass
from app.domain.names import PersonName
from app.services.classes import ClassService
from app.services.lessons import LessonService
from app.services.stations import StationService
from data.evidence import SqliteEvidence
from data.store import SqliteStore
from tests.fakes import FakeClock, FakeEvidence, FakeStore, ids
from tests.fakes.progress_class import ProgressClass
from tests.fresh import fresh


@pytest.fixture(params=["fake", "sqlite"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Classroom]:
    """Nothing is in it; its ids count, and its clock goes when told to."""
    if request.param == "fake":
        store = FakeStore()
        yield furnish(store, FakeEvidence(store), FakeClock(), ids())
        return
    connection = fresh(tmp_path / "rondo.db")
    yield furnish(SqliteStore(connection), SqliteEvidence(connection), FakeClock(), ids())
    connection.close()


@pytest.fixture(params=["fake", "sqlite"])
def progress_class(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ProgressClass]:
    """A class with evidence."""
    if request.param == "fake":
        yield ProgressClass()
        return
    connection = fresh(tmp_path / "rondo.db")
    yield ProgressClass(SqliteStore(connection), SqliteEvidence(connection))
    connection.close()


@pytest.fixture
def classes(room: Classroom) -> ClassService:
    return ClassService(room)


@pytest.fixture
def stations(room: Classroom) -> StationService:
    return StationService(room)


@pytest.fixture
def lessons(room: Classroom) -> LessonService:
    return LessonService(room)


@pytest.fixture
def four_b(classes: ClassService) -> SchoolClass:
    """A class without students or stations."""
    return classes.create("4B", "Maths")


@pytest.fixture
def thirteen(classes: ClassService, stations: StationService, four_b: SchoolClass) -> SchoolClass:
    """The class with thirteen students and three stations."""
    for number in range(13):
        classes.add_student(four_b.id, PersonName("", f"Student{number:02}", ""))
    for name in ("Teacher table", "Games", "Tablets"):
        stations.add(four_b.id, name)
    return four_b
