"""Who can read the board from where, and what would help: only what really does is advised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.legible import Sight, advise, farthest_seat, seen
from app.domain.board.places import Canvas
from app.domain.board.scene import BoardName, BoardStation

HD = Canvas(1920, 1080)


class Typewriter:
    """A face whose letters are all equally wide."""

    def width(self, text: str, px: float) -> float:
        return 0.56 * px * len(text)


def school(names: list[list[str]]) -> list[BoardStation]:
    return [
        BoardStation(n, "Tablets", "x", "blue", tuple(BoardName(100 * n + i, t) for i, t in e))
        for n, e in enumerate(map(list, map(enumerate, names)))
    ]


def fit(stations: list[BoardStation], least: float = 0) -> BoardFit:
    return fit_board(stations, HD, Typewriter(), least=least)


def test_the_farthest_seat_sees_an_x_height_a_200th_of_its_distance() -> None:
    # 1080 px high on 1.2 m; 54 px names have an x-height of 26.8 px, which is 29.8 mm
    assert farthest_seat(54, 1080, 1.2) == pytest.approx(5.952)


def test_the_least_size_is_what_the_last_row_just_reads() -> None:
    size = Sight(8, 1.2).least_size(1080)
    assert farthest_seat(size, 1080, 1.2) == pytest.approx(8)


def test_in_a_small_room_everybody_is_read_and_nothing_is_advised() -> None:
    stations = school([["Ana", "Ben"]] * 4)
    found = advise(stations, fit(stations), Typewriter(), Sight(4, 1.2))
    assert found.unread == ()
    assert (found.image, found.pages, found.stations, found.shorter) == (0, 0, 0, ())


def test_names_in_smaller_letters_are_those_the_last_row_cannot_read() -> None:
    stations = school([["Ana", "محمد"], ["Ben"]])
    found = fit(stations)
    seat = farthest_seat(found.size, 1080, 1.2) - 0.5
    body = {"محمد": 0.35}.get
    _, unread = seen(stations, found, Sight(seat, 1.2), lambda text: body(text, 0.496))
    assert unread == ("محمد",)


def test_each_help_brings_every_name_to_the_last_row() -> None:
    stations = school([["Bartholomew", "Ana", "Ben", "Oluwaseun", "Isla", "Jun"]] * 6)
    sight = Sight(7.5, 1.5)
    found = advise(stations, fit(stations), Typewriter(), sight)
    needed = sight.least_size(1080)
    assert len(found.unread) == 6
    assert farthest_seat(fit(stations).size, 1080, found.image) >= sight.seat - 1e-6
    assert found.pages == 2
    assert fit(stations, needed).size >= needed


def test_fewer_stations_are_advised_when_they_are_enough() -> None:
    stations = school([["Bartholomew", "Ana", "Ben"]] * 12)
    found = advise(stations, fit(stations), Typewriter(), Sight(6, 1.2))
    assert 2 <= found.stations < 12
    names = ["Bartholomew", "Ana", "Ben"] * 12
    spread = school([names[n :: found.stations] for n in range(found.stations)])
    assert fit(spread).size >= Sight(6, 1.2).least_size(1080) - 1e-6


def test_shorter_names_are_advised_when_they_make_a_difference() -> None:
    stations = school([["Ana", "Maria Fernanda Guadalupe", "Jun"]] * 8)
    found = advise(stations, fit(stations), Typewriter(), Sight(9, 1.2))
    assert set(found.shorter) == {"Maria Fernanda Guadalupe"}


def test_an_empty_class_needs_nothing() -> None:
    assert advise([], fit([]), Typewriter(), Sight(20, 1)).unread == ()


words = st.text("abcdefgh", min_size=1, max_size=9)
classes = st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(classes, st.floats(3, 12))
def test_pages_for_the_last_row_are_taken_only_if_they_are_enough(
    names: list[list[str]], seat: float
) -> None:
    stations, least = school(names), Sight(seat, 1.2).least_size(1080)
    plain, far = fit(stations), fit(stations, least)
    if far.pages > plain.pages:
        assert far.size >= least - 1e-6
    else:
        assert far.size >= plain.size
