"""No size of names that fits is larger than the one taken: everything is tried, slowly."""

from itertools import chain
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board.fit import fit_board
from app.domain.board.places import Canvas
from app.domain.board.scene import BoardName, BoardStation

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
LETTER = 0.56
# Units of each tier: head with the minute bar and what is around them, header of a station,
# and the line for a message.
TIERS = [(252, 124, 76), (188, 70, 60), (168, 56, 60)]

words = st.text("abcdefgh", min_size=1, max_size=10)
names = st.lists(words, min_size=1, max_size=3).map(" ".join)
classes = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(names, max_size=60 // count), min_size=count, max_size=count)
)


class Typewriter:
    """A face whose letters are all equally wide."""

    def width(self, text: str, px: float) -> float:
        return LETTER * px * len(text)


def lines(name: str, room: float, size: float) -> float | None:
    """How many lines a name counts for, None when it does not fit on two."""
    if LETTER * size * len(name) <= room + 1e-6:
        return 1
    parts = name.split(" ")
    cuts = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    fits = any(LETTER * size * max(map(len, cut)) <= room + 1e-6 for cut in cuts)
    return 1.75 if fits else None


def fits(
    school: list[list[str]], box: tuple[float, float], columns: int, unit: float, size: float
) -> bool:
    """Whether all names fit at a size into stations with so much room for names."""
    width, height = box
    room = (width - 52 * unit - (columns - 1) * 24 * unit) / columns
    for station in school:
        each = ceil(len(station) / columns) or 1
        for start in range(0, len(station), each):
            counted = [lines(name, room, size) for name in station[start : start + each]]
            if None in counted or sum(c or 0 for c in counted) * size * 1.22 > height + 1e-6:
                return False
    return True


def largest(
    school: list[list[str]],
    width: int,
    height: int,
    message: bool,
    moving: bool,
    share: int = 28,
) -> float:
    """The largest size that fits any tier, rows and columns of names; 0 when none does."""
    unit, count, best = height / 1080, len(school), 0.0
    sizes = [height / share + 0.5 * n for n in range(int((height / 17 - height / share) * 2) + 1)]
    for top, header, line in TIERS:
        for rows in (1, 2, 3):
            across = ceil(count / rows)
            if count <= (rows - 1) * across:
                continue
            above = top + (28 if moving else 0)
            below = 32 + (line if message and not moving else 0)
            high = (height - (above + below) * unit - (rows - 1) * 24 * unit) / rows
            wide = (width - 80 * unit - (across - 1) * 24 * unit) / across
            box = (wide, high - (8 + header + 36) * unit)
            for columns in (1, 2, 3, 4, 5, 6):
                fitting = (s for s in sizes if s > best and fits(school, box, columns, unit, s))
                best = max(chain([best], fitting))
    return best


def taken(
    school: list[list[str]], width: int, height: int, message: bool, moving: bool
) -> tuple[float, int]:
    """What the board takes: the size, and how many pages."""
    stations = [
        BoardStation(n, "Tablets", "x", "blue", tuple(BoardName(100 * n + i, t) for i, t in e))
        for n, e in enumerate(map(list, map(enumerate, school)))
    ]
    found = fit_board(stations, Canvas(width, height, message, moving), Typewriter())
    return found.size, found.pages


@settings(max_examples=40, deadline=None)
@given(classes, st.sampled_from(SIZES), st.booleans(), st.booleans())
def test_the_size_taken_is_the_largest_that_fits_anywhere(
    school: list[list[str]], size: tuple[int, int], message: bool, moving: bool
) -> None:
    best = largest(school, *size, message, moving)
    found, pages = taken(school, *size, message, moving)
    if best:
        assert (found, pages) == (pytest.approx(best), 1)
    elif best := largest(school, *size, message, moving, share=36):
        assert pages == 1
        assert found >= best - 1e-6


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "school",
    [
        [["Anneliese Marie", "Oluwaseun", "Ben", "Maya L.", "Jun", "Priya"]] * 5,
        [["Anna Marie", "Chidi", "Ben"]] * 12,
        [["Bartholomew"] * 60],
        [["Ana"] * 36, [], []],
        [["Oluwaseun"] * 8] * 4,
    ],
)
def test_so_it_is_for_the_classes_of_every_day(
    school: list[list[str]], size: tuple[int, int]
) -> None:
    found, pages = taken(school, *size, False, False)
    assert (found, pages) == (pytest.approx(largest(school, *size, False, False)), 1)
