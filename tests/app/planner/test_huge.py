"""Hundreds of students: a first plan at once, and somebody who says stop is heard soon."""

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from random import Random
from types import FrameType

import pytest

from app.planner.brief import Brief, Groups, MustVisit, Pair, Pin, Station, Student, Weights
from app.planner.measure import measure
from app.planner.solve import Effort, Progress, Solver

STUDENTS = 600
MOST_STEPS = 300_000
"""Lines of the program between two looks: some hundredths of a second, fewer than pairs."""


def crowd(*, grouped: bool, students: int = STUDENTS, stations: int = 8) -> Brief:
    random = Random(1)
    names = [f"S{i:03}" for i in range(students)]
    works = ("similar", "mixed", "any")
    seats = -(-students // stations) + 5
    return Brief(
        name="a whole school",
        rounds=6,
        students=tuple(
            Student(one, {"maths": random.randint(1, 4)}, sessions_since_teacher=n % 3)
            for n, one in enumerate(names)
        ),
        stations=tuple(
            Station(
                f"T{s}",
                low=0,
                high=seats,
                teacher_time=s == 0,
                pairs_count=s % 2 == 0,
                readiness=works[s % 3],
                skill="maths",
            )
            for s in range(stations)
        ),
        rules=tuple(Pair(f"apart-{n}", (names[n], names[-n - 1]), False) for n in range(20)),
        history=tuple((names[n], names[n + 1], 1) for n in range(students - 1)),
        weights=Weights(1, 2, 1, 2, 5, 0),
        groups=Groups(stations, seats - 10, seats, "similar", "maths") if grouped else None,
    )


def ticking() -> Callable[[], float]:
    """A clock that is a second on whenever it is looked at."""
    return count(0.0, 1.0).__next__


class Steps:
    """Counts lines of the program, those of comprehensions as often as they run."""

    def __init__(self) -> None:
        self.now = self.most = 0

    def trace(self, frame: FrameType, event: str, argument: object) -> "Callable[..., object]":
        del frame, argument
        self.now += event == "line"
        return self.trace

    def look(self, progress: Progress) -> bool:
        del progress
        self.most, self.now = max(self.most, self.now), 0
        return True


@pytest.mark.parametrize("grouped", [False, True])
def test_few_steps_lie_between_two_looks(grouped: bool) -> None:
    steps, asked, before = Steps(), crowd(grouped=grouped), sys.gettrace()
    sys.settrace(steps.trace)
    try:
        Solver(asked, 1, ticking()).run(Effort(3, 1e9), steps.look)
    finally:
        sys.settrace(before)
    assert max(steps.most, steps.now) < MOST_STEPS


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("after", [0, 1, 50, 500])
def test_who_says_stop_is_not_asked_again(grouped: bool, after: int) -> None:
    looks = count()
    found = Solver(crowd(grouped=grouped, students=60), 1, ticking())
    found.run(Effort(100, 1e9), lambda _: next(looks) < after)
    assert next(looks) <= after + 1


@pytest.mark.parametrize("grouped", [False, True])
def test_a_plan_is_there_before_the_search_has_begun(grouped: bool) -> None:
    """So a school gets one even where there is no time to search."""
    asked = crowd(grouped=grouped)
    names = [one.id for one in asked.students]
    needs = (
        Pin("pin", names[5], 2, "T3"),
        MustVisit("meet", tuple(names[100:130]), frozenset({"T0"}), 4),
        *(Pair(f"together-{n}", (names[200 + n], names[300 + n]), True) for n in range(10)),
    )
    asked = replace(asked, rules=(*asked.rules, *needs))
    found = Solver(asked, 1, ticking())
    plan = found.run(Effort(1, 1e9), lambda progress: progress.plan is None)
    assert plan is not None
    assert measure(asked, plan).broken == ()


def test_a_class_keeps_its_best_plan_when_someone_says_stop() -> None:
    asked = replace(crowd(grouped=False, students=24, stations=4), rules=())
    all_steps = Solver(asked, 1, ticking())
    all_steps.run(Effort(6_000, 1e9))
    stopped = Solver(asked, 1, ticking())
    stopped.run(Effort(6_000, 1e9), lambda progress: progress.done < 0.99)
    assert stopped.total < 1.1 * all_steps.total
