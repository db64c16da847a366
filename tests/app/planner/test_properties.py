"""What holds of any brief: random ones against a slow, obvious reading of the rules."""

from dataclasses import replace
from functools import partial
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.planner.answer import answer
from app.planner.brief import (
    Brief,
    Groups,
    MustVisit,
    Pair,
    Pin,
    Plan,
    Rule,
    Station,
    Student,
    Weights,
)
from app.planner.group_search import GroupSearch
from app.planner.measure import measure
from app.planner.oracle import Oracle
from app.planner.path_search import PathSearch
from app.planner.problem import Problem
from app.planner.solve import Effort, Progress, Solver, effort_of
from app.planner.ways import without
from tests.app.planner.mornings import morning
from tests.app.planner.reference import all_plans, keeps_all

few = partial(settings, deadline=None)
SEEDS = st.integers(0, 100_000)


def tiny(seed: int, *, grouped: bool) -> Brief:
    """Three students, two stations, two rounds, and rules that often clash."""
    random = Random(seed)
    stations = tuple(
        Station(
            name,
            random.randint(0, 1),
            random.randint(1, 3),
            random.random() < 0.3,
            frozenset({2} if random.random() < 0.1 else ()),
            random.choice((None, 1)),
            n,
            teacher_time=n == 0,
        )
        for n, name in enumerate("AB")
    )
    students = tuple(
        Student(
            f"S{i}",
            out_rounds=frozenset({random.randint(1, 3)} - {3}),
            allowed=frozenset("A") if random.random() < 0.1 else None,
        )
        for i in range(3)
    )
    rules: list[Rule] = [Pair("pair", ("S0", "S1"), together=random.random() < 0.5)]
    rules.append(MustVisit("meet", ("S1", "S2"), frozenset("A"), random.randint(1, 2)))
    rules.append(Pin("pin", "S0", random.randint(1, 2), random.choice("AB")))
    kept = tuple(rule for rule in rules if random.random() < 0.7)
    groups = Groups(2, 0, random.randint(1, 3)) if grouped else None
    devices = random.choice((None, 1, 2))
    return Brief("tiny", 2, students, stations, kept, devices, groups=groups)


@few(max_examples=30)
@given(SEEDS, st.booleans())
def test_a_tiny_brief_has_a_plan_exactly_when_trying_all_finds_one(
    seed: int, grouped: bool
) -> None:
    brief = tiny(seed, grouped=grouped)
    found = answer(brief, seed, 0.01, lambda: 0.0)
    if found.plan is not None:
        assert keeps_all(brief, found.plan)
        return
    assert found.conflict is not None
    assert not any(keeps_all(brief, plan) for plan in all_plans(brief))


@few(max_examples=40)
@given(SEEDS, st.booleans())
def test_a_conflict_of_a_tiny_brief_is_one_and_minimal(seed: int, grouped: bool) -> None:
    """Trying all plans of the brief without all other rules, then without one of it as well."""
    brief = tiny(seed, grouped=grouped)
    oracle = Oracle(brief)
    conflict, names = oracle.conflict(), oracle.names
    oracle.close()
    if conflict is None or any(name.startswith("share:") for name in names):
        return
    alone = brief
    for name in names:
        if name not in conflict.rules:
            alone = without(alone, name) or alone
    assert not any(keeps_all(alone, plan) for plan in all_plans(alone))
    for name in conflict.rules:
        rest = without(alone, name) or alone
        assert any(keeps_all(rest, plan) for plan in all_plans(rest))


@few(max_examples=60)
@given(SEEDS, st.booleans())
def test_a_measure_finds_a_broken_rule_exactly_where_there_is_one(seed: int, grouped: bool) -> None:
    brief = tiny(seed, grouped=grouped)
    random = Random(seed)
    for _ in range(30):
        rows = {
            s.id: tuple(None if t in s.out_rounds else random.choice("AB") for t in (1, 2))
            for s in brief.students
        }
        plan = Plan(rows, {s.id: random.randint(1, 2) for s in brief.students} if grouped else {})
        assert (not measure(brief, plan).broken) == keeps_all(brief, plan)


@few(max_examples=12)
@given(SEEDS, st.booleans(), st.sampled_from((0.5, 4.0, 30.0)))
def test_after_any_moves_of_a_whole_class_the_sum_is_that_of_measuring(
    seed: int, grouped: bool, heat: float
) -> None:
    problem = Problem(morning(seed, grouped=grouped))
    walk = (GroupSearch if grouped else PathSearch)(problem, Random(seed))
    for _ in range(5):
        walk.run(40, heat)
        found = measure(problem.brief, problem.plan(*walk.state()))
        assert bool(found.broken) == bool(walk.broken)
        assert found.broken or found.total == walk.cost


