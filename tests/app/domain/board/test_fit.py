"""Names on the board are as large as they can be, whole, and in their places."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.places import Box, Canvas
from app.domain.board.scene import BoardName, BoardStation
from app.domain.board.text import cut, pieces

SIZES = [(1024, 768), (1280, 800), (1366, 768), (1920, 1080), (1920, 1200), (3840, 2160)]
DEMO = [
    ["Amara", "Daniyar", "Fatima", "Maya L.", "Yusuf"],
    ["Anneliese-Marie", "Ben", "Leila", "Maya P.", "Nikolai"],
    ["Chidi", "Elif", "Isla", "Jun", "Oluwaseun", "Priya"],
    ["Grace", "Hana", "Mateo", "محمد", "王梓涵"],
    ["Finn", "Kofi", "Lucía", "Zuzanna"],
]


class Typewriter:
    """A face whose letters are all equally wide."""

    def __init__(self, share: float = 0.56) -> None:
        self._share = share
        self.asked = 0

    def width(self, text: str, px: float) -> float:
        self.asked += 1
        return self._share * px * len(text)


def stations(names: list[list[str]]) -> list[BoardStation]:
    """One station per list of names."""
    return [
        BoardStation(
            index,
            "Tablets",
            "device-tablet",
            "blue",
            tuple(BoardName(100 * index + i, n) for i, n in enumerate(s)),
        )
        for index, s in enumerate(names)
    ]


def fit(
    names: list[list[str]],
    width: float,
    height: float,
    message: bool = False,
    moving: bool = False,
    mirrored: bool = False,
    page: int = 0,
) -> BoardFit:
    """Fit with the typewriter."""
    canvas = Canvas(width, height, message, moving)
    return fit_board(stations(names), canvas, Typewriter(), mirrored, page=page)


words = st.text("abcdefgh-", min_size=1, max_size=14)
few_words = st.lists(words, min_size=1, max_size=3).map(" ".join)
long_names = st.text("abcdefgh", min_size=40, max_size=40)
any_name = st.one_of(words, few_words, long_names)
classes = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(any_name, max_size=60 // count), min_size=count, max_size=count)
)
ordinary = st.lists(st.lists(words, max_size=8), min_size=1, max_size=8)
sizes = st.sampled_from(SIZES)


def overlap(a: Box, b: Box) -> bool:
    return (
        a.x < b.right - 1e-6
        and b.x < a.right - 1e-6
        and a.y < b.bottom - 1e-6
        and b.y < a.bottom - 1e-6
    )


def inside(outer: Box, inner: Box) -> bool:
    return (
        inner.x >= outer.x - 1e-6
        and inner.y >= outer.y - 1e-6
        and inner.right <= outer.right + 1e-6
        and inner.bottom <= outer.bottom + 1e-6
    )


def check(found: BoardFit) -> None:
    """Everything is in its place and nothing on anything else."""
    canvas = Box(0, 0, found.canvas.width, found.canvas.height)
    for station in found.stations:
        assert inside(canvas, station.box)
        assert inside(station.box, station.header)
        body = Box(
            station.box.x,
            station.header.bottom,
            station.box.width,
            station.box.bottom - station.header.bottom,
        )
        for name in station.names:
            assert inside(body, name.box)
        for one, other in combinations(station.names, 2):
            assert not overlap(one.box, other.box)
    for a, b in combinations(found.stations, 2):
        assert not overlap(a.box, b.box)


def whole(names: list[list[str]], found: BoardFit, **how: bool) -> None:
    """Every page is in order, and together they have every name of every station, whole."""
    size = (found.canvas.width, found.canvas.height)
    pages = [found, *(fit(names, *size, page=n, **how) for n in range(1, found.pages))]
    shown: dict[int, list[str]] = {index: [] for index in range(len(names))}
    for page in pages:
        check(page)
        for station in page.stations:
            shown[station.key] += ["".join(n.lines).replace(" ", "") for n in station.names]
    assert list(shown.values()) == [[n.replace(" ", "") for n in there] for there in names]


@settings(max_examples=60)
@given(classes, sizes, st.booleans(), st.booleans(), st.booleans())
def test_every_name_is_whole_inside_its_column_and_on_no_other(
    names: list[list[str]], size: tuple[int, int], message: bool, moving: bool, mirrored: bool
) -> None:
    how = {"message": message, "moving": moving, "mirrored": mirrored}
    whole(names, fit(names, *size, **how), **how)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 5, 12])
@pytest.mark.parametrize("students", [24, 60])
def test_a_class_of_very_long_names_fits(size: tuple[int, int], count: int, students: int) -> None:
    long = [f"{chr(97 + i % 26)}{'xyz' * 13}" for i in range(students)]
    names = [long[i::count] for i in range(count)]
    found = fit(names, *size)
    whole(names, found)
    assert found.size >= size[1] / 36 - 1e-6


@given(classes, sizes)
def test_one_size_serves_the_whole_class(names: list[list[str]], size: tuple[int, int]) -> None:
    found = fit(names, *size)
    for station in found.stations:
        for name in station.names:
            longest = max(map(len, name.lines))
            assert name.box.width == pytest.approx(0.56 * found.size * longest)


@given(classes, sizes, st.sampled_from([1.25, 1.5, 2, 3]))
def test_a_larger_picture_of_the_same_shape_never_has_smaller_names(
    names: list[list[str]], size: tuple[int, int], factor: float
) -> None:
    width, height = size
    small = fit(names, width, height)
    assert fit(names, width * factor, height * factor).size >= small.size - 1e-6


@given(ordinary, sizes, st.integers(1, 400))
def test_a_wider_picture_never_has_smaller_names(
    names: list[list[str]], size: tuple[int, int], more: int
) -> None:
    narrow = fit(names, *size)
    wide = fit(names, size[0] + more, size[1])
    assert wide.pages < narrow.pages or wide.size >= narrow.size - 1e-6


@given(ordinary, sizes)
def test_no_larger_size_on_the_same_places_would_fit(
    names: list[list[str]], size: tuple[int, int]
) -> None:
    found = fit(names, *size)
    larger = found.size + 0.5
    if found.too_small or found.pages > 1 or found.name_columns > 1 or larger > size[1] / 17:
        return
    room = found.stations[0].box.width - 52 * found.canvas.unit
    lines, stuck = [], False
    for station in names:
        parts = [_lines(name, room / (0.56 * larger)) for name in station]
        stuck = stuck or None in parts
        lines.append(sum(part or 0 for part in parts))
    body = found.stations[0].box.height - (8 + found.tier.header + 36) * found.canvas.unit
    assert stuck or max(lines) * larger * 1.22 > body - 1e-6


def _lines(name: str, letters: float) -> float | None:
    if len(name) <= letters:
        return 1
    parts = pieces(name)
    halves = [
        max(len("".join(parts[:i]).strip()), len("".join(parts[i:]).strip()))
        for i in range(1, len(parts))
    ]
    return 1.75 if min(halves, default=99) <= letters else None


def test_the_same_places_are_the_mirror_image_for_languages_read_from_the_right() -> None:
    left, right = fit(DEMO, 1920, 1080), fit(DEMO, 1920, 1080, mirrored=True)
    for a, b in zip(left.stations, right.stations, strict=True):
        assert b.box == a.box.mirrored(1920)
        assert [n.box for n in b.names] == [n.box.mirrored(1920) for n in a.names]


def test_an_ordinary_class_gets_the_roomy_board_in_one_row() -> None:
    found = fit_board(stations(DEMO), Canvas(1920, 1080, message=True), Typewriter(0.5))
    assert (found.tier.name, found.rows, found.name_columns) == ("roomy", 1, 1)
    assert found.stations[0].box == Box(40, 252, 348.8, 720)
    assert found.size == pytest.approx(59.07, abs=0.01)
    assert found.pitch == pytest.approx(92)
    assert not found.too_small


def test_the_transition_has_the_same_columns_below_a_taller_head() -> None:
    before, moving = fit(DEMO, 1920, 1080, message=True), fit(DEMO, 1920, 1080, moving=True)
    assert [s.box.x for s in moving.stations] == [s.box.x for s in before.stations]
    assert moving.stations[0].box == Box(40, 280, 348.8, 768)


def test_stations_keep_their_rows_while_names_fit() -> None:
    names = [["a" * 4] * 8 for _ in range(8)]
    free = fit(names, 1920, 1080)
    two = fit([["a" * 12] * 3 for _ in range(8)], 1920, 1080)
    held = fit_board(stations(names), Canvas(1920, 1080), Typewriter(), keep=two)
    assert (free.rows, two.rows, held.rows) == (1, 2, 2)
    assert held.size <= free.size


def test_names_stay_in_their_columns_while_others_would_be_hardly_larger() -> None:
    many, fewer = fit([["Ana"] * 12] * 5, 1920, 1080), [["Ana"] * 11] * 5
    free = fit(fewer, 1920, 1080)
    held = fit_board(stations(fewer), Canvas(1920, 1080), Typewriter(), keep=many)
    assert held.grid.alike(many.grid)
    assert held.size >= 0.9 * free.size


def test_rows_that_do_not_fit_are_given_up() -> None:
    names = [["a" * 20] * 3 for _ in range(6)]
    one = fit([["a" * 5] * 3 for _ in range(6)], 1920, 1080)
    held = fit_board(stations(names), Canvas(1920, 1080), Typewriter(), keep=one)
    assert (one.rows, held.rows) == (1, 2)


def test_names_too_many_for_one_column_stand_side_by_side() -> None:
    found = fit([["Ana"] * 28], 1920, 1080)
    assert (found.name_columns, found.size) == (3, pytest.approx(63.07, abs=0.01))
    first, last = found.stations[0].names[0].box, found.stations[0].names[-1].box
    assert last.x > first.right


def test_names_under_a_28th_of_the_height_are_called_too_small() -> None:
    found = fit([["Oluwaseun"] * 10] * 6, 1024, 768)
    assert found.too_small == (found.size < 768 / 28)
    assert fit([["abcdefghij abcdefghij"] * 6] * 6, 1024, 768).too_small


def test_a_board_without_stations_or_names_is_no_trouble() -> None:
    assert fit([], 1024, 768).stations == ()
    assert fit([[], []], 1024, 768).size <= 768 / 17


def test_a_narrow_upright_picture_still_holds_everybody() -> None:
    names = [["Bartholomew", "Ana"]] * 12
    for width, height in [(600, 1000), (320, 7680), (320, 320)]:
        found = fit(names, width, height)
        assert found.size > 0
        whole(names, found)


def test_each_width_is_asked_of_the_face_once() -> None:
    face = Typewriter()
    fit_board(stations(DEMO), Canvas(1920, 1080), face)
    assert face.asked <= 2 * sum(map(len, DEMO))


def test_words_are_broken_only_when_they_are_longer_than_a_line() -> None:
    assert cut("Maria de los Angeles", len).lines(9) == ("Maria de", "los", "Angeles")
    assert cut("Wolfeschlegel Ann", len).lines(5) == ("Wolfe", "schle", "gel", "Ann")
    assert cut("Anneliese-Marie", len).lines(10) == ("Anneliese-", "Marie")


def test_the_lines_of_one_name_are_closer_than_the_names() -> None:
    for count in (3, 9):
        found = fit([["abcdefghijkl mnopqrstuvwx"] * count] * 6, 1920, 1080)
        first, second = found.stations[0].names[:2]
        assert len(first.lines) == 2
        within = found.leading * found.size
        between = second.box.y + within / 2 - (first.box.bottom - within / 2)
        assert between > 1.15 * within
