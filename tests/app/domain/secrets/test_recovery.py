"""A recovery code survives being read from paper, and says where it was not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.secrets.recovery import (
    ALPHABET,
    BITS,
    GROUP,
    GROUPS,
    LENGTH,
    looks_like_code,
    read_code,
    recovery_code,
)
from app.errors import CodeMistyped

codes = st.integers(0, (1 << BITS) - 1).map(recovery_code)
places = st.integers(0, LENGTH - 1)


def letters(code: str) -> str:
    return code.replace("-", "")


def changed(code: str, place: int, step: int) -> str:
    """Another letter at that place."""
    known = letters(code)
    other = ALPHABET[(ALPHABET.index(known[place]) + step) % len(ALPHABET)]
    return known[:place] + other + known[place + 1 :]


def test_no_letter_looks_like_another() -> None:
    assert not set("0O1I") & set(ALPHABET)
    assert len(set(ALPHABET)) == 32
    assert BITS >= 128


@given(st.integers(0, (1 << BITS) - 1), st.integers(0, (1 << BITS) - 1))
def test_every_code_is_its_own(one: int, other: int) -> None:
    assert (recovery_code(one) == recovery_code(other)) == (one == other)


@given(codes)
def test_a_code_is_shown_in_groups(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [GROUP] * GROUPS


@given(codes, st.sampled_from(["", " ", "  ", "-", " – ", "\n"]), st.booleans())
def test_capitals_blanks_and_dashes_do_not_matter(code: str, between: str, small: bool) -> None:
    typed = between.join(code.split("-"))
    assert read_code(typed.lower() if small else typed) == letters(code)


@given(codes, places, st.integers(1, 31))
def test_one_wrong_letter_is_found_and_its_group_named(code: str, place: int, step: int) -> None:
    with pytest.raises(CodeMistyped) as caught:
        read_code(changed(code, place, step))
    assert caught.value.group == place // GROUP + 1


@given(codes, places, places, st.integers(1, 31), st.integers(1, 31))
def test_two_wrong_letters_are_found(
    code: str, one: int, other: int, step: int, further: int
) -> None:
    typed = changed(changed(code, one, step), other, further)
    if typed != letters(code):
        assert not looks_like_code(typed)


@given(codes, places, places)
def test_letters_that_changed_places_are_found(code: str, one: int, other: int) -> None:
    typed = list(letters(code))
    typed[one], typed[other] = typed[other], typed[one]
    assert looks_like_code("".join(typed)) == (typed == list(letters(code)))


@given(codes, places)
def test_a_missing_letter_is_counted(code: str, place: int) -> None:
    known = letters(code)
    with pytest.raises(CodeMistyped) as caught:
        read_code(known[:place] + known[place + 1 :])
    assert (caught.value.count, caught.value.length) == (LENGTH - 1, LENGTH)


@given(st.text())
def test_no_text_is_a_code_by_chance_or_brings_it_down(text: str) -> None:
    assert not looks_like_code(text) or len(text) >= LENGTH


def test_a_zero_is_told_by_its_group() -> None:
    with pytest.raises(CodeMistyped) as caught:
        read_code("2222-2202-2222-2222-2222-2222-2222")
    assert caught.value.group == 2


def test_only_so_many_bits_make_a_code() -> None:
    with pytest.raises(ValueError, match="130"):
        recovery_code(1 << BITS)
