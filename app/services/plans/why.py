"""Why no plan can be made: the rules that clash, with what stands in the way of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.domain.classes import CLOSED, VISIT, Rule
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.planning import values as v
from app.domain.planning.rules import why_not
from app.domain.planning.table import PlanTable
from app.domain.planning.values import REPAIR, Conflict, Fact, Quality, RuleState, WayOut
from app.domain.planning.ways import stay_in
from app.planner.brief import Brief, MustVisit, Plan
from app.planner.brief import Rule as AskedRule
from app.planner.errors import Stopped
from app.planner.oracle import Oracle
from app.services.plans.briefs import brief_of, paths_of

MOST_TRIES = 24
"""So many changes are tried out for the ways out of a conflict; the other ways say nothing."""
MOST_LATER = 2
"""Of a rule about many, so many are offered a later round."""

Still = Callable[[], bool]


def explained(table: PlanTable, brief: Brief, names: Sequence[str], go_on: Still) -> Conflict:
    """The conflict in the class's own things. What a way out would give is found by trying it."""
    together: dict[str, list[str]] = {}
    for name in names:
        together.setdefault(name if name.startswith("pin:") else name.split("/")[0], []).append(
            name
        )
    found = [_state(table, own) for own in together.values() if not own[0].startswith("closed:")]
    states = {state.key: state for state in reversed(found)}
    tries = _Tries(table, brief, go_on)
    try:
        told = tuple(_closings(table, frozenset(names), tries))
        told += tuple(_with_ways(states[key], tries) for key in dict.fromkeys(s.key for s in found))
    finally:
        tries.close()
    return Conflict(table.lesson.id, told)


def _closings(table: PlanTable, names: frozenset[str], tries: "_Tries") -> Iterator[RuleState]:
    """Closed stations that stand in the way: named in the conflict, or a plan is found without.

    Where groups move together there are fewer of them while a station is closed, and a rule about
    their size may be all that the conflict names.
    """
    for rule in table.picture.rules:
        stations = tuple(StationId(s) for s in rule.station_ids if s in table.stations)
        rounds = tuple(r for r in rule.rounds if r in table.rounds)
        if rule.kind != CLOSED or not stations or not rounds:
            continue
        gives = tries.opened(rule)
        if gives is not None or names & {f"closed:{station}" for station in stations}:
            ways = (WayOut("drop", rule.id, gives=gives),)
            key = f"rule:{rule.id}"
            yield RuleState(key, CLOSED, rule, (), stations, rounds, kept=False, ways=ways)


def _state(table: PlanTable, names: Sequence[str]) -> RuleState:
    """The state of a rule by its names in the planner: one for each student or pair."""
    kind, _, rest = names[0].partition(":")
    if kind == "rule":
        return _entered(table, names)
    if kind == "pin":
        student, _, number = rest.partition("/")
        return _pin(table, StudentId(int(student)), int(number))
    if kind == "allowed":
        return _broken(v.ONCE, v.ONCE, (StudentId(int(rest)),))
    station = (StationId(int(rest)),) if rest.isdigit() else ()
    if kind == "max":
        return _room(table, station)
    known = {"min": v.FEWEST, "visits": v.ONCE, "devices": v.DEVICES}
    return _broken(known.get(kind, v.GROUPS), known.get(kind, v.GROUPS), (), station)


def _broken(
    key: str, kind: str, students: tuple[StudentId, ...], stations: tuple[StationId, ...] = ()
) -> RuleState:
    return RuleState(key, kind, None, students, stations, (), kept=False)


def _room(table: PlanTable, station: tuple[StationId, ...]) -> RuleState:
    own = table.stations[station[0]]
    if own.devices is not None and own.devices < own.seats_max:
        return _broken(f"{v.DEVICES}:{own.id}", v.DEVICES, (), station)
    facts = (Fact(v.TOO_MANY, None, own.id, 0, (), own.seats_max),)
    return replace(_broken(f"{v.SEATS}:{own.id}", v.SEATS, (), station), reasons=facts)


def _pin(table: PlanTable, student: StudentId, number: int) -> RuleState:
    path = next(path for path in table.paths if path.student_id == student)
    at = path.at(number)
    stations = () if at is None else (at,)
    fact = Fact(v.IS_PINNED, student, at, number)
    key = f"pin:{student}/{number}"
    return RuleState(key, v.PINNED, None, (student,), stations, (number,), False, (fact,))


