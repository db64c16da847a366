"""Initials and shapes of students."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.initials import SHAPES, initials, shape_of

NAMES = [
    ("Amara Okafor", "AO"),
    ("Anneliese-Marie Vogel", "AV"),
    ("Maya", "M"),
    ("élodie d'Arc", "ÉD"),
    ("Nguyễn Thị Minh Khai", "NK"),
    ("محمد العلي", "مع"),
    ("محمد", "م"),
    ("王梓涵", "梓"),
    ("王", "王"),
    ("司马相如", "相"),
    ("김민수", "민"),
    ("किरण शर्मा", "किश"),
    ("გიორგი", "გ"),
    ("(Sofia) Rossi", "SR"),
    ("Tane 7", "T7"),
    ("", ""),
    ("   ", ""),
    ("!", "!"),
]


@pytest.mark.parametrize(("name", "letters"), NAMES)
def test_a_name_in_any_script_has_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_family_name_gives_the_second_letter() -> None:
    assert initials("Maya", "Lindqvist") == "ML"


@pytest.mark.parametrize(("name", "family"), [("梓涵", "王"), ("王梓涵", "王")])
def test_a_chinese_name_shows_the_given_name(name: str, family: str) -> None:
    assert initials(name, family) == "梓"


def test_letters_written_apart_or_together_give_the_same() -> None:
    assert initials(unicodedata.normalize("NFD", "Élodie")) == initials("Élodie")


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_name_is_too_strange(name: str, family: str) -> None:
    letters = initials(name, family)
    assert bool(letters) >= bool(name.strip())
    assert not any(sign.isspace() for sign in letters)


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_a_student_keeps_the_shape_and_the_next_has_another(key: int) -> None:
    assert shape_of(key) == shape_of(key)
    assert shape_of(key) in SHAPES
    assert shape_of(key) != shape_of(key + 1)
