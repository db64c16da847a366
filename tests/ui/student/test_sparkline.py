"""Where the line of levels runs: 100 px for 100 ms, 30 px for four levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.domain.mastery import LevelStep
from ui.student.sparkline import step_points

RECT = QRectF(0, 0, 100, 30)


def points(*steps: tuple[int, int]) -> list[tuple[float, float]]:
    found = step_points([LevelStep(at, level) for at, level in steps], 0, 100, 4, RECT)
    return [(point.x(), point.y()) for point in found]


def test_without_evidence_there_is_no_line() -> None:
    assert points() == []


def test_level_1_lies_on_the_ground_and_the_highest_at_the_top() -> None:
    assert points((0, 1)) == [(0, 30), (100, 30)]
    assert points((0, 4)) == [(0, 0), (100, 0)]


def test_a_new_level_goes_straight_up_when_it_was_seen() -> None:
    assert points((20, 1), (60, 3)) == [(20, 30), (60, 30), (60, 10), (100, 10)]


def test_what_was_before_the_window_is_where_the_line_begins() -> None:
    assert points((-500, 2), (50, 1)) == [(0, 20), (50, 20), (50, 30), (100, 30)]


@given(
    st.lists(st.tuples(st.integers(-200, 100), st.integers(1, 4)), min_size=1, max_size=8),
    st.integers(2, 6),
)
def test_the_line_never_leaves_its_box_and_never_goes_back(pairs, levels) -> None:
    steps = [LevelStep(at, min(level, levels)) for at, level in sorted(pairs)]
    found = step_points(steps, 0, 100, levels, RECT)
    assert all(0 <= point.x() <= 100 and -0.001 <= point.y() <= 30 for point in found)
    assert [point.x() for point in found] == sorted(point.x() for point in found)
    assert found[-1].x() == pytest.approx(100)
