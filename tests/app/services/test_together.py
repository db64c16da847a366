"""Several students are observed in one go; who differs is left out afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.observations import Observation
from app.domain.skills import Tag
from app.errors import NoSkillThere, NoSuchLevel
from app.services.look import SAME_LOOK_MS
from app.services.observe import ObserveService
from app.services.together import Together
from tests.fakes.lesson import ADD, AMARA, BEN, CHIDI, CLASS, COMPARE, LessonRoom

STUCK, HELPED = 301, 302


class Group:
    def __init__(self) -> None:
        self.room = LessonRoom()
        self.room.put(Tag(STUCK, CLASS, "Stuck"), Tag(HELPED, CLASS, "Helped"))
        room = self.room
        observe = ObserveService(room)
        self.together = Together(observe)
        self.together.turn_to(room.scene, (AMARA, BEN))

    def kept(self) -> set[tuple[int, int | None, int | None, tuple[int, ...]]]:
        found = self.room.store.find(Observation)
        return {(o.student_id, o.skill_id, o.level, o.tag_ids) for o in found}


@pytest.fixture
def group() -> Group:
    return Group()


def test_one_level_for_several_is_one_step_each_on_the_skill_of_the_own_station(group) -> None:
    steps = group.room.store.count_steps()
    group.together.give_level(3)
    assert group.kept() == {(AMARA, ADD, 3, ()), (BEN, COMPARE, 3, ())}
    assert group.room.store.count_steps() == steps + 1
    assert group.room.workspace.next_undo.facts == {"count": "2", "level": "Secure"}
    group.room.workspace.undo()
    assert group.kept() == set()


def test_a_level_for_several_is_for_all_or_for_nobody(group) -> None:
    group.together.turn_to(group.room.scene, (AMARA, CHIDI))
    with pytest.raises(NoSkillThere) as told:
        group.together.give_level(3)
    assert told.value.names == ("Chidi",)
    group.together.turn_to(group.room.scene, (AMARA, BEN))
    with pytest.raises(NoSuchLevel):
        group.together.give_level(9)
    assert group.kept() == set()


def test_what_is_said_soon_after_belongs_to_the_same_observations(group) -> None:
    group.together.give_level(2)
    group.together.toggle_tag(STUCK)
    group.together.give_level(3)
    assert group.kept() == {(AMARA, ADD, 3, (STUCK,)), (BEN, COMPARE, 3, (STUCK,))}
    group.together.toggle_tag(STUCK)
    assert group.kept() == {(AMARA, ADD, 3, ()), (BEN, COMPARE, 3, ())}


def test_after_a_minute_it_is_another_look(group) -> None:
    group.together.give_level(2)
    group.room.clock.ms += SAME_LOOK_MS
    group.together.give_level(3)
    assert len(group.room.store.find(Observation)) == 4


def test_who_differs_is_left_out_and_may_be_taken_in_again(group) -> None:
    group.together.give_level(3)
    group.together.leave_out(BEN)
    assert group.kept() == {(AMARA, ADD, 3, ())}
    assert group.together.ticked == (AMARA,)
    group.together.toggle_tag(HELPED)
    group.together.take_in(BEN)
    assert group.kept() == {(AMARA, ADD, 3, (HELPED,)), (BEN, COMPARE, 3, (HELPED,))}


def test_who_was_left_out_before_is_not_observed(group) -> None:
    group.together.leave_out(AMARA)
    group.together.give_level(3)
    assert group.kept() == {(BEN, COMPARE, 3, ())}


def test_a_tag_needs_no_skill(group) -> None:
    group.together.turn_to(group.room.scene, (AMARA, CHIDI))
    group.together.toggle_tag(STUCK)
    assert {(student, tags) for student, _skill, _level, tags in group.kept()} == {
        (AMARA, (STUCK,)),
        (CHIDI, (STUCK,)),
    }


deed = st.tuples(st.sampled_from(["level", "tag", "out", "in"]), st.integers(0, 1))


@given(st.lists(deed, max_size=10))
def test_who_is_ticked_has_what_was_said_last_and_all_of_it_is_taken_back(deeds) -> None:
    group, level = Group(), None
    steps = group.room.store.count_steps()
    for verb, number in deeds:
        who = (AMARA, BEN)[number]
        if verb == "level":
            level = number + 1
            group.together.give_level(level)
        elif verb == "tag":
            group.together.toggle_tag((STUCK, HELPED)[number]) if level else None
        elif verb == "out":
            group.together.leave_out(who)
        else:
            group.together.take_in(who)
    given_to = {student for student, _skill, _level, _tags in group.kept()}
    assert given_to <= set(group.together.ticked)
    for _ in range(group.room.store.count_steps() - steps):
        group.room.workspace.undo()
    assert group.kept() == set()
