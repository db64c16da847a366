"""Needs are written, changed and taken away, and no step tells what they are."""

import pytest

from app.domain.voice import FOOD, HEALTH, Need
from app.errors import NotFound
from app.services.needs import NeedService
from tests.fakes.progress_class import ProgressClass

BEN = "Ben Walker"


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def needs(room) -> NeedService:
    return NeedService(room)


def test_one_of_each_kind_in_their_own_order(room, needs) -> None:
    ben = room.students[BEN]
    needs.write(ben, FOOD, "No breakfast")
    needs.write(ben, HEALTH, " Carries an  inhaler ")
    assert [(n.kind, n.words) for n in needs.of(ben)] == [
        (HEALTH, "Carries an inhaler"),
        (FOOD, "No breakfast"),
    ]
    assert needs.of(room.students["Amara Okafor"]) == ()


def test_written_again_it_takes_the_place_with_its_day(room, needs) -> None:
    ben = room.students[BEN]
    first = needs.write(ben, HEALTH, "Inhaler")
    room.clock.advance(60_000)
    second = needs.write(ben, HEALTH, "Inhaler in the office")
    assert (second.id, second.noted_at) == (first.id, first.noted_at + 60_000)
    assert room.store.find(Need) == (second,)
    room.workspace.undo()
    assert room.store.find(Need) == (first,)


def test_with_no_words_it_is_taken_away_and_comes_back_by_undo(room, needs) -> None:
    ben = room.students[BEN]
    kept = needs.write(ben, HEALTH, "Inhaler")
    assert needs.write(ben, HEALTH, "  ") is None
    assert room.store.find(Need) == ()
    room.workspace.undo()
    assert room.store.find(Need) == (kept,)


def test_the_same_words_are_no_step(room, needs) -> None:
    ben = room.students[BEN]
    assert needs.write(ben, HEALTH, " ") is None
    assert room.workspace.next_undo is None
    needs.write(ben, HEALTH, "Inhaler")
    step = room.workspace.next_undo
    needs.write(ben, HEALTH, "Inhaler")
    assert room.workspace.next_undo == step


def test_a_step_tells_neither_the_kind_nor_the_words(room, needs) -> None:
    needs.write(room.students[BEN], HEALTH, "Inhaler")
    step = room.workspace.undo()
    assert (step.label.verb, step.label.facts) == ("needs changed", {"student": "Ben"})


def test_no_such_kind_or_student(room, needs) -> None:
    with pytest.raises(ValueError, match="money"):
        needs.write(room.students[BEN], "money", "x")
    with pytest.raises(NotFound):
        needs.write(7, HEALTH, "x")
