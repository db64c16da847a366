"""The shuffle keeps to seats, moves groups on by one, and says whom it cannot seat."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import StationId, StudentId
from app.domain.plan import Brief, Plan, PlanStation
from app.services.planning import plan


def people(count: int) -> tuple[StudentId, ...]:
    return tuple(StudentId(100 + n) for n in range(count))


def places(*rooms: int) -> tuple[PlanStation, ...]:
    return tuple(PlanStation(StationId(n), room) for n, room in enumerate(rooms, 1))


def group_of(answer: Plan) -> dict[StudentId, int]:
    return {path.student_id: path.group for path in answer.paths}


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    students = people(draw(st.integers(0, 34)))
    stations = places(*draw(st.lists(st.integers(1, 9), max_size=7)))
    some = st.lists(st.sampled_from(students), unique=True, max_size=6) if students else st.just([])
    by_hand = draw(st.lists(st.integers(1, 9), max_size=len(students)))
    return Brief(
        students=students,
        stations=stations,
        rounds=draw(st.integers(1, 8)),
        groups=dict(zip(students, by_hand, strict=False)),
        apart=tuple(tuple(draw(some)) for _ in range(draw(st.integers(0, 3)))),
        together=tuple(tuple(draw(some)) for _ in range(draw(st.integers(0, 2)))),
    )


seeds = st.integers(0, 99)


@given(briefs(), seeds)
def test_every_student_has_one_path_with_a_place_for_each_round(brief: Brief, seed: int) -> None:
    answer = plan(brief, random.Random(seed))

    assert tuple(path.student_id for path in answer.paths) == brief.students
    assert all(len(path.stations) == brief.rounds for path in answer.paths)


@given(briefs(), seeds)
def test_no_station_holds_more_than_its_room(brief: Brief, seed: int) -> None:
    answer = plan(brief, random.Random(seed))
    rooms = {station.id: station.room for station in brief.stations}

    for at in range(brief.rounds):
        seated = Counter(path.stations[at] for path in answer.paths)
        assert all(seated[where] <= room for where, room in rooms.items())


@given(briefs(), seeds)
def test_each_group_moves_on_by_one_station_each_round(brief: Brief, seed: int) -> None:
    order = [station.id for station in brief.stations]
    for path in plan(brief, random.Random(seed)).paths:
        for at, station in enumerate(path.stations):
            assert station is None or station == order[(path.group - 1 + at) % len(order)]


@given(briefs(), seeds)
def test_whoever_misses_a_round_is_said_to_have_no_seat(brief: Brief, seed: int) -> None:
    answer = plan(brief, random.Random(seed))
    missing = tuple(path.student_id for path in answer.paths if None in path.stations)

    assert answer.without_seat == missing


@given(briefs(), seeds)
def test_the_same_seed_gives_the_same_plan(brief: Brief, seed: int) -> None:
    assert plan(brief, random.Random(seed)) == plan(brief, random.Random(seed))


@given(briefs(), seeds)
def test_groups_made_by_hand_are_kept(brief: Brief, seed: int) -> None:
    groups = group_of(plan(brief, random.Random(seed)))
    stations = len(brief.stations)
    for student, group in brief.groups.items():
        assert not stations or groups[student] == (group - 1) % stations + 1


@given(st.integers(0, 60), st.integers(1, 6), st.integers(1, 7), seeds)
def test_a_class_that_fits_is_seated_in_groups_of_even_size(
    count: int, stations: int, rounds: int, seed: int
) -> None:
    room = -(-count // stations) or 1
    brief = Brief(people(count), places(*[room] * stations), rounds, {})

    answer = plan(brief, random.Random(seed))
    sizes = Counter(path.group for path in answer.paths)

    assert answer.without_seat == ()
    assert not sizes or max(sizes.values()) - min(sizes.values()) <= 1


def test_a_small_station_makes_the_groups_that_come_there_small() -> None:
    brief = Brief(people(10), places(6, 3, 6), 2, {})

    answer = plan(brief, random.Random(1))
    sizes = Counter(path.group for path in answer.paths)

    assert sizes == {1: 3, 2: 3, 3: 4}
    assert answer.without_seat == ()


def test_one_too_many_has_no_seat_only_where_the_station_is_full() -> None:
    brief = Brief(people(5), places(2, 3), 2, {})

    answer = plan(brief, random.Random(1))
    rounds = [path.stations for path in answer.paths if path.student_id in answer.without_seat]

    assert rounds in ([(None, 2)], [(2, None)])


def test_students_kept_apart_are_in_different_groups_where_that_can_be() -> None:
    students = people(28)
    brief = Brief(students, places(*[6] * 5), 4, {}, apart=(students[:5],))
    for seed in range(20):
        groups = group_of(plan(brief, random.Random(seed)))
        assert len({groups[s] for s in students[:5]}) == 5


def test_students_kept_together_share_a_group_where_there_is_room() -> None:
    students = people(28)
    brief = Brief(students, places(*[6] * 5), 4, {}, together=(students[3:6], students[5:8]))
    for seed in range(20):
        groups = group_of(plan(brief, random.Random(seed)))
        assert len({groups[s] for s in students[3:8]}) == 1


def test_different_seeds_give_different_groups() -> None:
    brief = Brief(people(28), places(*[6] * 5), 4, {})
    plans = {plan(brief, random.Random(seed)).paths for seed in range(5)}
    assert len(plans) == 5


def test_without_stations_nobody_has_a_seat() -> None:
    students = people(3)
    answer = plan(Brief(students, (), 2, {}), random.Random(1))
    assert answer.without_seat == students
