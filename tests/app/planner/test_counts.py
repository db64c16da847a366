"""Clashes that counting shows, and what dropping each of their rules gives."""

from dataclasses import replace
from itertools import combinations, count

import pytest

from app.planner.answer import answer
from app.planner.brief import Brief, Groups, MustVisit, Pair, Pin, Station, Student
from app.planner.oracle import Oracle

STUDENTS = tuple(Student(f"S{i:02}") for i in range(24))
NAMES = tuple(s.id for s in STUDENTS)
SOON = 600


def school(*stations: Station, groups: Groups | None = None, devices: int | None = None) -> Brief:
    return Brief("counted", 3, STUDENTS, stations, devices=devices, groups=groups)


MUST_RUN = school(
    Station("A", 2, 24, must_run=True),
    *(Station(one, 11, 24, must_run=True) for one in "BCD"),
)
TOO_SMALL = school(
    Station("A", 9, 24, must_run=True),
    *(Station(one, 0, 24) for one in "BCD"),
    groups=Groups(4, 4, 7),
)
FEW_DEVICES = replace(
    school(
        *(Station(one, 0, 24, devices_per_student=int(one == "A")) for one in "ABCD"), devices=3
    ),
    rules=(MustVisit("meet", NAMES[:9], frozenset("A"), 3), Pin("pin", NAMES[10], 2, "A")),
)
FULL_TABLE = replace(
    school(Station("A", 0, 4), *(Station(one, 0, 24) for one in "BCD")),
    rules=(MustVisit("meet", NAMES[:13], frozenset("A"), 3),),
)
ALL_APART = replace(
    school(*(Station(one, 0, 24) for one in "ABCD")),
    rules=tuple(Pair(f"{a}-{b}", (a, b), together=False) for a, b in combinations(NAMES[:5], 2)),
)


@pytest.mark.parametrize(
    ("brief", "rules"),
    [(MUST_RUN, 3), (TOO_SMALL, 3), (FEW_DEVICES, 11), (FULL_TABLE, 14), (ALL_APART, 10)],
    ids=["stations that must run", "groups", "devices", "seats", "apart"],
)
def test_what_counting_shows_is_found_soon_and_minimal(brief: Brief, rules: int) -> None:
    looks = count()
    oracle = Oracle(brief, lambda: next(looks) < SOON)
    found = oracle.conflict()
    assert found is not None
    assert len(found.rules) == rules
    others = set(oracle.names) - set(found.rules)
    assert all(oracle.possible(others | {one}) for one in found.rules)
    oracle.close()


def test_every_rule_has_its_way_and_the_plan_of_a_way_breaks_that_rule_alone() -> None:
    found = answer(FULL_TABLE, 1, 0.05, lambda: 0.0)
    assert found.conflict is not None
    assert {way.rule for way in found.ways} == set(found.conflict.rules)
    for way in found.ways:
        assert way.measured is not None
        assert set(way.measured.broken) == {way.rule}
