"""Why no plan can be made: the rules that clash, with what stands in the way of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.domain.classes import VISIT
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.planning import values as v
from app.domain.planning.rules import why_not
from app.domain.planning.table import PlanTable
from app.domain.planning.values import Conflict, Fact, Quality, RuleState, WayOut
from app.planner.brief import Brief, MustVisit, Plan, Rule
from app.planner.errors import Stopped
from app.planner.oracle import Oracle
from app.services.plan_briefs import paths_of

MOST_TRIES = 24
"""So many changes are tried out for the ways out of a conflict; the other ways say nothing."""

Still = Callable[[], bool]


def explained(table: PlanTable, brief: Brief, names: Sequence[str], go_on: Still) -> Conflict:
    """The conflict in the class's own things. What a way out would give is found by trying it."""
    states: dict[str, RuleState] = {}
    for name in names:
        state = _state(table, name)
        states.setdefault(state.key, state)
    tries = _Tries(table, brief, go_on)
    return Conflict(table.lesson.id, tuple(_with_ways(s, names, tries) for s in states.values()))


def _state(table: PlanTable, name: str) -> RuleState:
    kind, _, rest = name.partition(":")
    if kind == "rule":
        return _entered(table, name)
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


def _entered(table: PlanTable, name: str) -> RuleState:
    key, *who = name.split("/")
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
        self._left = MOST_TRIES

    def without(self, names: Sequence[str]) -> Quality | None:
        """The plan without these rules, by their names in the planner."""
        return self._of(self._brief, names)

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
            plan = self._plan(brief, ())
            if plan is not None:
                row = plan.placement[str(student)]
                at = row[number - 1 - table.fixed]
                station = StationId(int(at)) if at else next(iter(wanted))
                gives = table.quality(paths_of(table, plan))
                return WayOut("round", rule.id, student, number, StationId(station), gives)
        return None

    def _moved(self, rule: Rule, key: str, student: StudentId, number: int) -> Rule:
        if isinstance(rule, MustVisit) and (rule.id, rule.students) == (key, (str(student),)):
            return replace(rule, by_round=number - self._table.fixed)
        return rule

    def _of(self, brief: Brief, names: Sequence[str]) -> Quality | None:
        plan = self._plan(brief, names)
        return None if plan is None else self._table.quality(paths_of(self._table, plan))

    def _plan(self, brief: Brief, names: Sequence[str]) -> Plan | None:
        self._left -= 1
        if self._left < 0:
            return None
        oracle = Oracle(brief, self._go_on)
        try:
            return oracle.plan() if oracle.possible(names) else None
        except Stopped:
            return None
        finally:
            oracle.close()


def _with_ways(state: RuleState, names: Sequence[str], tries: _Tries) -> RuleState:
    own = [name for name in names if name.split("/")[0] == state.key or name == state.key]
    if state.rule is not None:
        later = [tries.later(state, s) for s in state.students] if state.kind == VISIT else []
        ways = [WayOut("drop", state.rule.id, gives=tries.without(own))]
        return replace(state, ways=(*ways, *(way for way in later if way is not None)))
    if state.kind == v.PINNED:
        student, number = state.students[0], state.rounds[0]
        return replace(
            state, ways=(WayOut("unpin", None, student, number, gives=tries.without(own)),)
        )
    return state
