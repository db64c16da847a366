"""Words by which notes are found, in every script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.note_words import Sought, sought_in, words_of


def found(note: str, typed: str) -> bool:
    """Whether the note has all that is looked for, as the index answers it."""
    words = words_of(note)
    return all(
        any(word.startswith(key) if start else word == key for word in words)
        for key, start in sought_in(typed)
    )


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("Explains own strategy", "strat EXP"),
        ("Élan vital à l'école", "ecole elan"),
        ("Well-read child", "read"),
        ("Well-read child", "wellr"),
        ("زار المدرسة مع أحمد", "مدرسه احمد"),
        ("شَرَحَ الكسور", "شرح الكسو"),
        ("解释自己的方法", "自己"),
        ("解释自己的方法", "法"),
        ("用tablet解释", "tab 解释"),
        ("सहायता माँगी", "सहा"),
        ("นับเลขได้", "เลข"),
        ("분수를 비교함", "비교"),
        ("Straße gefunden", "strasse"),
        ("Needs 3/4 hours", "3/4"),
    ],
)
def test_a_note_is_found_by_the_starts_of_its_words(note: str, typed: str) -> None:
    assert found(note, typed)


@pytest.mark.parametrize(
    ("note", "typed"), [("explains", "plains"), ("解释自己", "己自"), ("three", "3")]
)
def test_a_note_is_not_found_by_what_is_not_in_it(note: str, typed: str) -> None:
    assert not found(note, typed)


def test_what_has_no_letter_asks_for_nothing() -> None:
    assert sought_in(" -- ! ") == ()
    assert words_of(" -- ! ") == ()


def test_only_the_start_of_a_spaced_word_is_meant_as_one() -> None:
    assert sought_in("ex 自己人") == (
        Sought("ex", start=True),
        Sought("自己", start=False),
        Sought("己人", start=False),
    )


@given(st.text(max_size=60))
def test_every_note_is_found_by_itself_however_it_is_written(note: str) -> None:
    assert found(note, note)
    assert found(note, unicodedata.normalize("NFD", note.lower()))


@given(st.text(max_size=60))
def test_no_word_could_be_taken_for_a_mark_or_for_two(note: str) -> None:
    kinds = {unicodedata.category(char)[0] for word in words_of(note) for char in word}
    assert kinds <= {"L", "M", "N"}
