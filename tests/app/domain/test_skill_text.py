"""Lists of skills are read the way teachers write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.skill_text import OutlineLine, read_outline


def read(text: str) -> list[tuple[int, str, str]]:
    return [(line.depth, line.code, line.statement) for line in read_outline(text)]


def test_each_line_is_a_skill_and_blank_lines_are_none() -> None:
    assert read("Add fractions\n\n  \nCompare fractions\r\n") == [
        (0, "", "Add fractions"),
        (0, "", "Compare fractions"),
    ]


@pytest.mark.parametrize("indent", ["\t", "  ", "    ", "\u3000"])
def test_indented_lines_are_below_the_line_above(indent: str) -> None:
    text = f"Fractions\n{indent}Add\n{indent * 2}Same whole\n{indent}Compare\nShapes"
    assert [(d, s) for d, _, s in read(text)] == [
        (0, "Fractions"),
        (1, "Add"),
        (2, "Same whole"),
        (1, "Compare"),
        (0, "Shapes"),
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "12)", "a)", "(b)", "▪"])
def test_bullets_and_list_numbers_are_dropped(mark: str) -> None:
    assert read(f"{mark} Add fractions") == [(0, "", "Add fractions")]


@pytest.mark.parametrize(
    ("line", "code", "statement"),
    [
        ("4.NF.B.3: Add fractions", "4.NF.B.3", "Add fractions"),
        ("4.NF.B.3\tAdd fractions", "4.NF.B.3", "Add fractions"),
        ("RL : Retell a story", "RL", "Retell a story"),
        ("- MA4-1: Count on", "MA4-1", "Count on"),
        ("1.2 Count on", "1.2", "Count on"),
        ("Fractions: add two", "", "Fractions: add two"),
        ("NF.1:", "", "NF.1:"),
        ("Ratio 3:4", "", "Ratio 3:4"),
        ("Add\tor take away", "", "Add or take away"),
    ],
)
def test_a_code_is_told_from_the_statement(line: str, code: str, statement: str) -> None:
    assert read(line) == [(0, code, statement)]


def test_numbers_make_the_tree_where_nothing_is_indented() -> None:
    text = "1. Fractions\n1.1 Add\n1.1.1 Same whole\n1.2 Compare\n2. Shapes"
    assert [(d, s) for d, _, s in read(text)] == [
        (0, "Fractions"),
        (1, "Add"),
        (2, "Same whole"),
        (1, "Compare"),
        (0, "Shapes"),
    ]


def test_a_word_with_a_dash_is_no_bullet() -> None:
    assert read("-5 and other negatives") == [(0, "", "-5 and other negatives")]


def test_a_first_line_that_is_indented_stands_at_the_top() -> None:
    assert [d for d, *_ in read("    Add\nCompare\n  Order")] == [0, 0, 1]


@given(st.text())
def test_any_text_gives_a_tree_without_gaps(text: str) -> None:
    lines = read_outline(text)
    depths = [-1, *(line.depth for line in lines)]
    assert all(below <= above + 1 for above, below in pairwise(depths))
    assert all(line.statement for line in lines)


@given(st.lists(st.text("abc xyz", min_size=1), max_size=9))
def test_plain_lines_come_back_as_they_are(lines: list[str]) -> None:
    words = [" ".join(line.split()) for line in lines]
    expected = tuple(word for word in words if word)
    assert tuple(line.statement for line in read_outline("\n".join(words))) == expected
    assert all(isinstance(line, OutlineLine) for line in read_outline("\n".join(words)))
