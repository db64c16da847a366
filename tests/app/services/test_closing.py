"""Stations that are closed in some rounds: entered, planned around, explained, and shown."""

import random
from dataclasses import replace

import pytest

from app.domain.changes import Change, label
from app.domain.classes import CLOSED, Rule
from app.domain.planning import values as v
from app.domain.planning.values import Conflict, Proposal
from app.services.board_scene import board_scene
from app.services.early import EarlyService
from tests.builders import MINUTE
from tests.planned import Planned


@pytest.fixture(params=[False, True], ids=["in groups", "on own paths"])
def planned(request: pytest.FixtureRequest) -> Planned:
    return roomy(own=request.param)


def roomy(own: bool = False) -> Planned:
    """Three seats at every station: six students have room at two of three."""
    planned = Planned(own)
    tablets = planned.stations["Tablets"]
    wider = Change(tablets, replace(tablets, devices=3))
    planned.room.workspace.edit(label("station changed"), wider, undoable=False)
    return planned


def closed(planned: Planned) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    rules = planned.room.store.find(Rule)
    return sorted((rule.station_ids, rule.rounds) for rule in rules if rule.kind == CLOSED)


def state(planned: Planned) -> v.RuleState:
    states = planned.plans.table(planned.lesson.id).rules()
    return next(one for one in states if one.kind == CLOSED)


def test_a_station_closed_twice_is_one_rule_and_undo_opens_it(planned: Planned) -> None:
    games = planned.at("Games")
    planned.plans.close(planned.lesson.id, games, 2)
    planned.plans.close(planned.lesson.id, games, 1)
    assert closed(planned) == [((games,), (1, 2))]
    done = planned.room.workspace.next_undo
    assert done is not None
    assert (done.verb, done.facts) == ("station closed", {"station": "Games", "rounds": "1"})
    planned.room.workspace.undo()
    assert closed(planned) == [((games,), (2,))]


def test_several_rounds_close_and_open_in_one_step(planned: Planned) -> None:
    games = planned.at("Games")
    planned.plans.close(planned.lesson.id, games, 2, 3)
    assert closed(planned) == [((games,), (2, 3))]
    planned.plans.open(planned.lesson.id, games, 1, 2, 3)
    assert closed(planned) == []
    done = planned.room.workspace.next_undo
    assert done is not None
    assert (done.verb, done.facts["round"]) == ("station open often", "2, 3")
    planned.room.workspace.undo()
    assert closed(planned) == [((games,), (2, 3))]


def test_of_a_set_one_station_opens_in_one_round_alone(planned: Planned) -> None:
    games, tablets = planned.at("Games"), planned.at("Tablets")
    planned.plans.close_stations(planned.lesson.id, (tablets, games), (1, 2))
    planned.plans.open(planned.lesson.id, games, 2)
    assert closed(planned) == [((tablets,), (1, 2)), ((games,), (1,))]
    planned.plans.open(planned.lesson.id, games, 1)
    planned.plans.open(planned.lesson.id, tablets, 1)
    planned.plans.open(planned.lesson.id, tablets, 2)
    assert closed(planned) == []


def test_it_is_for_every_lesson_only_when_that_is_said(planned: Planned) -> None:
    rule = planned.plans.close_stations(planned.lesson.id, (planned.at("Games"),), (1,), False)
    assert rule.lesson_id is None
    after = planned.plans.change_closing(rule.id, planned.lesson.id, (planned.at("Games"),), (3,))
    assert (after.lesson_id, after.rounds) == (planned.lesson.id, (3,))
    with pytest.raises(ValueError, match="\\(\\)"):
        planned.plans.close_stations(planned.lesson.id, (), (1,))


def test_those_who_are_there_are_the_reason_that_it_does_not_hold(planned: Planned) -> None:
    planned.plans.close(planned.lesson.id, planned.at("Games"), 1)
    told = state(planned)
    assert (told.kept, told.stations, told.rounds) == (False, (planned.at("Games"),), (1,))
    (fact,) = told.reasons
    assert (fact.word, fact.round, fact.count) == (v.IS_SHUT, 1, 2)
    assert set(fact.others) == {planned.student("Elif"), planned.student("Fatima")}
    assert [way.kind for way in told.ways] == ["drop"]


@pytest.mark.parametrize("way", ["mix", "moves", "level", "shuffle"])
def test_every_way_to_plan_leaves_it_empty(planned: Planned, way: str) -> None:
    games = planned.at("Games")
    planned.plans.close(planned.lesson.id, games, 2)
    found = planned.ask(way, 3)
    assert isinstance(found, Proposal)
    assert all(path.at(2) not in {games, None} for path in found.paths)
    assert found.quality.kept == found.quality.rules
    planned.plans.use(planned.lesson.id, found)
    assert state(planned).kept


def test_the_smallest_change_moves_those_alone_who_are_there() -> None:
    planned = roomy(own=True)
    planned.plans.close(planned.lesson.id, planned.at("Games"), 1)
    found = planned.repair()
    assert isinstance(found, Proposal)
    there = {planned.student("Elif"), planned.student("Fatima")}
    assert there <= {change.student for change in found.changes}
    assert found.quality.kept == found.quality.rules


def test_a_shuffle_and_a_new_lesson_have_a_seat_for_everyone_elsewhere(planned: Planned) -> None:
    games = planned.at("Games")
    planned.plans.close_stations(planned.lesson.id, (games,), (2,), only_here=False)
    planned.plans.shuffle(planned.lesson.id, random.Random(4))
    new = planned.lessons.create(planned.lesson.class_id, random.Random(5))
    for lesson in (planned.lesson.id, new.id):
        places = [path.at(2) for path in planned.lessons.paths(lesson)]
        assert games not in places
        assert None not in places


def test_what_stands_in_the_way_is_named_and_what_opening_would_give() -> None:
    """Six students, and of three stations one with three seats is left open."""
    planned = roomy()
    stations = (planned.at("Games"), planned.at("Tablets"))
    rule = planned.plans.close_stations(planned.lesson.id, stations, (2,))
    found = planned.plans.ask(planned.lesson.id, "mix", 1, 0.2).run(lambda _: True)
    assert isinstance(found, Conflict)
    told = next(one for one in found.rules if one.kind == CLOSED)
    assert (told.rule, told.rounds) == (rule, (2,))
    (way,) = told.ways
    assert way.kind == "drop"
    assert way.gives is not None
    assert way.gives.kept == way.gives.rules


def test_in_the_lesson_it_is_closed_in_its_round_alone_and_the_board_says_so() -> None:
    planned = Planned()
    games = planned.at("Games")
    planned.plans.close(planned.lesson.id, games, 1)
    planned.start()
    scene = planned.scene()
    assert scene.closed == {games}
    verdict = planned.moves.verdicts(scene, [planned.student("Amara")])[games]
    assert verdict.closed
    assert {s.name for s in board_scene(scene).stations if s.closed} == {"Games"}
    offer = EarlyService(planned.room).offer(scene, planned.student("Chidi"))
    assert games not in {station.id for station, _ in offer.stations}
    planned.clock.advance(10 * MINUTE)
    planned.live.next(scene.session)
    assert planned.scene().closed == frozenset()