def _entered(table: PlanTable, names: Sequence[str]) -> RuleState:
    key = names[0].split("/")[0]
    who = {part for name in names for part in name.split("/")[1:]}
    rule = next(r for r in table.picture.rules if f"rule:{r.id}" == key)
    here = set(table.here)
    own = [StudentId(s) for s in rule.student_ids if s in here]
    students = tuple(s for s in own if str(s) in who)
    stations = tuple(StationId(s) for s in rule.station_ids if s in table.stations)
    rounds = (rule.by_round,) if rule.by_round else ()
    state = RuleState(key, rule.kind, rule, students, stations, rounds, False)
    if rule.kind != VISIT:
        return state
    pinned = table.seats(tuple(_only_pins(table)))
    facts = [f for s in students for f in why_not(table, pinned, rule, s) if f.word != v.NOT_YET]
    return replace(state, reasons=tuple(facts))


def _only_pins(table: PlanTable) -> Iterator[Path]:
    """The paths with nothing in them but what is fixed."""
    for path in table.paths:
        fixed = {*path.pins, *table.rounds[: table.fixed]}
        row = tuple(path.at(r) if r in fixed else None for r in table.rounds)
        yield replace(path, stations=row)


class _Tries:
    """Plans a brief with something changed, if there is time, and says how good it would be."""

    def __init__(self, table: PlanTable, brief: Brief, go_on: Still) -> None:
        self._table, self._brief, self._go_on = table, brief, go_on
        self._oracle = Oracle(brief, go_on)
        self._left = MOST_TRIES

    def close(self) -> None:
        """Let go of what was built for it."""
        self._oracle.close()

    def without(self, key: str) -> Quality | None:
        """The plan without a rule, for all students it is about."""
        names = [n for n in self._oracle.names if key in {n, n.split("/")[0]}]
        plan = self._plan(self._oracle, names)
        return None if plan is None else self._table.quality(paths_of(self._table, plan))

    def opened(self, rule: Rule) -> Quality | None:
        """The plan with its stations open."""
        picture = self._table.picture
        rules = tuple(own for own in picture.rules if own.id != rule.id)
        table = replace(self._table, picture=replace(picture, rules=rules))
        plan = self._later_plan(brief_of(table, REPAIR))
        return None if plan is None else table.quality(paths_of(table, plan))

    def later(self, state: RuleState, student: StudentId) -> WayOut | None:
        """The first round after its own in which the visit could be."""
        rule = state.rule
        if rule is None or not rule.by_round:
            return None
        table, wanted = self._table, set(rule.station_ids or self._table.tables)
        for number in table.rounds[rule.by_round :]:
            if table.is_out(student, number):
                continue
            rules = tuple(self._moved(r, state.key, student, number) for r in self._brief.rules)
            brief = replace(self._brief, rules=rules)
            plan = self._later_plan(brief)
            if plan is not None:
                row = plan.placement[str(student)]
                at = row[number - 1 - table.fixed]
                station = StationId(int(at)) if at else next(iter(wanted))
                gives = table.quality(paths_of(table, plan))
                return WayOut("round", rule.id, student, number, StationId(station), gives)
        return None

    def _moved(self, rule: AskedRule, key: str, student: StudentId, number: int) -> AskedRule:
        if isinstance(rule, MustVisit) and (rule.id, rule.students) == (key, (str(student),)):
            return replace(rule, by_round=number - self._table.fixed)
        return rule

    def _later_plan(self, brief: Brief) -> Plan | None:
        oracle = Oracle(brief, self._go_on)
        try:
            return self._plan(oracle, ())
        finally:
            oracle.close()

    def _plan(self, oracle: Oracle, names: Sequence[str]) -> Plan | None:
        self._left -= 1
        try:
            return oracle.plan() if self._left >= 0 and oracle.possible(names) else None
        except Stopped:
            return None


def _with_ways(state: RuleState, tries: _Tries) -> RuleState:
    if state.rule is not None:
        some = state.students[:MOST_LATER] if state.kind == VISIT else ()
        later = [tries.later(state, student) for student in some]
        found = tuple(way for way in later if way is not None)
        drop = WayOut("drop", state.rule.id, gives=tries.without(state.key))
        return replace(state, ways=(drop, *(found or stay_in(state))))
    if state.kind == v.PINNED:
        student, number = state.students[0], state.rounds[0]
        way = WayOut("unpin", None, student, number, gives=tries.without(state.key))
        return replace(state, ways=(way,))
    return state
