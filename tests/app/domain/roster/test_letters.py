"""Broken letters are repaired, honest ones left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.roster.letters import has_lost_letters, hides_characters, repaired, unguarded

NAMES = [
    "Lucía", "Zoë", "Łukasz", "Šárka", "Анна", "محمد", "王梓涵", "प्रिया", "Đặng", "Ünal", "Ağrı",
    "Nguyễn", "Ève", "Øyvind", "Ñusta", "José María", "Müller-Weiß", "O’Neill", "김민준", "佐藤",
]  # fmt: skip
PAGES = ["cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "latin-1"]


def misread(text: str, page: str) -> str:
    """UTF-8 read as another page, letting through what the page does not know, as programs do."""
    return "".join(_letter(byte, page) for byte in text.encode())


def _letter(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_misread_once_or_twice_is_repaired(name: str, page: str) -> None:
    assert repaired(misread(name, page)) == name
    assert repaired(misread(misread(name, page), page)) == name


@pytest.mark.parametrize("name", [*NAMES, "JOÃO", "São", "Ãlvaro", "Юлія", "Ђорђе", "Renée", "Ña"])
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert repaired(name) == name


def test_a_broken_i_that_lost_its_soft_hyphen_is_repaired() -> None:
    assert repaired("LucÃa") == "Lucía"


def test_letters_written_for_a_web_page_are_repaired() -> None:
    assert repaired("O&#39;Neill Luc&iacute;a") == "O'Neill Lucía"


def test_only_the_broken_word_of_a_name_changes() -> None:
    assert repaired("LucÃ­a Muñoz") == "Lucía Muñoz"


@given(st.text(max_size=30))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repaired(text)
    assert repaired(once) == once


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_plain_letters_are_never_touched(text: str) -> None:
    assert repaired(text) == text or "&" in text


@pytest.mark.parametrize("text", ["Luc?a", "Luc\ufffda", "\ufffd"])
def test_a_letter_that_cannot_be_had_back_is_seen(text: str) -> None:
    assert has_lost_letters(text)


@pytest.mark.parametrize("text", ["Lucía", "Ben?", "?", "Ben (?)"])
def test_a_question_mark_beside_a_name_is_no_lost_letter(text: str) -> None:
    assert not has_lost_letters(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("'=SUM(A1)", "=SUM(A1)"),
        ("'-Ben", "-Ben"),
        ('="Amara"', "Amara"),
        ('="O""Neill"', 'O"Neill'),
        ("'Alí", "'Alí"),
        ("O'Neill", "O'Neill"),
    ],
)
def test_what_a_spreadsheet_puts_before_text_goes_and_names_keep_theirs(text, bare) -> None:
    assert unguarded(text) == bare


@pytest.mark.parametrize("text", ["Ben\u202e", "\u2067Ben", "B\u200ben", "Ben\x07"])
def test_characters_that_hide_are_seen(text: str) -> None:
    assert hides_characters(text)


@pytest.mark.parametrize("text", ["\u200eمحمد", "می\u200cخواهم", "Ben\t", "Lu\u00adcia"])
def test_marks_that_honest_lists_have_are_not_held_against_them(text: str) -> None:
    assert not hides_characters(text)
