"""Short names in narrow columns; here every letter is 10 px wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from app.demo.class_4b import SKILLS
from ui.progress.headings import heading_lines, numbers
from ui.progress.measures import words_room


def wide(text: str) -> float:
    return len(text) * 10.0


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Round", 60, ("Round",)),
        ("Place value", 60, ("Place", "value")),
        ("Add up", 60, ("Add up",)),
        ("Multi\u00adply", 70, ("Multi-", "ply")),
        ("Multi\u00adply", 90, ("Multiply",)),
        ("Two-digit", 50, ("Two-", "digit")),
        ("Equivalent", 60, ("Equiv-", "alent")),
        ("分数的加法", 30, ("分数", "的加法")),
        ("Compare and order", 70, ("Compare", "and or…")),
        ("", 50, ()),
    ],
)
def test_lines_break_where_a_reader_would(text: str, room: int, lines: tuple[str, ...]) -> None:
    assert heading_lines(text, room, wide) == lines


@given(st.text("abc -\u00ad", max_size=30), st.integers(60, 200))
def test_no_line_is_wider_than_the_column_and_there_are_no_more_than_two(text, room) -> None:
    lines = heading_lines(text, room, wide)
    assert len(lines) <= 2
    assert all(wide(line) <= room for line in lines)


@given(st.text("abcdefg ", max_size=30), st.integers(60, 200))
def test_no_letter_is_lost_unless_the_ellipsis_says_so(text, room) -> None:
    shown = "".join(heading_lines(text, room, wide))
    if not shown.endswith("…"):
        assert shown.replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_numbers_begin_again_with_each_strand() -> None:
    assert numbers(["a", "a", "b", None, None]) == ("1", "2", "1", "1", "2")


@pytest.mark.parametrize("cell", [40, 41, 42])
def test_the_demos_headings_are_whole_also_beside_a_scroll_bar(theme, cell: int) -> None:
    """Cells are 42 px, and a bit narrower where 60 students scroll."""
    metrics = QFontMetricsF(theme.font("caption", 500))
    for skill in SKILLS:
        lines = heading_lines(skill.short, words_room(cell, 1.0), metrics.horizontalAdvance)
        assert not any(line.endswith("…") for line in lines), lines
