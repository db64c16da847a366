"""The plan of a room: presets, and how stations are seen as rows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.room import PRESETS, SIDE, lines, preset

spots = st.lists(
    st.one_of(st.none(), st.tuples(st.integers(0, SIDE), st.integers(0, SIDE))),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("kind", PRESETS)
@pytest.mark.parametrize("count", range(13))
def test_a_preset_has_a_place_of_its_own_for_every_station(kind: str, count: int) -> None:
    found = preset(kind, count)
    assert len(found) == len(set(found)) == count
    assert all(0 <= x <= SIDE and 0 <= y <= SIDE for x, y in found)


def test_there_is_no_other_preset() -> None:
    with pytest.raises(ValueError, match="horseshoe"):
        preset("horseshoe", 5)


def test_pairs_stand_close_together_and_apart_from_others() -> None:
    (ax, ay), (bx, by), (cx, cy), (dx, _) = preset("pairs", 4)
    assert (ay, bx - ax, dx - cx) == (by, 180, 180)
    assert cy != ay or cx - bx > 180


@given(spots)
def test_every_way_to_see_the_room_has_every_station_once(
    placed: list[tuple[int, int] | None],
) -> None:
    for way in lines(placed):
        assert sorted(n for line in way for n, _ in line) == list(range(len(placed)))
        assert all(way)
        assert len(way) <= 4


@given(spots)
def test_nobody_in_a_row_stands_behind_anybody_of_the_next(
    placed: list[tuple[int, int] | None],
) -> None:
    for way in lines(placed):
        depths = [[(placed[n] or (0, 2 * SIDE))[1] for n, _ in line] for line in way]
        for front, back in pairwise(depths):
            assert max(front) <= min(back)


@given(spots)
def test_in_a_row_left_is_left(placed: list[tuple[int, int] | None]) -> None:
    for way in lines(placed):
        for line in way:
            assert [x for _, x in line] == sorted(x for _, x in line)


def test_two_rows_of_tables_are_seen_as_two_rows() -> None:
    placed = [(200, 100), (500, 120), (800, 100), (200, 800), (800, 820)]
    assert [[[n for n, _ in line] for line in way] for way in lines(placed)] == [
        [[0, 1, 2], [3, 4]]
    ]


def test_tables_one_behind_the_other_are_never_shown_beside_each_other() -> None:
    (way,) = lines([(500, 100), (500, 350), (500, 600), (500, 900)])
    assert [[n for n, _ in line] for line in way] == [[0], [1], [2], [3]]


def test_a_circle_can_be_seen_in_two_to_four_rows() -> None:
    assert [len(way) for way in lines(preset("circle", 6))] == [2, 3, 4]
