"""Early finishers: marked for this round, with the station's next task and free seats."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label, made
from app.domain.classes import Rule
from app.domain.ids import ClassId, RuleId
from app.services.early import EarlyService
from tests.builders import MINUTE, TaughtClass


@pytest.fixture
def class_4b(room) -> TaughtClass:
    made_ready = TaughtClass(room.store)
    made_ready.start()
    return made_ready


@pytest.fixture
def early(class_4b: TaughtClass) -> EarlyService:
    room = class_4b.room
    return EarlyService(room)


def test_done_and_at_work_again(class_4b: TaughtClass, early) -> None:
    chidi = class_4b.student("Chidi")
    assert early.toggle(class_4b.scene(), [chidi])
    assert class_4b.scene().finished_early(chidi)
    assert not early.toggle(class_4b.scene(), [chidi])
    assert not class_4b.scene().finished_early(chidi)
    class_4b.room.workspace.undo()
    assert class_4b.scene().finished_early(chidi)


def test_several_are_done_in_one_step_those_known_to_be_are_left(
    class_4b: TaughtClass, early
) -> None:
    chidi, elif_ = class_4b.student("Chidi"), class_4b.student("Elif")
    early.toggle(class_4b.scene(), [chidi])
    assert early.toggle(class_4b.scene(), [chidi, elif_])
    assert class_4b.room.workspace.next_undo == label("finished early", student="Elif")
    assert not early.toggle(class_4b.scene(), [chidi, elif_])
    assert class_4b.room.workspace.next_undo == label("several at work again", count="2")


def test_it_is_for_this_round_alone(class_4b: TaughtClass, early) -> None:
    chidi = class_4b.student("Chidi")
    early.toggle(class_4b.scene(), [chidi])
    class_4b.clock.advance(13 * MINUTE)
    assert class_4b.scene().reading.round == 2
    assert not class_4b.scene().finished_early(chidi)


def test_the_next_task_is_offered_and_stations_with_free_seats_choice_first(
    class_4b: TaughtClass, early
) -> None:
    tablets = class_4b.stations["Tablets"]
    class_4b.room.workspace.edit(
        label("station changed", station=""),
        Change(tablets, replace(tablets, next_task="Read on", devices=3)),
    )
    offer = early.offer(class_4b.scene(), class_4b.student("Chidi"))
    assert offer.next_task == "Read on"
    assert [(s.name, free) for s, free in offer.stations] == [("Games", 1)]
    from_games = early.offer(class_4b.scene(), class_4b.student("Elif"))
    assert [(s.name, free) for s, free in from_games.stations] == [("Tablets", 1)]


def test_nobody_is_sent_to_the_teacher_to_a_full_station_or_to_whom_to_keep_apart_from(
    class_4b: TaughtClass, early
) -> None:
    chidi, elif_ = class_4b.student("Chidi"), class_4b.student("Elif")
    amara = early.offer(class_4b.scene(), class_4b.student("Amara"))
    assert [s.name for s, _ in amara.stations] == ["Games"], "the tablets are full"
    rule = Rule(RuleId(90), ClassId(1), "apart", (chidi, elif_))
    class_4b.room.workspace.edit(label("rule"), made(rule))
    assert early.offer(class_4b.scene(), chidi).stations == ()
