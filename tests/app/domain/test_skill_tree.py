"""A framework in reading order."""

from app.domain.skill_tree import skill_rows
from app.domain.skills import Skill


def skill(own: int, parent: int | None = None, position: int = 0) -> Skill:
    return Skill(own, 1, parent, f"Skill {own}", position=position)


def shown(*skills: Skill) -> list[tuple[int, int, bool]]:
    return [(row.skill.id, row.depth, row.strand) for row in skill_rows(skills)]


def test_each_strand_is_followed_by_its_own_skills() -> None:
    rows = shown(skill(1), skill(2, 1, 3), skill(3, 1, 2), skill(4, 3), skill(5, position=1))
    assert rows == [(1, 0, True), (3, 1, True), (4, 2, False), (2, 1, False), (5, 0, False)]


def test_a_skill_whose_strand_is_missing_stands_at_the_top() -> None:
    assert shown(skill(2, 9)) == [(2, 0, False)]


def test_no_skills_are_no_rows() -> None:
    assert skill_rows(()) == ()
