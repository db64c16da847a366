"""Photos beside the names: each has its place, and names are as large as that leaves room for."""

from itertools import combinations

import pytest

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.places import Box, Canvas
from app.domain.board.scene import BoardName, BoardStation

NAMES = ("Ben", "Anneliese Marie", "Oluwaseun")
SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]


class Typewriter:
    """A face whose letters are all equally wide."""

    def width(self, text: str, px: float) -> float:
        return 0.56 * px * len(text)


def fit(size: tuple[int, int], count: int, photos: bool, mirrored: bool = False) -> BoardFit:
    stations = [
        BoardStation(
            n,
            "Tablets",
            "x",
            "blue",
            tuple(BoardName(100 * n + i, NAMES[i % 3]) for i in range(count)),
        )
        for n in range(5)
    ]
    canvas = Canvas(*size, icons=photos, photos=photos)
    return fit_board(stations, canvas, Typewriter(), mirrored)


def apart(a: Box, b: Box) -> bool:
    return (
        a.right <= b.x + 1e-6
        or b.right <= a.x + 1e-6
        or a.bottom <= b.y + 1e-6
        or b.bottom <= a.y + 1e-6
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 5, 9, 12])
@pytest.mark.parametrize("mirrored", [False, True])
def test_photos_and_names_are_inside_their_station_and_on_nothing_else(
    size: tuple[int, int], count: int, mirrored: bool
) -> None:
    found = fit(size, count, photos=True, mirrored=mirrored)
    for station in found.stations:
        boxes = [box for n in station.names for box in (n.box, n.photo) if box is not None]
        assert len(boxes) == 2 * len(station.names)
        assert all(apart(a, b) for a, b in combinations(boxes, 2))
        for box in boxes:
            assert station.box.x <= box.x
            assert box.right <= station.box.right + 1e-6
            assert station.header.bottom <= box.y
            assert box.bottom <= station.box.bottom + 1e-6


@pytest.mark.parametrize("size", SIZES)
def test_photos_cost_room_and_without_them_nothing_changes(size: tuple[int, int]) -> None:
    plain, pictured = fit(size, 5, photos=False), fit(size, 5, photos=True)
    assert pictured.size <= plain.size
    assert pictured.size >= size[1] / 36
    assert all(name.photo is None for station in plain.stations for name in station.names)


def test_the_photo_stands_where_reading_starts() -> None:
    for mirrored in (False, True):
        name = fit((1920, 1080), 5, photos=True, mirrored=mirrored).stations[0].names[0]
        assert name.photo is not None
        assert (name.photo.x > name.box.x) == mirrored
