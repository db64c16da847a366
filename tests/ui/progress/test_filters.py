"""Rows by what one column says."""

import pytest

from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_GOAL, BY_LAST_SEEN, BY_MINUTES, BY_SKILL
from ui.progress.filter_words import filter_words, want_words
from ui.progress.filters import (
    AWAY,
    BELOW,
    BLIND,
    DOWN,
    NONE,
    OLD,
    OPEN,
    REACHED,
    SOME,
    TODAY,
    UNSEEN,
    UP,
    Filter,
    fits,
    offers,
)

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass()
    room.see(AMARA, "Round", 2, days=40)
    room.see(AMARA, "Round", 3, days=0)
    room.see(BEN, "Round", 4, days=30)
    room.see(MAYA, "Round", 3, days=35)
    room.see(MAYA, "Round", 1, days=9)
    room.visit(AMARA, room.table_station, 2, 12)
    for name in (BEN, AMARA):
        room.visit(name, room.tablets, 5, 12)
    room.set_goal(AMARA, "Explain", done=(True, True))
    room.set_goal(BEN, "Draw", done=(True, False))
    return room


def found(room: ProgressClass, by: str, want, skill=None) -> list[str]:
    table = room.progress.table(room.class_id)
    wanted = Filter(by, want, skill)
    return [row.name for row in table.rows if fits(row, table, wanted)]


@pytest.mark.parametrize(
    ("want", "names"),
    [
        (0, ["Maya P."]),
        (3, ["Amara"]),
        (OLD, ["Ben"]),
        (UP, ["Amara"]),
        (DOWN, ["Maya L."]),
        (BELOW, ["Ben", "Maya L.", "Maya P."]),
        (BLIND, []),
    ],
)
def test_a_skill(room, want, names) -> None:
    assert found(room, BY_SKILL, want, room.skills["Round"].id) == names


@pytest.mark.parametrize(
    ("by", "want", "names"),
    [
        (BY_LAST_SEEN, TODAY, ["Amara"]),
        (BY_LAST_SEEN, UNSEEN, ["Ben"]),
        (BY_LAST_SEEN, AWAY, ["Maya L.", "Maya P."]),
        (BY_MINUTES, NONE, ["Ben", "Maya L.", "Maya P."]),
        (BY_MINUTES, SOME, ["Amara"]),
        (BY_GOAL, NONE, ["Maya L.", "Maya P."]),
        (BY_GOAL, OPEN, ["Ben"]),
        (BY_GOAL, REACHED, ["Amara"]),
    ],
)
def test_what_stands_behind_the_skills(room, by, want, names) -> None:
    assert found(room, by, want) == names


def test_offered_is_only_what_some_row_says_and_how_many_do(room) -> None:
    table = room.progress.table(room.class_id)
    offered = offers(table, BY_SKILL, room.skills["Round"].id)
    counts = {one.want: count for one, count in offered}
    assert counts == {0: 1, 1: 1, 3: 1, 4: 1, BELOW: 3, OLD: 1, UP: 1, DOWN: 1}


def test_a_column_that_is_not_shown_leaves_nobody_out(room) -> None:
    assert len(found(room, BY_SKILL, 4, room.framework.id)) == 4
    table = room.progress.table(room.class_id)
    assert offers(table, BY_SKILL, room.framework.id) == []


def test_every_filter_has_words(room) -> None:
    table = room.progress.table(room.class_id)
    skill = room.skills["Round"].id
    for by in (BY_SKILL, BY_LAST_SEEN, BY_MINUTES, BY_GOAL):
        for one, _ in offers(table, by, skill if by == BY_SKILL else None):
            assert want_words(one, table.levels)
    assert filter_words(Filter(BY_SKILL, 1, skill), table) == "Round: 1 Beginning"
    assert filter_words(Filter(BY_GOAL, NONE), table) == "No goal"
