"""The search's sums equal measuring from nothing, pins never move, a conflict is minimal."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.planner.answer import answer
from app.planner.brief import Brief, Groups, MustVisit, Pair, Pin, Station, Student, Weights
from app.planner.group_search import GroupSearch
from app.planner.measure import measure
from app.planner.oracle import Oracle
from app.planner.path_search import PathSearch
from app.planner.problem import Problem


def brief(seed: int, *, grouped: bool) -> Brief:
    random = Random(seed)
    stations = tuple(
        Station(
            f"T{s}",
            low=random.randint(0, 2),
            high=random.randint(3, 6),
            max_visits=random.choice([None, 1, 2]),
            devices_per_student=s % 2,
            teacher_time=s == 0,
            pairs_count=s < 2,
            readiness="similar" if s < 2 else "any",
            skill="maths",
        )
        for s in range(4)
    )
    students = tuple(
        Student(
            f"S{i}",
            {"maths": random.randint(1, 4)},
            frozenset({1} if i == 3 else ()),
            random.randint(0, 3),
            ("T1", "T2"),
            random.randint(0, 1),
        )
        for i in range(10)
    )
    return Brief(
        name="small",
        rounds=3,
        students=students,
        stations=stations,
        rules=(Pair("apart", ("S0", "S1"), False), Pin("pin", "S5", 2, "T2")),
        devices=9,
        history=tuple(("S0", f"S{i}", i) for i in range(2, 6)),
        choice_costs=(0, 1, 3),
        weights=Weights(1, 2, 1, 2, 5, 0),
        groups=Groups(3, 2, 5, "mixed", "maths") if grouped else None,
    )


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.booleans())
def test_after_any_moves_the_sum_is_that_of_measuring_from_nothing(
    seed: int, grouped: bool
) -> None:
    problem = Problem(brief(seed, grouped=grouped))
    walk = (GroupSearch if grouped else PathSearch)(problem, Random(seed))
    walk.run(300, 8.0)
    found = measure(problem.brief, problem.plan(*walk.state()))
    assert bool(found.broken) == bool(walk.broken)
    assert found.broken or found.total == walk.cost


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10_000), st.booleans())
def test_a_plan_keeps_every_rule_or_the_conflict_is_minimal(seed: int, grouped: bool) -> None:
    asked = brief(seed, grouped=grouped)
    found = answer(asked, seed, 0.05, lambda: 0.0)
    if found.plan is not None:
        assert measure(asked, found.plan).broken == ()
        assert found.plan.placement["S5"][1] == "T2"
        return
    assert found.conflict is not None
    oracle = Oracle(asked)
    names = set(oracle.names)
    others = names - set(found.conflict.rules)
    assert not oracle.possible(others)
    assert all(oracle.possible(others | {one}) for one in found.conflict.rules)
    oracle.close()


def test_the_same_seed_gives_the_same_plan() -> None:
    asked = brief(3, grouped=False)
    first, second = (answer(asked, 5, 0.05, lambda: 0.0).plan for _ in range(2))
    assert first == second


def test_after_a_drag_only_the_fewest_cells_change() -> None:
    asked = replace(brief(3, grouped=True), rules=())
    plan = answer(asked, 1, 0.05, lambda: 0.0).plan
    assert plan is not None
    again = answer(replace(asked, current=plan), 1, 0.05, lambda: 0.0)
    assert again.changes == 0
    assert again.proved


def test_each_rule_of_a_conflict_says_what_dropping_it_gives() -> None:
    """Two students at a table for one: either the table takes more, or one need not come."""
    students = tuple(Student(f"S{i}", sessions_since_teacher=i) for i in range(3))
    asked = Brief(
        name="a table for one",
        rounds=1,
        students=students,
        stations=(Station("Teacher", 0, 1, teacher_time=True), Station("Books", 0, 3)),
        rules=(MustVisit("meet", ("S1", "S2"), frozenset({"Teacher"}), 1),),
        weights=Weights(teacher_gap=1),
    )
    found = answer(asked, 1, 0.05, lambda: 0.0)
    totals = {way.rule: way.measured.total for way in found.ways if way.measured}
    assert totals == {"max:Teacher": 0, "meet/S1": 1, "meet/S2": 4}
