"""After an interruption: whom a way costs what, and the rest of a lesson that comes next time."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label
from app.domain.lessons import Lesson, Path
from app.domain.lost_time import FEWER, LATER, NEXT_TIME, SHORTER
from app.domain.session import Visit
from app.services.lost_time import LostTimeService
from app.services.owed import OwedReader
from tests.builders import MINUTE, TaughtClass

TOMORROW = "2026-05-15"


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


def service(taught: TaughtClass) -> LostTimeService:
    return LostTimeService(taught.room, lambda _scene: TOMORROW)


def take(taught: TaughtClass, kind: str, lost: int) -> None:
    scene, lost_time = taught.scene(), service(taught)
    way = next(w for w in lost_time.ways(scene, lost * MINUTE) if w.kind == kind)
    lost_time.take(scene, way, lost * MINUTE)


def rest(taught: TaughtClass) -> Lesson:
    return taught.room.store.find(Lesson, day=TOMORROW)[0]


def plan(taught: TaughtClass, lesson: Lesson) -> dict[str, list[str]]:
    """Each student's way, by names."""
    names = {student.id: name for name, student in taught.students.items()}
    stations: dict[int, str] = {station.id: name for name, station in taught.stations.items()}
    return {
        names[path.student_id]: [stations[at] for at in path.stations if at is not None]
        for path in taught.room.store.find(Path, lesson_id=lesson.id)
    }


def teach(taught: TaughtClass, minutes: int) -> None:
    """The lesson runs so long and is ended."""
    taught.clock.advance(minutes * MINUTE)
    taught.live.end(taught.scene().session)


def test_what_is_possible_after_fifteen_minutes_lost_in_the_first_round(
    taught: TaughtClass,
) -> None:
    taught.start()
    taught.clock.advance(5 * MINUTE)
    ways = service(taught).ways(taught.scene(), 10 * MINUTE)
    assert [way.kind for way in ways] == [SHORTER, FEWER, NEXT_TIME, LATER]


def test_the_teacher_s_table_comes_first_then_what_is_must_do(taught: TaughtClass) -> None:
    games = taught.stations["Games"]
    change = Change(games, replace(games, must_do=True))
    taught.room.workspace.edit(label("station changed", station="Games"), change)
    taught.start()
    taught.clock.advance(5 * MINUTE)
    ways = {way.kind: way for way in service(taught).ways(taught.scene(), 10 * MINUTE)}
    order = [taught.stations[name].id for name in ("Teacher table", "Games", "Tablets")]
    assert list(ways[FEWER].missed) == order
    assert list(ways[SHORTER].shorter) == order


def test_the_rest_is_the_next_lesson_as_it_was_planned(taught: TaughtClass) -> None:
    before = plan(taught, taught.lesson)
    taught.start()
    taught.clock.advance(5 * MINUTE)
    take(taught, NEXT_TIME, 10)
    today, later = plan(taught, taught.lesson), plan(taught, rest(taught))
    assert {name: today[name] + later[name] for name in before} == before
    assert (taught.scene().reading.rounds, rest(taught).rounds) == (2, 1)
    groups = {path.group for path in taught.room.store.find(Path, lesson_id=rest(taught).id)}
    assert groups == {1, 2, 3}


def test_a_way_of_one_s_own_is_carried_as_such(taught: TaughtClass) -> None:
    path = taught.paths[0]
    stations = (path.stations[0], path.stations[1], None)
    changed = Change(path, replace(path, group=0, stations=stations))
    taught.room.workspace.edit(label("put in group", student=""), changed)
    taught.start()
    taught.clock.advance(5 * MINUTE)
    take(taught, NEXT_TIME, 10)
    (own,) = taught.room.store.find(Path, lesson_id=rest(taught).id, student_id=path.student_id)
    assert (own.group, own.stations) == (0, (None,))


def test_what_comes_next_time_is_owed_by_nobody_and_what_is_dropped_is(
    taught: TaughtClass,
) -> None:
    owed = OwedReader(taught.room.store, taught.clock)
    taught.start()
    taught.clock.advance(5 * MINUTE)
    take(taught, NEXT_TIME, 10)
    teach(taught, 30)
    assert owed.owed(taught.school_class.id) == {}

    dropped = TaughtClass()
    dropped.start()
    dropped.clock.advance(5 * MINUTE)
    take(dropped, FEWER, 10)
    teach(dropped, 30)
    owing = OwedReader(dropped.room.store, dropped.clock).owed(dropped.school_class.id)
    assert set(owing) == {dropped.student("Chidi"), dropped.student("Daniyar")}


def test_the_next_lesson_can_be_taught_and_gives_everyone_the_rest(taught: TaughtClass) -> None:
    taught.start()
    taught.clock.advance(5 * MINUTE)
    take(taught, NEXT_TIME, 10)
    teach(taught, 30)
    session = taught.live.open(rest(taught).id)
    taught.live.start(session)
    teach(taught, 9)
    been: dict[int, set[int]] = {}
    for visit in taught.room.store.find(Visit):
        been.setdefault(visit.student_id, set()).add(visit.station_id)
    assert all(len(stations) == 3 for stations in been.values())
    assert len(been) == 6


def test_one_undo_takes_all_of_it_back(taught: TaughtClass) -> None:
    before = plan(taught, taught.lesson)
    taught.start()
    taught.clock.advance(5 * MINUTE)
    take(taught, NEXT_TIME, 10)
    taught.room.workspace.undo()
    assert plan(taught, taught.lesson) == before
    assert taught.room.store.find(Lesson, day=TOMORROW) == ()
    assert taught.scene().reading.remaining_ms == 5 * MINUTE


def test_after_a_pause_as_planned_writes_nothing(taught: TaughtClass) -> None:
    session = taught.start()
    taught.live.pause(session)
    steps = taught.store.count_steps()
    take(taught, LATER, 3)
    assert taught.store.count_steps() == steps
