"""Goals: set, ticked, closed, undone."""

import pytest

from app.domain.classes import Goal
from app.errors import NameMissing, NotFound
from tests.fakes.progress_class import ProgressClass


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def amara(room: ProgressClass):
    return room.students["Amara Okafor"]


def test_a_goal_has_its_steps_still_to_do(room, amara) -> None:
    goal = room.goals.set_goal(amara, "  Explain  aloud ", ["Draw", "", "  ", "Say why"])
    assert (goal.title, goal.steps, goal.done_at) == (
        "Explain aloud",
        ("Draw", "Say why"),
        (None,) * 2,
    )
    assert goal.since == room.clock.now_ms()
    assert room.goals.open_goal(amara) == goal
    assert room.workspace.next_undo.verb == "goal set"
    assert room.workspace.next_undo.facts == {"student": "Amara", "goal": "Explain aloud"}


def test_a_goal_without_a_title_is_refused_and_nothing_changes(room, amara) -> None:
    with pytest.raises(NameMissing):
        room.goals.set_goal(amara, " \t", ["Draw"])
    assert room.store.find(Goal) == ()


def test_nobody_has_no_goal(room) -> None:
    with pytest.raises(NotFound):
        room.goals.set_goal(999, "Read", [])


def test_other_words_keep_the_steps_that_are_done(room, amara) -> None:
    first = room.goals.set_goal(amara, "Draw it", ["Draw", "Label"])
    room.clock.advance(5)
    ticked = room.goals.tick(first, 1)
    again = room.goals.set_goal(amara, "Draw it first", ["Label", "Explain"])
    assert again.id == first.id
    assert again.done_at == (ticked.done_at[1], None)
    assert room.store.find(Goal) == (again,)


def test_a_step_is_ticked_now_and_can_be_still_to_do_again(room, amara) -> None:
    goal = room.goals.set_goal(amara, "Draw it", ["Draw", "Label"])
    done = room.goals.tick(goal, 0)
    assert (done.steps_done, done.done_at[0]) == (1, room.clock.now_ms())
    assert room.workspace.next_undo.verb == "goal step done"
    assert room.goals.tick(done, 0).steps_done == 0
    assert room.workspace.next_undo.verb == "goal step open"


def test_there_is_no_step_past_the_last(room, amara) -> None:
    goal = room.goals.set_goal(amara, "Draw it", ["Draw"])
    with pytest.raises(IndexError):
        room.goals.tick(goal, 1)


def test_a_goal_without_marks_for_all_steps_can_be_ticked(room, amara) -> None:
    kept = room.set_goal("Amara Okafor", "Old", done=())
    with_steps = room.goals.set_goal(amara, "Old", ["One", "Two"])
    assert with_steps.id == kept.id
    assert room.goals.tick(with_steps, 1).done_at == (None, room.clock.now_ms())


def test_a_closed_goal_gives_way_to_a_new_one(room, amara) -> None:
    first = room.goals.close(room.goals.set_goal(amara, "Draw it", []))
    assert room.goals.open_goal(amara) is None
    second = room.goals.set_goal(amara, "Say why", [])
    assert second.id != first.id


def test_every_change_of_a_goal_can_be_undone(room, amara) -> None:
    goal = room.goals.set_goal(amara, "Draw it", ["Draw"])
    done = room.goals.tick(goal, 0)
    room.goals.close(done)
    room.workspace.undo()
    assert room.goals.open_goal(amara) == done
    room.workspace.undo()
    assert room.goals.open_goal(amara) == goal
    room.workspace.undo()
    assert room.store.find(Goal) == ()
