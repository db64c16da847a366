"""A framework as columns."""

from app.domain.ids import FrameworkId, SkillId
from app.domain.skills import Skill
from app.domain.strands import leaves


def skill(number: int, parent: int | None = None, position: int = 0, retired: bool = False):
    parent_id = None if parent is None else SkillId(parent)
    return Skill(
        SkillId(number), FrameworkId(1), parent_id, f"Skill {number}", position=position,
        retired=retired,
    )  # fmt: skip


def found(*skills: Skill) -> list[tuple[int, int | None]]:
    return [(leaf.skill.id, leaf.strand.id if leaf.strand else None) for leaf in leaves(skills)]


def test_strands_group_and_take_no_evidence() -> None:
    assert found(skill(1), skill(2, 1), skill(3, 1)) == [(2, 1), (3, 1)]


def test_position_gives_the_order_not_age() -> None:
    late = skill(1, position=1)
    early = skill(4, position=0)
    children = skill(2, 1), skill(5, 4, position=2), skill(6, 4, position=1)
    assert found(late, early, *children) == [(6, 4), (5, 4), (2, 1)]


def test_a_skill_at_the_top_without_children_stands_for_itself() -> None:
    assert found(skill(1), skill(2), skill(3, 2)) == [(1, None), (3, 2)]


def test_the_strand_of_a_deep_skill_is_the_one_at_the_top() -> None:
    assert found(skill(1), skill(2, 1), skill(3, 2)) == [(3, 1)]


def test_what_is_retired_goes_with_all_below_it() -> None:
    assert found(skill(1), skill(2, 1, retired=True), skill(3, 2), skill(4, 1)) == [(4, 1)]


def test_a_strand_whose_skills_are_all_retired_is_still_a_strand() -> None:
    assert found(skill(1), skill(2, 1, retired=True)) == []


def test_a_skill_whose_parent_is_not_there_stands_at_the_top() -> None:
    assert found(skill(3, 99)) == [(3, None)]


def test_a_circle_of_parents_is_left_out() -> None:
    assert found(skill(1, 2), skill(2, 1), skill(3)) == [(3, None)]
