"""Asking for a plan, using it, and changing it by hand."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.classes import APART, VISIT
from app.domain.planning import values as v
from app.domain.planning.values import Conflict, Fact, Proposal, WayOut
from app.services.board_scene import board_scene
from tests.builders import NAMES
from tests.planned import Planned, on


@pytest.fixture(params=[False, True], ids=["in groups", "on own paths"])
def planned(request: pytest.FixtureRequest) -> Planned:
    return Planned(own=request.param)


@pytest.mark.parametrize("way", ["mix", "moves", "level", "shuffle"])
def test_every_way_keeps_the_rules_and_the_same_seed_gives_the_same_plan(
    planned: Planned, way: str
) -> None:
    planned.plans.add_rule(planned.lesson.id, APART, [planned.student(n) for n in NAMES[:2]])
    planned.plans.add_rule(planned.lesson.id, VISIT, [planned.student("Fatima")], by_round=1)
    found = planned.ask(way, 7)
    assert found.quality.kept == found.quality.rules
    assert planned.ask(way, 7) == found


def test_nothing_is_written_until_a_plan_is_used_and_undo_takes_it_back(planned: Planned) -> None:
    before = planned.kept()
    planned.plans.add_rule(planned.lesson.id, APART, [planned.student(n) for n in NAMES[:2]])
    found = planned.ask("mix")
    assert planned.kept() == before
    planned.plans.use(planned.lesson.id, found)
    assert {p.student_id: p.stations for p in planned.kept()} == {
        p.student_id: p.stations for p in found.paths
    }
    planned.room.workspace.undo()
    assert planned.kept() == before


def test_fewest_moves_changes_nothing_where_nothing_has_to(planned: Planned) -> None:
    assert planned.ask("moves").changes == ()


def test_in_groups_the_members_go_everywhere_together() -> None:
    planned = Planned()
    found = planned.ask("mix", 3)
    routes = {(path.group, path.stations) for path in found.paths}
    assert len(routes) == len({group for group, _ in routes}) == 3
    ring = planned.lesson.station_ids
    assert all(ring[group - 1] == route[0] for group, route in routes)


def test_a_drag_is_one_step_and_planning_again_keeps_it(planned: Planned) -> None:
    before, games = planned.kept(), planned.at("Games")
    planned.plans.move(planned.lesson.id, planned.student("Amara"), 1, games)
    moved = planned.kept()
    assert planned.cells()[planned.student("Amara"), 1] == games
    planned.plans.use(planned.lesson.id, planned.ask("mix", 5))
    assert planned.cells()[planned.student("Amara"), 1] == games
    planned.room.workspace.undo()
    assert planned.kept() == moved
    planned.room.workspace.undo()
    assert planned.kept() == before


def test_a_change_by_hand_is_mended_with_as_few_moves_as_can_be_and_says_why() -> None:
    planned = Planned(own=True)
    ben, tablets = planned.student("Ben"), planned.at("Tablets")
    planned.plans.move(planned.lesson.id, ben, 1, tablets)  # three at two tablets, and twice
    found = planned.repair()
    assert found.proved
    assert found.quality.kept == found.quality.rules
    assert all((c.student, c.round) != (ben, 1) for c in found.changes)
    assert len(found.changes) == 3
    assert {c.because.word for c in found.changes} == {"pin", "room", "again"}
    assert any(c.because == v.Because("pin", ben) for c in found.changes)


def test_some_of_the_changes_can_be_taken() -> None:
    planned = Planned(own=True)
    planned.plans.move(planned.lesson.id, planned.student("Ben"), 1, planned.at("Tablets"))
    before, found = planned.cells(), planned.repair()
    first = found.changes[0]
    planned.plans.use(planned.lesson.id, found, {(first.student, first.round)})
    changed = {cell: at for cell, at in planned.cells().items() if before[cell] != at}
    assert changed == {(first.student, first.round): first.after}


def test_when_somebody_left_the_sentence_names_them() -> None:
    planned = Planned(own=True)
    lone, room = planned.stations["Tablets"], planned.room
    planned.start()
    room.clock.now_ms()
    planned.moves.mark(planned.scene(), planned.student("Chidi"), "absent")
    found = planned.repair()
    assert found.changes == ()  # nobody has to move for it
    assert lone.seats_min == 1


def test_a_clash_names_students_rounds_and_who_is_pinned() -> None:
    planned = Planned(own=True)
    kofi, table = planned.student("Chidi"), planned.at("Teacher table")
    for name in ("Amara", "Ben", "Daniyar"):
        planned.plans.move(planned.lesson.id, planned.student(name), 1, table)
    rule = planned.plans.add_rule(planned.lesson.id, VISIT, [kofi], by_round=1)
    states = {state.key: state for state in planned.clash().rules}
    asked = states[f"rule:{rule.id}"]
    crowd = tuple(planned.student(name) for name in ("Amara", "Ben", "Daniyar"))
    assert asked.reasons == (Fact(v.IS_FULL, kofi, table, 1, crowd),)
    assert {"drop", "round"} == {way.kind for way in asked.ways}
    assert all(way.gives is not None for way in asked.ways)
    assert {s.kind for s in states.values()} == {VISIT, v.PINNED, v.SEATS}
    assert all(s.ways[0].kind == "unpin" for s in states.values() if s.kind == v.PINNED)


def test_each_way_out_of_a_clash_makes_a_plan_possible() -> None:
    planned = Planned(own=True)
    for name in ("Amara", "Ben", "Daniyar"):
        planned.plans.move(planned.lesson.id, planned.student(name), 1, planned.at("Teacher table"))
    planned.plans.add_rule(planned.lesson.id, VISIT, [planned.student("Chidi")], by_round=1)
    for way in [way for state in planned.clash().rules for way in state.ways]:
        before = planned.kept()
        planned.plans.take_way(planned.lesson.id, way)
        assert planned.ask("mix").paths
        planned.room.workspace.undo()
        assert planned.kept() == before


def test_a_later_round_is_for_the_one_student_alone() -> None:
    planned = Planned(own=True)
    chidi, elif_ = planned.student("Chidi"), planned.student("Elif")
    rule = planned.plans.add_rule(planned.lesson.id, VISIT, [chidi, elif_], by_round=1)
    table = planned.at("Teacher table")
    planned.plans.take_way(planned.lesson.id, WayOut("round", rule.id, chidi, 3, table))
    found = planned.plans.table(planned.lesson.id).picture.rules
    assert {(own.student_ids, own.by_round) for own in found} == {((chidi,), 3), ((elif_,), 1)}


def test_stopped_at_once_it_answers() -> None:
    planned = Planned(own=True)
    found = planned.plans.ask(planned.lesson.id, "mix", 0).run(lambda _progress: False)
    assert isinstance(found, Proposal | Conflict)


def test_locks_hold_in_a_shuffle_and_the_board_does_not_know_of_them() -> None:
    planned = Planned()
    ben = planned.student("Ben")
    planned.start()
    shown = board_scene(planned.scene())
    planned.plans.lock(planned.lesson.id, [ben])
    assert board_scene(planned.scene()) == shown
    before = {r: planned.cells()[ben, r] for r in (1, 2, 3)}
    for seed in range(5):
        planned.plans.shuffle(planned.lesson.id, random.Random(seed))
        assert {r: planned.cells()[ben, r] for r in (1, 2, 3)} == before
    planned.plans.unpin_all(planned.lesson.id)
    assert all(path.pins == () for path in planned.kept())


@settings(max_examples=25, deadline=None)
@given(
    drags=st.lists(
        st.tuples(st.integers(0, 5), st.integers(1, 3), st.integers(0, 2)), min_size=1, max_size=3
    )
)
def test_mending_never_moves_a_pin_and_undo_takes_back_every_drag(
    drags: list[tuple[int, int, int]],
) -> None:
    planned = Planned(own=True)
    students, stations = list(planned.students.values()), list(planned.stations.values())
    before = planned.kept()
    steps = 0
    for who, number, where in drags:
        was = planned.kept()
        planned.plans.move(planned.lesson.id, students[who].id, number, stations[where].id)
        steps += was != planned.kept()
    pinned = {(p.student_id, r): p.at(r) for p in planned.kept() for r in p.pins}
    found = planned.plans.ask(planned.lesson.id, "repair", 0).run(on)
    if isinstance(found, Proposal):
        kept = {(p.student_id, r): p.at(r) for p in found.paths for r in range(1, 4)}
        assert pinned.items() <= kept.items()
        states = planned.plans.table(planned.lesson.id).rules(found.paths)
        twice = {state.key for state in states if not state.kept}
        assert twice <= {v.ONCE}  # where the drags themselves ask for it
    for _ in range(steps):
        planned.room.workspace.undo()
    assert planned.kept() == before


def test_the_planner_is_loaded_when_it_is_asked_and_not_before() -> None:
    asked = "print([name for name in sys.modules if 'planner' in name])"
    told = f"import sys, app.services.plans.service; {asked}"
    root = Path(__file__).resolve().parents[4]
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
