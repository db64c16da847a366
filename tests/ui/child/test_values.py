"""Values go through JSON and come back as they were."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.planner.brief import Brief, Pair, Pin, Plan, Station, Student
from tests.ui.child.jobs import Count, Step
from ui.child.values import plain, valued

SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.frozensets(SCALARS)
        | st.dictionaries(st.text() | st.integers(), inner)
        | st.builds(Step, st.integers(), st.frozensets(st.text()))
    ),
)


@given(VALUES)
def test_whatever_is_plain_comes_back(value: object) -> None:
    assert valued(json.loads(json.dumps(plain(value)))) == value


def test_a_brief_with_all_its_kinds_comes_back() -> None:
    brief = Brief(
        name="",
        rounds=2,
        students=(Student("1", {"a": 2}, frozenset({1}), allowed=frozenset({"t"})),),
        stations=(Station("t", 1, 4, closed_rounds=frozenset({2})),),
        rules=(Pair("p", ("1", "2"), together=True), Pin("q", "1", 1, "t")),
        current=Plan({"1": ("t", None)}),
    )
    assert valued(json.loads(json.dumps(plain(brief)))) == brief


def test_a_job_comes_back_as_a_job() -> None:
    job = Count(3, {4: ("a", "b")})
    assert valued(plain(job)) == job


def test_what_is_not_plain_is_refused() -> None:
    with pytest.raises(TypeError, match="Fraction"):
        plain((1, Fraction(1, 3)))
    with pytest.raises(ValueError, match="tests"):
        valued({"is": "tests.ui.child.test_values:VALUES", "of": []})
