"""The fewest changes: no plan changes fewer cells, and it is seen soon where that is hard."""

from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.planner.answer import answer
from app.planner.brief import Brief, Groups, Pair, Pin, PinGroup, Plan, Rule, Station, Student
from app.planner.measure import measure
from app.planner.nearest import Nearest
from app.planner.solve import Effort, Solver
from tests.app.planner.mornings import KINDS, morning
from tests.app.planner.reference import all_plans, keeps_all

few = partial(settings, deadline=None)
SEEDS = st.integers(0, 100_000)
MOST_LOOKS = 250


def changed(brief: Brief, seed: int) -> Brief:
    """A plan that held until somebody was put elsewhere, left, came, or came back early."""
    random = Random(seed)
    start = replace(brief, students=tuple(_other(random, s) for s in brief.students))
    plan = Solver(start, seed, lambda: 0.0).run(Effort(300, 1.0))
    if plan is None:
        plan = Plan({s.id: ("A", "B") for s in brief.students}, {s.id: 1 for s in brief.students})
    pin = Pin("drag", random.choice(brief.students).id, random.randint(1, 2), random.choice("AB"))
    rules = (*brief.rules, pin) if random.random() < 0.7 else brief.rules
    return replace(brief, current=plan, rules=rules)


def _other(random: Random, student: Student) -> Student:
    out = frozenset(t for t in (1, 2) if random.random() < 0.25)
    return replace(student, out_rounds=out) if random.random() < 0.5 else student


def small(seed: int, *, grouped: bool) -> Brief:
    random = Random(seed)
    stations = tuple(
        Station(
            name, random.randint(0, 1), random.randint(2, 3), max_visits=random.choice((None, 1))
        )
        for name in "AB"
    )
    students = tuple(
        Student(f"S{i}", out_rounds=frozenset({random.randint(1, 6)})) for i in range(3)
    )
    rules: list[Rule] = [Pair("pair", ("S0", "S1"), together=random.random() < 0.5)]
    rules += [PinGroup("group", "S2", random.randint(1, 2))] if random.random() < 0.3 else []
    kept = tuple(rule for rule in rules if random.random() < 0.7)
    groups = Groups(2, random.randint(0, 1), 3) if grouped else None
    return Brief("small", 2, students, stations, kept, groups=groups)


@few(max_examples=60)
@given(SEEDS, st.booleans())
def test_no_plan_at_all_changes_fewer_cells(seed: int, grouped: bool) -> None:
    asked = changed(small(seed, grouped=grouped), seed)
    found = answer(asked, seed, 0.01, lambda: 0.0)
    kept = [plan for plan in all_plans(asked) if keeps_all(asked, plan)]
    if found.plan is None:
        assert kept == []
        return
    assert found.proved
    assert keeps_all(asked, found.plan)
    assert found.changes == measure(asked, found.plan).terms["stability"]
    assert found.changes == min(measure(asked, plan).terms["stability"] for plan in kept)


@dataclass(frozen=True)
class Hard:
    """A drag in a class of 36: the routes of six groups over as many stations, and who is where.

    `fewest` is the proved minimum, found with another solver (CP-SAT) too.
    """

    seed: int
    drag: tuple[str, int, str]
    routes: tuple[str, ...]
    groups: str
    fewest: int

    def brief(self) -> Brief:
        asked = morning(self.seed, grouped=True, students=36, stations=6)
        rows = {}
        for student, group in zip(asked.students, self.groups, strict=True):
            route = self.routes[int(group) - 1] if group != "0" else ""
            places = [KINDS[int(s)] for s in route] or [None] * 4
            here = enumerate(places, 1)
            rows[student.id] = tuple(None if t in student.out_rounds else s for t, s in here)
        numbers = {s.id: int(k) for s, k in zip(asked.students, self.groups, strict=True)}
        plan = Plan(rows, {one: k for one, k in numbers.items() if k})
        assert keeps_all(asked, plan)
        return replace(asked, current=plan, rules=(*asked.rules, Pin("drag", *self.drag)))


HARD = (
    Hard(
        1,
        ("S05", 3, "Collab"),
        ("4210", "5324", "2531", "1403", "3045", "0152"),
        "561031332325566010450654432140261241",
        16,
    ),
    Hard(
        2,
        ("S18", 3, "CoTeacher"),
        ("2403", "4132", "3521", "5310", "0245", "1054"),
        "223516136146312650623453540104410522",
        18,
    ),
    Hard(
        3,
        ("S21", 4, "Online"),
        ("4530", "5024", "2351", "0143", "3215", "1402"),
        "122634244553534362143122115636154650",
        21,
    ),
)


@pytest.mark.parametrize("hard", HARD)
def test_where_groups_have_to_walk_other_ways_it_is_soon_proved(hard: Hard) -> None:
    """As many groups as stations: none can go elsewhere without others that make room."""
    dragged, looks = hard.brief(), count()
    with closing(Nearest(dragged, lambda: next(looks) < MOST_LOOKS)) as nearest:
        found = nearest.plan()
    assert found is not None
    assert keeps_all(dragged, found)
    assert measure(dragged, found).terms["stability"] == hard.fewest


def test_who_left_stands_nowhere_in_a_plan_that_can_stay() -> None:
    students = tuple(Student(f"S{i}") for i in range(3))
    plan = Plan({s.id: ("A", "B") for s in students})
    stations = (Station("A", 0, 3), Station("B", 0, 3))
    left = (replace(students[0], out_rounds=frozenset({2})), *students[1:])
    found = answer(Brief("left", 2, left, stations, current=plan), 1, 0.01, lambda: 0.0)
    assert found.changes == 0
    assert found.plan is not None
    assert found.plan.placement == {"S0": ("A", None), "S1": ("A", "B"), "S2": ("A", "B")}
