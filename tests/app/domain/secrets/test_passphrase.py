"""What is said of a passphrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.secrets.passphrase import Strength, strength, understood


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", Strength.EMPTY),
        ("   ", Strength.EMPTY),
        ("cat", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("bluebicycle", Strength.FAIR),
        ("blue bicycle on tuesdays", Strength.GOOD),
        ("голубой велосипед", Strength.GOOD),
    ],
)
def test_a_hint_is_plain(text: str, said: Strength) -> None:
    assert strength(text) is said


def test_a_letter_is_one_letter_however_the_keyboard_makes_it() -> None:
    assert understood("caf\u00e9 au\u00a0lait") == understood("cafe\u0301 au lait")


def test_capitals_and_blanks_count() -> None:
    assert len({understood(text) for text in ("Red hat", "red hat", "redhat")}) == 3


@given(st.text())
def test_it_is_understood_the_same_twice(text: str) -> None:
    assert understood(understood(text)) == understood(text)


@given(st.text())
def test_any_text_gets_a_hint(text: str) -> None:
    assert strength(text) in Strength
