"""One skill of thousands is found by a few letters of it."""

import pytest

from app.domain.ids import FrameworkId, SkillId
from app.domain.skill_search import SkillSearch
from app.domain.skills import Skill

SKILLS = [
    Skill(SkillId(n), FrameworkId(1), None, statement, short, code)
    for n, (statement, short, code) in enumerate(
        (
            ("Compare fractions", "Compare", "M.1"),
            ("Add fractions with one denominator", "", "M.2"),
            ("Écrire un résumé", "", "F.1"),
            ("شَرَحَ الكسور", "", ""),
            ("比较分数", "", ""),
        ),
        1,
    )
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("frac", [1, 2]),
        ("denom ADD", [2]),
        ("m.2", [2]),
        ("ecrire resume", [3]),
        ("شرح", [4]),
        ("分数", [5]),
        ("frac xyz", []),
        ("\u200b", [1, 2, 3, 4, 5]),
    ],
)
def test_words_in_any_order_and_any_script(typed: str, found: list[int]) -> None:
    assert [skill.id for skill in SkillSearch(SKILLS).find(typed, 9)] == found


def test_no_more_are_given_than_are_shown() -> None:
    assert [skill.id for skill in SkillSearch(SKILLS).find("a", 2)] == [1, 2]