@pytest.mark.parametrize("grouped", [False, True])
def test_wishes_that_weigh_more_than_any_rule_break_none(grouped: bool) -> None:
    """Everyone wishes to meet the teacher, whose table has few seats."""
    asked = replace(morning(3, grouped=grouped), weights=Weights(1, 2, 3_000, 2, 5, 0))
    tables = [replace(s, high=4) if s.teacher_time and not grouped else s for s in asked.stations]
    asked = replace(asked, stations=tuple(tables), rules=asked.rules[:7])
    found = Solver(asked, 1, lambda: 0.0)
    assert found.run(Effort(6_000, 1.0)) is not None
    paid = found.total
    fewer = replace(asked, weights=Weights(1, 2, 30, 2, 5, 0))
    other = Solver(fewer, 1, lambda: 0.0)
    plan = other.run(Effort(6_000, 1.0))
    assert plan is not None
    assert paid <= 1.1 * measure(asked, plan).total


@few(max_examples=10)
@given(SEEDS, st.booleans())
def test_a_whole_class_keeps_all_rules_and_pins_however_short_the_time(
    seed: int, grouped: bool
) -> None:
    brief = morning(seed, grouped=grouped)
    found = answer(brief, seed, 0.001, lambda: 0.0)
    if found.plan is None:
        assert found.conflict is not None
        return
    assert keeps_all(brief, found.plan)
    pin = next(rule for rule in brief.rules if isinstance(rule, Pin))
    assert found.plan.placement[pin.student][pin.round - 1] in {pin.station, None}


def renamed(brief: Brief, new: dict[str, str]) -> Brief:
    def rule(one: Rule) -> Rule:
        if isinstance(one, Pair):
            return replace(one, students=(new[one.students[0]], new[one.students[1]]))
        if isinstance(one, MustVisit):
            return replace(one, students=tuple(new[s] for s in one.students))
        return replace(one, student=new[one.student])

    return replace(
        brief,
        students=tuple(replace(s, id=new[s.id]) for s in brief.students),
        rules=tuple(map(rule, brief.rules)),
        history=tuple((new[a], new[b], times) for a, b, times in brief.history),
    )


@few(max_examples=8)
@given(SEEDS, st.booleans())
def test_other_names_change_nothing(seed: int, grouped: bool) -> None:
    brief = morning(seed, grouped=grouped)
    new = {s.id: f"zz{hash(s.id) % 1000}-{n}" for n, s in enumerate(brief.students)}
    solvers = [Solver(one, 7, lambda: 0.0) for one in (brief, renamed(brief, new))]
    first, second = (solver.run(Effort(300, 1.0)) for solver in solvers)
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert {new[one]: row for one, row in first.placement.items()} == second.placement


@few(max_examples=8)
@given(SEEDS, st.booleans())
def test_the_same_seed_and_steps_give_the_same_plan(seed: int, grouped: bool) -> None:
    brief = morning(seed, grouped=grouped)
    plans = [Solver(brief, seed, lambda: 0.0).run(effort_of(brief, 0.02)) for _ in range(2)]
    assert plans[0] == plans[1]


@few(max_examples=8)
@given(SEEDS, st.booleans())
def test_the_fewest_changes_are_no_more_than_any_search_finds(seed: int, grouped: bool) -> None:
    brief = morning(seed, grouped=grouped)
    plan = answer(brief, seed, 0.02, lambda: 0.0).plan
    if plan is None:
        return
    random = Random(seed)
    moved = random.choice([s for s in brief.students if not s.out_rounds])
    pin = Pin("drag", moved.id, 1, random.choice(brief.stations).id)
    asked = replace(brief, current=plan, rules=(*brief.rules, pin))
    found = answer(asked, seed, 0.02, lambda: 0.0)
    if found.plan is None or found.changes is None:
        assert found.conflict is not None
        return
    assert found.proved
    assert keeps_all(asked, found.plan)
    near = Solver(replace(asked, weights=Weights(stability=5)), seed, lambda: 0.0)
    near.run(effort_of(asked, 0.1))
    assert near.best is None or near.total >= 5 * found.changes


def test_told_to_stop_it_answers_with_the_best_so_far() -> None:
    for grouped in (True, False):
        ticks = count()
        heard: list[Progress] = []

        def stop(progress: Progress, heard: list[Progress] = heard) -> bool:
            heard.append(progress)
            return progress.plan is None

        brief = morning(4, grouped=grouped)
        found = answer(brief, 1, 1e6, lambda ticks=ticks: next(ticks) * 0.01, stop)
        assert found.plan == heard[-1].plan
        assert found.plan is not None
