"""Words are found by their start, whatever the case, the accents and the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.capture.search_keys import letter_count, search_key, word_starts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LUCÍA", "lucia"),
        ("Łukasz", "lukasz"),
        ("O’Brien", "obrien"),
        ("Anneliese-Marie", "annelieseMarie"),
        ("Straße", "strasse"),
        ("İpek", "ipek"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("فاطمة", "فاطمه"),
        ("علی", "علي"),
        ("Nguyễn", "nguyen"),
        ("３", "3"),
        ("٣", "3"),
    ],
)
def test_spellings_a_teacher_would_not_tell_apart_are_one(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


def test_vowel_signs_that_spell_are_kept() -> None:
    assert search_key("कि") != search_key("का")


def test_the_start_of_a_korean_syllable_is_the_start_of_its_word() -> None:
    assert search_key("김민준").startswith(search_key("기"))


def test_hyphenated_words_are_found_whole_and_by_their_parts() -> None:
    assert {key for key, _ in word_starts("Anneliese-Marie")} == {
        "annelieseMarie".lower(),
        "anneliese",
        "marie",
    }


def test_an_arabic_word_is_found_without_its_article() -> None:
    assert ("علي", True) in list(word_starts("العلي"))


def test_chinese_is_found_from_every_character_on_but_only_the_whole_is_a_word() -> None:
    assert list(word_starts("王梓涵")) == [("王梓涵", True), ("梓涵", False), ("涵", False)]


def test_an_ideograph_says_more_than_a_letter() -> None:
    assert letter_count("may") == 3
    assert letter_count("王梓") == 4


@given(st.text(max_size=20))
def test_a_key_is_its_own_key_and_has_letters_and_digits_only(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert not any(char.isspace() for char in key)


@given(st.text(max_size=20))
def test_every_key_of_a_text_is_a_key(text: str) -> None:
    assert all(key and search_key(key) == key for key, _ in word_starts(text))
