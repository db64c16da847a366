"""A slow, obvious reading of the rules and costs of a plan, and all plans of a small brief."""

from collections.abc import Iterator
from itertools import combinations, product

from app.planner.brief import Brief, MustVisit, Pair, Pin, PinGroup, Plan

Place = dict[tuple[str, int], str]


def keeps_all(brief: Brief, plan: Plan) -> bool:
    """Whether a plan keeps every rule."""
    at = placed(plan)
    return (
        _everyone_is_somewhere(brief, at)
        and _stations_hold(brief, plan, at)
        and all(_holds(brief, rule, plan, at) for rule in brief.rules)
        and (brief.groups is None or _groups_hold(brief, plan, at))
    )


def placed(plan: Plan) -> Place:
    rows = plan.placement.items()
    return {(one, t): s for one, row in rows for t, s in enumerate(row, 1) if s is not None}


def present(brief: Brief, one: str, t: int) -> bool:
    return all(t not in s.out_rounds for s in brief.students if s.id == one)


def here(brief: Brief) -> list[str]:
    rounds = range(1, brief.rounds + 1)
    return [s.id for s in brief.students if any(t not in s.out_rounds for t in rounds)]


def _everyone_is_somewhere(brief: Brief, at: Place) -> bool:
    for s in brief.students:
        for t in range(1, brief.rounds + 1):
            if ((s.id, t) in at) != present(brief, s.id, t):
                return False
            if (s.id, t) in at and s.allowed is not None and at[s.id, t] not in s.allowed:
                return False
    return True


def _stations_hold(brief: Brief, plan: Plan, at: Place) -> bool:
    for t in range(1, brief.rounds + 1):
        used = 0
        for station in brief.stations:
            count = sum(at.get((s.id, t)) == station.id for s in brief.students)
            used += count * station.devices_per_student
            if t in station.closed_rounds:
                if count:
                    return False
            elif count > station.high or (count < station.low and (count or station.must_run)):
                return False
        if brief.devices is not None and used > brief.devices:
            return False
    return _visits_hold(brief, plan, at)


def _visits_hold(brief: Brief, plan: Plan, at: Place) -> bool:
    walkers = [[one] for one in here(brief)]
    if brief.groups:
        walkers = [[o for o in here(brief) if plan.groups[o] == k] for k in plan.groups.values()]
    for station in brief.stations:
        for walker in walkers:
            rounds = {t for (one, t), s in at.items() if one in walker and s == station.id}
            if station.max_visits is not None and len(rounds) > station.max_visits:
                return False
    return True


def _holds(brief: Brief, rule: Pair | MustVisit | Pin | PinGroup, plan: Plan, at: Place) -> bool:
    if isinstance(rule, MustVisit):
        return all(
            sum(at.get((one, t)) in rule.stations for t in range(1, rule.by_round + 1))
            >= rule.count
            for one in rule.students
            if one in here(brief)
        )
    if isinstance(rule, Pin):
        return at.get((rule.student, rule.round), rule.station) == rule.station
    if isinstance(rule, PinGroup):
        return not brief.groups or plan.groups.get(rule.student, rule.group) == rule.group
    a, b = rule.students
    if a not in here(brief) or b not in here(brief):
        return True
    if brief.groups and (plan.groups[a] == plan.groups[b]) != rule.together:
        return False
    both = [t for t in range(1, brief.rounds + 1) if (a, t) in at and (b, t) in at]
    return all((at[a, t] == at[b, t]) == rule.together for t in both)


def _groups_hold(brief: Brief, plan: Plan, at: Place) -> bool:
    groups = brief.groups
    if groups is None:
        return True
    for k in range(1, groups.count + 1):
        members = [one for one in here(brief) if plan.groups[one] == k]
        if not groups.min_size <= len(members) <= groups.max_size:
            return False
    for a, b in combinations(here(brief), 2):
        for t in range(1, brief.rounds + 1):
            both = (a, t) in at and (b, t) in at
            if both and (plan.groups[a] == plan.groups[b]) != (at[a, t] == at[b, t]):
                return False
    return True


def all_plans(brief: Brief) -> Iterator[Plan]:
    """Every placement of everyone, whatever the rules: for a handful of cells only."""
    rounds = range(1, brief.rounds + 1)
    names = [station.id for station in brief.stations]
    cells = [(one, t) for one in here(brief) for t in rounds if present(brief, one, t)]
    count = brief.groups.count if brief.groups else 1
    for numbers in product(range(1, count + 1), repeat=len(here(brief)) if brief.groups else 0):
        groups = dict(zip(here(brief), numbers, strict=True)) if brief.groups else {}
        for stations in product(names, repeat=len(cells)):
            at = dict(zip(cells, stations, strict=True))
            rows = {s.id: tuple(at.get((s.id, t)) for t in rounds) for s in brief.students}
            yield Plan(rows, groups)
