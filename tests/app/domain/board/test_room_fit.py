"""The board as a plan of the room: stations stand where their tables do, names are whole."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.places import Box, Canvas
from app.domain.board.room import RoomGrid
from app.domain.board.scene import BoardName, BoardStation
from app.domain.room import SIDE, preset

SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]


class Typewriter:
    """A face whose letters are all equally wide."""

    def width(self, text: str, px: float) -> float:
        return 0.56 * px * len(text)


def school(places: list[tuple[int, int] | None], names: int = 4) -> list[BoardStation]:
    return [
        BoardStation(
            n,
            "Tablets",
            "x",
            "blue",
            tuple(BoardName(100 * n + i, "Amara") for i in range(names)),
            place=place,
        )
        for n, place in enumerate(places)
    ]


def fit(
    places: list[tuple[int, int] | None],
    size: tuple[int, int] = (1920, 1080),
    mirrored: bool = False,
    keep: BoardFit | None = None,
) -> BoardFit:
    return fit_board(school(places), Canvas(*size), Typewriter(), mirrored, keep, room=True)


def apart(a: Box, b: Box) -> bool:
    return (
        a.right <= b.x + 1e-6
        or b.right <= a.x + 1e-6
        or a.bottom <= b.y + 1e-6
        or b.bottom <= a.y + 1e-6
    )


places = st.lists(st.tuples(st.integers(0, SIDE), st.integers(0, SIDE)), min_size=1, max_size=9)


@settings(max_examples=60)
@given(places, st.sampled_from(SIZES), st.booleans())
def test_stations_are_on_the_picture_and_on_no_other_and_names_inside_them(
    placed: list[tuple[int, int]], size: tuple[int, int], mirrored: bool
) -> None:
    found = fit([*placed], size, mirrored)
    boxes = [station.box for station in found.stations]
    assert all(b.x >= 0 and b.right <= size[0] + 1e-6 and b.bottom <= size[1] for b in boxes)
    assert all(apart(a, b) for a, b in combinations(boxes, 2))
    for station in found.stations:
        for name in station.names:
            assert name.box.x >= station.box.x
            assert name.box.right <= station.box.right + 1e-6
            assert name.box.bottom <= station.box.bottom + 1e-6


@pytest.mark.parametrize("mirrored", [False, True])
def test_left_in_the_room_is_left_on_the_board_in_every_language(mirrored: bool) -> None:
    found = fit([(100, 100), (900, 100), (100, 900), (900, 900)], mirrored=mirrored)
    first, second, third, fourth = (station.box for station in found.stations)
    assert first.x < second.x
    assert third.x < fourth.x
    assert first.y == second.y < third.y == fourth.y


def test_names_begin_where_reading_starts() -> None:
    box = fit([(100, 100), (900, 900)], mirrored=True).stations[0]
    assert box.box.right - box.names[0].box.right == pytest.approx(26)


def test_a_lonely_table_in_a_corner_stays_in_its_corner() -> None:
    found = fit([(500, 100), (950, 900)])
    assert found.stations[1].box.right == pytest.approx(1880)


def test_the_largest_of_the_ways_to_see_a_circle_is_taken() -> None:
    found = fit([*preset("circle", 6)])
    assert isinstance(found.grid, RoomGrid)
    assert found.size >= 1080 / 28


def test_a_room_nobody_placed_is_shown_in_columns() -> None:
    plain = fit_board(school([None] * 5), Canvas(1920, 1080), Typewriter())
    assert fit([None] * 5) == plain


def test_a_class_that_does_not_fit_its_room_is_shown_in_columns() -> None:
    many = school([*preset("circle", 12)], names=30)
    found = fit_board(many, Canvas(1024, 768), Typewriter(), room=True)
    assert not isinstance(found.grid, RoomGrid)


def test_a_station_without_a_place_comes_last() -> None:
    found = fit([None, (500, 100), (500, 500)])
    assert found.stations[0].box.y > found.stations[2].box.y


def test_stations_keep_their_places_when_names_move() -> None:
    placed: list[tuple[int, int] | None] = [*preset("circle", 6)]
    before = fit(placed)
    after = fit(placed, keep=before)
    assert after.stations == before.stations
