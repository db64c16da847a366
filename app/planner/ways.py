"""What it would give to drop one of the rules that clash."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.planner.brief import Brief, MustVisit, Plan, Rule, Station
from app.planner.measure import Measured, measure
from app.planner.oracle import Oracle
from app.planner.solve import Progress, Solver, effort_of


@dataclass(frozen=True, slots=True)
class Way:
    """Without `rule` there is this plan, the best found at once; None: others clash as well.

    `measured` still names the dropped rule where the plan breaks it.
    """

    rule: str
    plan: Plan | None
    measured: Measured | None


def way_without(brief: Brief, rule: str, oracle: Oracle) -> Way:
    """The way out that dropping a rule is, with any plan. Raises `Stopped`."""
    plan = oracle.plan() if oracle.possible({rule}) else None
    return Way(rule, plan, measure(brief, plan) if plan is not None else None)


def better(
    brief: Brief,
    way: Way,
    search: tuple[int, float, Callable[[], float]],
    go_on: Callable[[Progress], bool],
) -> Way:
    """The way with the best plan found; `search` is seed, seconds and clock of looking for it."""
    rest = without(brief, way.rule)
    if rest is None:
        return way
    seed, seconds, now = search
    solver = Solver(rest, seed, now)
    solver.offer(way.plan)
    plan = solver.run(effort_of(rest, seconds), go_on)
    return way if plan is None else Way(way.rule, plan, measure(brief, plan))


def without(brief: Brief, name: str) -> Brief | None:
    """The brief without a rule of a conflict; None for what every plan of groups must keep."""
    kind, colon, one = name.partition(":")
    rules = tuple(rule for rule in (_left(rule, name) for rule in brief.rules) if rule is not None)
    if rules != brief.rules:
        return replace(brief, rules=rules)
    if kind == "allowed" and colon:
        students = (replace(s, allowed=None) if s.id == one else s for s in brief.students)
        return replace(brief, students=tuple(students))
    if colon:
        stations = tuple(_loose(s, kind) if s.id == one else s for s in brief.stations)
        return replace(brief, stations=stations) if stations != brief.stations else None
    if name == "group_size" and brief.groups:
        count = len(brief.students)
        return replace(brief, groups=replace(brief.groups, min_size=0, max_size=count))
    return replace(brief, devices=None) if name == "devices" else None


def _left(rule: Rule, name: str) -> Rule | None:
    """The rule without what the name says: all of it, or the visit of one student."""
    if rule.id == name:
        return None
    if isinstance(rule, MustVisit) and name.startswith(f"{rule.id}/"):
        students = tuple(one for one in rule.students if f"{rule.id}/{one}" != name)
        return replace(rule, students=students)
    return rule


def _loose(station: Station, kind: str) -> Station:
    if kind == "max":
        return replace(station, high=1_000_000)
    if kind == "min":
        return replace(station, low=0)
    if kind == "visits":
        return replace(station, max_visits=None)
    return replace(station, closed_rounds=frozenset()) if kind == "closed" else station
