"""The figures of a folder of briefs."""

import json
from pathlib import Path

from app.planner.brief import Brief, MustVisit, Station, Student
from ui.bench.briefs import briefs


def test_a_brief_whose_rules_clash_is_timed_until_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({"reference": {"feasible": False}}), "utf-8")
    students = (Student("S1"), Student("S2"))
    stations = (Station("A", 0, 1), Station("B", 0, 2))
    meet = MustVisit("meet", ("S1", "S2"), frozenset({"A"}), 1)
    found = briefs(tmp_path, lambda _content: Brief("full", 1, students, stations, (meet,)), 1)
    assert [figure.met for figure in found] == [True]
    assert "the 3 rules that clash" in found[0].what
