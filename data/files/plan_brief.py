"""A planner brief from its JSON file (format "station-rotation-instance/1")."""

import json
from functools import partial
from typing import cast

from app.planner.brief import (
    Brief,
    Groups,
    MustVisit,
    Pair,
    Pin,
    PinGroup,
    Plan,
    Readiness,
    Rule,
    Station,
    Student,
    Weights,
)
from app.planner.errors import BriefIsWrong
from data.files.plan_fields import Fields, known, text, whole

FORMAT = "station-rotation-instance/1"
MOST_BYTES = 32_000_000
MOST_STUDENTS, MOST_STATIONS, MOST_ROUNDS, MOST_RULES = 2_000, 100, 40, 20_000
_LEVELS: tuple[str, ...] = ("similar", "mixed", "any")
_TERMS = ("repeats", "readiness", "teacher_gap", "choices", "balance", "stability")


def brief_from_json(content: bytes) -> Brief:
    """The brief in these bytes. Raises `BriefIsWrong` for whatever is not as the format says."""
    return Reader(Fields(_parsed(content), "")).brief()


def _parsed(content: bytes) -> object:
    if len(content) > MOST_BYTES:
        raise BriefIsWrong("the file", f"at most {MOST_BYTES // 1_000_000} MB")
    try:
        return cast(object, json.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise BriefIsWrong("the file", "JSON in UTF-8") from error


class Reader:
    """Reads one brief; stations, students and the number of rounds are known to what follows."""

    def __init__(self, top: Fields) -> None:
        top.one_of("format", (FORMAT,))
        self._top = top
        self._rounds = top.number("rounds", 1, MOST_ROUNDS)
        self._station_ids = self._ids("stations", MOST_STATIONS)
        self._student_ids = self._ids("students", MOST_STUDENTS)

    def _ids(self, name: str, most: int) -> frozenset[str]:
        self._top.raw(name)
        found = self._top.many(name, lambda item, where: Fields(item, where).text("id"), most)
        twice = next((one for at, one in enumerate(found) if one in found[:at]), None)
        if twice is not None:
            raise BriefIsWrong(name, f"a list that names each once; {twice!r} is there twice")
        return frozenset(found)

    def brief(self) -> Brief:
        top = self._top
        grouped = top.one_of("mode", ("group", "individual")) == "group"
        stations = tuple(top.many("stations", self._station))
        groups = self._groups(top.child("groups")) if grouped else None
        skills = {s.skill for s in stations if s.readiness != "any"} if not grouped else set()
        if groups and groups.readiness != "any":
            skills = {groups.skill}
        return Brief(
            name=top.text("name"),
            rounds=self._rounds,
            students=tuple(top.many("students", partial(self._student, skills=skills))),
            stations=stations,
            rules=self._rules(),
            devices=top.number("devices") if top.has("devices") else None,
            history=tuple(top.many("pair_history", self._meetings)),
            choice_costs=tuple(top.many("choice_costs", whole)) or (0,),
            weights=self._weights(top.child("weights")) if top.has("weights") else Weights(),
            current=self._plan(top.child("current_plan")) if top.has("current_plan") else None,
            groups=groups,
        )

    def _student(self, value: object, where: str, skills: set[str]) -> Student:
        one = Fields(value, where)
        levels = one.child("levels") if one.has("levels") else Fields({}, where)
        missing = next((skill for skill in skills if not levels.has(skill)), None)
        if missing is not None:
            raise BriefIsWrong(one.place("levels"), f"a level of {missing!r}")
        allowed = one.many("allowed_stations", self._station_id)
        return Student(
            id=one.text("id"),
            levels={name: levels.number(name) for name, _level in levels.items()},
            out_rounds=frozenset(one.many("out_rounds", whole)),
            sessions_since_teacher=one.number("sessions_since_teacher", default=0),
            choices=tuple(one.many("choices", self._station_id)),
            missed_first_choice=one.number("missed_first_choice", default=0),
            allowed=frozenset(allowed) if one.has("allowed_stations") else None,
        )

    def _station(self, value: object, where: str) -> Station:
        one = Fields(value, where)
        readiness = one.one_of("readiness", _LEVELS, "any")
        return Station(
            id=one.text("id"),
            low=one.number("min"),
            high=one.number("max"),
            must_run=one.flag("must_run"),
            closed_rounds=frozenset(one.many("closed_rounds", whole)),
            max_visits=one.number("max_visits") if one.has("max_visits") else None,
            devices_per_student=one.number("devices_per_student", default=0),
            teacher_time=one.flag("teacher_time"),
            pairs_count=one.flag("pairs_count"),
            readiness=cast(Readiness, readiness),
            skill=one.text("skill", None if readiness != "any" else ""),
        )

    def _groups(self, one: Fields) -> Groups:
        readiness = one.one_of("readiness", _LEVELS, "any")
        return Groups(
            count=one.number("count", 1, MOST_STUDENTS),
            min_size=one.number("min_size"),
            max_size=one.number("max_size"),
            readiness=cast(Readiness, readiness),
            skill=one.text("skill", None if readiness != "any" else ""),
        )

    def _weights(self, one: Fields) -> Weights:
        return Weights(*(one.number(term, default=0) for term in _TERMS))

    def _rules(self) -> tuple[Rule, ...]:
        rules = tuple(self._top.many("rules", self._rule, MOST_RULES))
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise BriefIsWrong("rules", f"a list that names each once; {rule.id!r} is twice")
            seen.add(rule.id)
        return rules

    def _rule(self, value: object, where: str) -> Rule:
        one = Fields(value, where)
        kind = one.one_of("type", ("keep_apart", "keep_together", "must_visit", "pin", "pin_group"))
        if kind == "must_visit":
            return self._must_visit(one)
        if kind in {"keep_apart", "keep_together"}:
            pair = one.many("students", self._student_id)
            if len(pair) != 2 or pair[0] == pair[1]:
                raise BriefIsWrong(one.place("students"), "two different students")
            return Pair(one.text("id"), (pair[0], pair[1]), kind == "keep_together")
        student = self._student_id(one.raw("student"), one.place("student"))
        if kind == "pin_group":
            return PinGroup(one.text("id"), student, one.number("group", 1))
        station = self._station_id(one.raw("station"), one.place("station"))
        return Pin(one.text("id"), student, one.number("round", 1, self._rounds), station)

    def _must_visit(self, one: Fields) -> MustVisit:
        return MustVisit(
            one.text("id"),
            tuple(dict.fromkeys(one.many("students", self._student_id))),
            frozenset(one.many("stations", self._station_id)),
            one.number("by_round", 1, self._rounds, default=self._rounds),
            one.number("count", 0, default=1),
        )

    def _meetings(self, value: object, where: str) -> tuple[str, str, int]:
        if not isinstance(value, list) or len(value) != 3:
            raise BriefIsWrong(where, "two students and how often they met")
        first, second = (self._student_id(one, where) for one in value[:2])
        if first == second:
            raise BriefIsWrong(where, "two different students")
        return first, second, whole(value[2], where)

    def _plan(self, one: Fields) -> Plan:
        placement = one.child("placement")
        groups = one.child("groups").items() if one.has("groups") else []
        return Plan(
            {
                known(name, placement.where, self._student_ids, "student"): self._row(
                    row, placement.place(name)
                )
                for name, row in placement.items()
            },
            {name: whole(group, f"{one.place('groups')}.{name}", 1) for name, group in groups},
        )

    def _row(self, value: object, where: str) -> tuple[str | None, ...]:
        if not isinstance(value, list) or len(value) != self._rounds:
            raise BriefIsWrong(where, f"a list of {self._rounds} stations or null")
        return tuple(None if one is None else self._station_id(one, where) for one in value)

    def _student_id(self, value: object, where: str) -> str:
        return known(value, where, self._student_ids, "student")

    def _station_id(self, value: object, where: str) -> str:
        return known(value, where, self._station_ids, "station")


def plan_as_json(brief: Brief, plan: Plan) -> dict[str, object]:
    """The plan in the format "station-rotation-plan/1"."""
    found: dict[str, object] = {
        "format": "station-rotation-plan/1",
        "instance": text(brief.name, "name"),
        "placement": {student: list(row) for student, row in plan.placement.items()},
    }
    if brief.groups:
        found["groups"] = dict(plan.groups)
    return found
