"""The bar of minutes, and what a second repaints."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.clock_face import block_ms, blocks, clock_boxes, timer_box
from ui.board.layout import lay_out
from ui.board.look import BoardLook

totals = st.integers(1, 4 * 3_600_000)


def test_there_is_one_block_for_each_minute() -> None:
    found = blocks(BoardClock("round", 2, 4, 521_000, 720_000), 1840, 8)
    assert len(found) == 12
    assert [round(block.part, 2) for block in found] == [1] * 8 + [0.68] + [0] * 3
    assert found[1].left == pytest.approx(154)
    assert found[-1].right == pytest.approx(1840)


def test_a_short_stretch_has_smaller_blocks_and_a_long_one_larger() -> None:
    assert [block_ms(minutes * 60_000) for minutes in (2, 4, 5, 45, 90)] == [
        10_000,
        10_000,
        60_000,
        60_000,
        300_000,
    ]


@given(totals, st.floats(0, 1), st.floats(500, 4000))
def test_the_blocks_fill_the_bar_and_say_how_much_is_left(
    total: int, share: float, width: float
) -> None:
    left = round(total * share)
    found = blocks(BoardClock("round", 1, 4, left, total), width, 4)
    assert found[-1].right <= width + 1e-6
    assert all(a.right < b.left for a, b in pairwise(found))
    inked = sum((b.right - b.left) * b.part for b in found)
    paper = sum(b.right - b.left for b in found)
    assert inked == pytest.approx(paper * left / max(total, block_ms(total)), abs=0.01 * paper)


def test_nothing_is_left_when_time_is_over() -> None:
    clock = BoardClock("round", 4, 4, 30_000, 720_000, over=True)
    assert all(block.part == 0 for block in blocks(clock, 1000, 8))


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (3840, 2160)])
def test_digits_stand_on_the_side_where_reading_ends(
    look: BoardLook, scene: BoardScene, size: tuple[int, int]
) -> None:
    unit = size[1] / 1080
    box = timer_box(look, lay_out(look, scene, *size))
    assert box.right() == pytest.approx(size[0] - 40 * unit)
    mirrored = BoardLook(look.theme, "ar")
    assert timer_box(mirrored, lay_out(mirrored, scene, *size)).left() == pytest.approx(40 * unit)


def test_hours_of_minutes_leave_room_for_the_title(look: BoardLook, scene: BoardScene) -> None:
    long = replace(scene, clock=replace(scene.clock, remaining_ms=600 * 60_000))
    box = timer_box(look, lay_out(look, long, 1024, 768))
    assert box.width() <= 0.45 * 1024 + 1


def test_a_second_repaints_a_small_part_of_the_picture(look: BoardLook, scene: BoardScene) -> None:
    digits, bar = clock_boxes(look, lay_out(look, scene, 1920, 1080))
    painted = digits.width() * digits.height() + bar.width() * bar.height()
    assert painted < 0.08 * 1920 * 1080
