"""The starter set and every change a teacher makes to a station."""

import pytest

from app.domain.skill_text import read_outline
from app.domain.stations import COLOURS, Station
from app.errors import NameMissing
from app.services.skills import SkillService
from app.services.stations import StationService, free_colour, starter_stations


@pytest.fixture
def service(room) -> StationService:
    return StationService(room)


@pytest.fixture
def station(service, four_b) -> Station:
    return service.add(four_b.id, "Reading corner")


def now(service: StationService, station: Station) -> Station:
    return next(s for s in service.stations(station.class_id) if s.id == station.id)


def test_the_starter_set_is_five_stations_with_colour_icon_and_kind(room) -> None:
    starter = starter_stations(1, 28, room.ids)
    looks = [(s.kind, s.colour, s.icon) for s in starter]
    assert looks == [
        ("teacher-led", "blue", "chalkboard-teacher"),
        ("collaborative", "orange", "puzzle-piece"),
        ("online", "green", "device-tablet"),
        ("independent", "purple", "pencil-ruler"),
        ("choice", "sky", "palette"),
    ]
    assert [s.position for s in starter] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("students", [0, 1, 25, 28, 31, 47, 60, 120])
def test_a_class_of_any_size_fits_the_starter_set(room, students: int) -> None:
    starter = starter_stations(1, students, room.ids)
    assert all(s.room * 5 >= students for s in starter)
    assert all(s.seats_max >= 6 for s in starter)


def test_a_new_station_gets_the_next_free_colour_and_the_last_place(service, four_b) -> None:
    first, second = service.add(four_b.id, "One"), service.add(four_b.id, "Two", "online")
    assert (first.colour, second.colour) == ("blue", "orange")
    assert (second.position, second.devices, second.icon) == (1, 6, "device-tablet")


def test_colours_are_shared_only_when_all_are_taken() -> None:
    assert free_colour(["blue", "green"]) == "orange"
    assert free_colour(COLOURS) == "blue"
    assert free_colour([*COLOURS, "blue"]) == "orange"


def test_a_station_needs_a_name(service, four_b) -> None:
    with pytest.raises(NameMissing):
        service.add(four_b.id, "  ")


def test_every_change_shows_and_can_be_undone(room, service, station) -> None:
    changes = [
        (lambda: service.rename(station.id, "Books"), {"name": "Books"}),
        (lambda: service.recolour(station.id, "green"), {"colour": "green"}),
        (lambda: service.set_icon(station.id, "book-open"), {"icon": "book-open"}),
        (lambda: service.set_seats(station.id, 4), {"seats_max": 4}),
        (lambda: service.set_devices(station.id, 3), {"devices": 3}),
    ]
    for change, expected in changes:
        change()
        seen = now(service, station)
        assert {name: getattr(seen, name) for name in expected} == expected
        room.workspace.undo()
        assert now(service, station) == station


def test_the_icon_follows_the_kind_until_the_teacher_chose_one(service, station) -> None:
    service.set_kind(station.id, "project")
    assert now(service, station).icon == "hammer"

    service.set_icon(station.id, "rocket-launch")
    service.set_kind(station.id, "choice")

    assert (now(service, station).kind, now(service, station).icon) == ("choice", "rocket-launch")


def test_an_unknown_kind_or_colour_is_a_bug(service, station) -> None:
    with pytest.raises(ValueError, match="den"):
        service.set_kind(station.id, "den")
    with pytest.raises(ValueError, match="mauve"):
        service.recolour(station.id, "mauve")


def test_two_stations_swap_colours_rather_than_share_one(room, service, station, four_b) -> None:
    other = service.add(four_b.id, "Tablets", "online")
    service.recolour(station.id, other.colour)
    assert now(service, other).colour == station.colour
    assert now(service, station).colour == other.colour

    room.workspace.undo()

    assert service.stations(four_b.id) == (station, other)


def test_seats_and_devices_stay_within_reason(service, station) -> None:
    service.set_seats(station.id, 0)
    service.set_devices(station.id, 5000)
    assert (now(service, station).seats_max, now(service, station).devices) == (1, 99)

    service.set_devices(station.id, None)
    assert now(service, station).devices is None


def test_a_station_may_be_must_do_and_have_a_task_for_whoever_is_done(
    room, service, station, four_b
) -> None:
    service.set_must_do(station.id, must_do=True)
    service.set_next_task(station.id, "  Read   on ")
    (kept,) = [one for one in service.stations(four_b.id) if one.id == station.id]
    assert (kept.must_do, kept.next_task) == (True, "Read on")
    room.workspace.undo()
    room.workspace.undo()
    assert service.stations(four_b.id)[0] == station


def test_a_station_may_work_on_a_skill(room, service, station, four_b) -> None:
    skills = SkillService(room)
    skills.add_list(four_b.id, read_outline("Add fractions"))
    skill = skills.choices(four_b.id)[0]

    service.set_skill(station.id, skill.id)
    assert now(service, station).skill_id == skill.id

    room.workspace.undo()
    assert now(service, station).skill_id is None


def test_the_order_is_the_teachers_and_can_be_undone(room, service, four_b) -> None:
    a, b, c = (service.add(four_b.id, name) for name in "ABC")
    service.reorder(four_b.id, [c.id, a.id])
    assert [s.name for s in service.stations(four_b.id)] == ["C", "A", "B"]

    room.workspace.undo()

    assert service.stations(four_b.id) == (a, b, c)


def test_a_removed_station_is_gone_until_undone(room, service, station, four_b) -> None:
    service.remove(station.id)
    assert service.stations(four_b.id) == ()

    room.workspace.undo()

    assert service.stations(four_b.id) == (station,)


def test_a_station_is_placed_in_the_room_and_walls_hold_it(service, station, room) -> None:
    service.place(station.id, (1200, -5))
    assert now(service, station).spot == (1000, 0)
    room.workspace.undo()
    assert now(service, station).spot is None


def test_to_place_it_where_it_stands_is_no_step(service, station, room) -> None:
    service.place(station.id, (300, 400))
    steps = room.store.count_steps()
    service.place(station.id, (300, 400))
    assert room.store.count_steps() == steps


def test_all_stations_are_arranged_and_forgotten_in_one_step_each(service, station, room) -> None:
    other = service.add(station.class_id, "Tablets")
    service.arrange(station.class_id, "circle")
    spots = [s.spot for s in service.stations(station.class_id)]
    assert None not in spots
    assert len(set(spots)) == 2
    service.clear_room(station.class_id)
    assert now(service, other).spot is None
    room.workspace.undo()
    assert [s.spot for s in service.stations(station.class_id)] == spots
