"""A class has its own tags."""

import pytest

from app.domain.classes import SchoolClass
from app.errors import NameMissing, NameTaken
from app.services.tags import STARTER, TagService, starter_tags


@pytest.fixture
def tags(room) -> TagService:
    return TagService(room)


def names(tags: TagService, school_class: SchoolClass) -> list[str]:
    return [tag.name for tag in tags.tags(school_class.id)]


def test_the_starter_tags_are_in_order_and_each_has_a_tone(room, four_b) -> None:
    made = starter_tags(four_b.id, room.ids)
    assert [(tag.name, tag.tone, tag.position) for tag in made] == [
        (name, tone, at) for at, (name, tone) in enumerate(STARTER)
    ]


def test_a_new_tag_comes_last_and_is_one_undo_step(room, tags, four_b) -> None:
    tags.add(four_b.id, "Stuck")
    tags.add(four_b.id, "  Asked a  question ", "positive")
    assert names(tags, four_b) == ["Stuck", "Asked a question"]
    room.workspace.undo()
    assert names(tags, four_b) == ["Stuck"]


def test_a_name_is_needed_and_taken_once(tags, four_b) -> None:
    tags.add(four_b.id, "Stuck")
    with pytest.raises(NameTaken):
        tags.add(four_b.id, "stuck")
    with pytest.raises(NameMissing):
        tags.add(four_b.id, "  ")


def test_a_tag_can_be_renamed_but_not_to_another_ones_name(tags, four_b) -> None:
    stuck, helped = tags.add(four_b.id, "Stuck"), tags.add(four_b.id, "Helped")
    tags.rename(stuck.id, "Needs time")
    tags.rename(helped.id, "HELPED")
    assert names(tags, four_b) == ["Needs time", "HELPED"]
    with pytest.raises(NameTaken):
        tags.rename(helped.id, "needs time")


def test_a_removed_tag_is_kept_for_what_carries_it_and_comes_back_by_its_name(
    room, tags, four_b
) -> None:
    stuck = tags.add(four_b.id, "Stuck")
    tags.add(four_b.id, "Helped")
    tags.remove(stuck.id)
    assert names(tags, four_b) == ["Helped"]
    assert room.store.get(type(stuck), stuck.id).name == "Stuck"
    assert tags.add(four_b.id, "stuck").id == stuck.id
    assert names(tags, four_b) == ["Helped", "stuck"]


def test_tags_can_be_put_in_another_order(tags, four_b) -> None:
    one, two, three = (tags.add(four_b.id, name) for name in ("One", "Two", "Three"))
    tags.reorder(four_b.id, [three.id, one.id])
    assert names(tags, four_b) == ["Three", "One", "Two"]
    tags.set_tone(two.id, "positive")
    assert [tag.tone for tag in tags.tags(four_b.id)] == ["neutral", "neutral", "positive"]


def test_an_unknown_tone_is_our_mistake(tags, four_b) -> None:
    with pytest.raises(ValueError, match="tone"):
        tags.add(four_b.id, "Stuck", "bad")
