"""From a table to what the planner is asked, and from its answer to paths.

Students, stations and rules are named by their ids as text. Rounds that are over or going on are
no part of a brief: what was visited in them counts as visited.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from app.domain.classes import APART, TOGETHER, VISIT, Rule
from app.domain.ids import SkillId, StationId, StudentId
from app.domain.lessons import Path
from app.domain.planning.quality import ALONE
from app.domain.planning.rules import only_once
from app.domain.planning.table import PlanTable
from app.domain.planning.values import LEVEL, SHUFFLE
from app.domain.stations import Station
from app.domain.wishes import WAYS, WISHES, order_for
from app.planner import brief as b
from app.planner.wishes import waiting, weights_of
from app.services.plans.wishes import owed_visits

CHOICE_COSTS = (0, 1, 3, 6)
EVERYTHING = SkillId(0)


def brief_of(table: PlanTable, way: str) -> b.Brief:
    """What the planner is asked to plan by this way; a plan to stay close to is not named."""
    wishes = table.lesson.wishes or WISHES
    order = order_for(way, wishes) if way in WAYS else wishes
    readiness: b.Readiness = "similar" if way == LEVEL else "mixed"
    skill = _skill(table)
    return b.Brief(
        name=str(table.lesson.id),
        rounds=len(table.rounds) - table.fixed,
        students=tuple(_student(table, own, order) for own in table.here),
        stations=tuple(_station(table, own, readiness) for own in table.picture.stations),
        rules=tuple(_rules(table)),
        history=tuple(_history(table)),
        choice_costs=CHOICE_COSTS,
        weights=b.Weights() if way == SHUFFLE else weights_of(order),
        groups=_groups(table, readiness, skill) if table.in_groups else None,
    )


def current_of(table: PlanTable, paths: Sequence[Path]) -> b.Plan:
    """The paths as a plan to stay close to."""
    rows = {path.student_id: path for path in paths}
    groups = {str(own): rows[own].group for own in table.here if own in rows}
    return b.Plan(
        {
            str(own): tuple(
                _name(table, None if table.is_out(own, r) else rows[own].at(r))
                for r in _left(table)
            )
            for own in table.here
            if own in rows
        },
        _numbered(groups) if table.in_groups else {},
    )


def _numbered(groups: Mapping[str, int]) -> dict[str, int]:
    """The planner numbers groups from 1 without a gap."""
    number = {group: at for at, group in enumerate(sorted({*groups.values()} - {0}), 1)}
    return {own: number.get(group, 0) for own, group in groups.items()}


def _name(table: PlanTable, station: StationId | None) -> str | None:
    return str(station) if station in table.stations else None


def _left(table: PlanTable) -> range:
    """The rounds to be planned."""
    return table.rounds[table.fixed :]


def _skill(table: PlanTable) -> SkillId:
    """What the levels of groups are looked at for: the lesson's skill, else the commonest one."""
    if table.lesson.skill_id in table.levels:
        return table.lesson.skill_id or EVERYTHING
    worked = Counter(s.skill_id for s in table.picture.stations if s.skill_id in table.levels)
    return next((skill for skill, _ in worked.most_common(1) if skill), EVERYTHING)


def _student(table: PlanTable, own: StudentId, order: Sequence[str]) -> b.Student:
    been = visited(table, own)
    stations = {str(station) for station in table.stations if station not in been}
    return b.Student(
        id=str(own),
        levels={str(skill): level[own] for skill, level in table.levels.items() if own in level},
        out_rounds=frozenset(r - table.fixed for r in _left(table) if table.is_out(own, r)),
        sessions_since_teacher=_waits(table, own, order),
        choices=tuple(map(str, table.choices.get(own, ()))),
        missed_first_choice=table.missed.get(own, 0),
        allowed=frozenset(stations) if been and stations else None,
    )


def visited(table: PlanTable, own: StudentId) -> frozenset[StationId]:
    """Where the student was before the rounds to be planned and shall not come again."""
    if not only_once(table):
        return frozenset()
    before = table.been.get(own, frozenset())
    if not table.fixed:
        return before
    if table.in_groups:
        return before | _route_so_far(table, own)
    return before | frozenset(table.seats().visits(own, table.fixed))


def _route_so_far(table: PlanTable, own: StudentId) -> frozenset[StationId]:
    """Where most of the student's group have been, whatever a single one was put to by hand."""
    group = next((path.group for path in table.paths if path.student_id == own), 0)
    members = [path for path in table.paths if group and path.group == group]
    found = set[StationId]()
    for number in table.rounds[: table.fixed]:
        places = Counter(path.at(number) for path in members)
        found |= {at for at, _ in places.most_common(1) if at is not None}
    return frozenset(found)


def _waits(table: PlanTable, own: StudentId, order: Sequence[str]) -> int:
    if table.fixed and table.tables.intersection(table.seats().visits(own, table.fixed)):
        return 0
    waited = max(0, table.since.get(own, 0) + table.short.get(own, 0))
    return waiting(order, waited, table.need.get(own, 0))


def _station(table: PlanTable, own: Station, readiness: b.Readiness) -> b.Station:
    skill = table.lesson.skill_id or own.skill_id
    known = skill if skill in table.levels else EVERYTHING
    levels = known in table.levels and not table.in_groups and own.kind not in ALONE
    return b.Station(
        id=str(own.id),
        low=own.seats_min,
        high=own.room,
        closed_rounds=frozenset(
            r - table.fixed for r in _left(table) if own.id in table.closed_in(r)
        ),
        max_visits=_most(table, own),
        teacher_time=own.id in table.tables,
        pairs_count=own.kind not in ALONE,
        readiness=readiness if levels else "any",
        skill=str(known),
    )


def _most(table: PlanTable, own: Station) -> int | None:
    if not only_once(table):
        return None
    repays = not table.in_groups and own.id in table.tables and bool(owed_visits(table))
    return 2 if repays else 1


def _groups(table: PlanTable, readiness: b.Readiness, skill: SkillId) -> b.Groups:
    """As many groups as there are stations open at once, as long as each has somebody."""
    present = sum(any(not table.is_out(own, r) for r in _left(table)) for own in table.here)
    most = min((len(table.stations) - len(table.closed_in(r)) for r in _left(table)), default=1)
    count = max(1, min(most, present))
    even = present // count
    return b.Groups(
        count=count,
        min_size=max(1, even - 1),
        max_size=max((s.room for s in table.picture.stations), default=1) + 1,
        readiness=readiness if skill in table.levels else "any",
        skill=str(skill),
    )


def _rules(table: PlanTable) -> Iterator[b.Rule]:
    here = set(table.here)
    for rule in table.picture.rules:
        own = [StudentId(s) for s in rule.student_ids if s in here]
        if rule.kind in {APART, TOGETHER}:
            for one, other in combinations(own, 2):
                name = f"rule:{rule.id}/{one}/{other}"
                yield b.Pair(name, (str(one), str(other)), rule.kind == TOGETHER)
        elif rule.kind == VISIT:
            yield from _visits(table, rule, own)
    left = set(_left(table))
    for path in table.paths:
        for number in path.pins:
            at = _name(table, path.at(number))
            if number in left and at is not None:
                name = f"pin:{path.student_id}/{number}"
                yield b.Pin(name, str(path.student_id), number - table.fixed, at)


def _visits(table: PlanTable, rule: Rule, own: Sequence[StudentId]) -> Iterator[b.MustVisit]:
    wanted = [StationId(s) for s in rule.station_ids] or table.tables
    stations = frozenset(str(s) for s in wanted if s in table.stations)
    last = (rule.by_round or len(table.rounds)) - table.fixed
    seats = table.seats() if table.fixed else None
    for student in own:
        had = sum(at in wanted for at in seats.visits(student, table.fixed)) if seats else 0
        if rule.count > had and last > 0 and stations:
            name = f"rule:{rule.id}"
            yield b.MustVisit(name, (str(student),), stations, last, rule.count - had)


def _history(table: PlanTable) -> Iterator[tuple[str, str, int]]:
    here = set(table.here)
    for pair, times in table.met.items():
        if pair <= here and len(pair) == 2:
            one, other = sorted(pair)
            yield str(one), str(other), times


def paths_of(table: PlanTable, plan: b.Plan) -> tuple[Path, ...]:
    """The plan as paths; what is over stays as it was."""
    rows = {StudentId(int(name)): row for name, row in plan.placement.items()}
    whole = _group_rows(table, plan) if table.in_groups else {}
    found = []
    for path in table.paths:
        own, done = path.student_id, [path.at(r) for r in table.rounds[: table.fixed]]
        if own in whole:
            group, stations = whole[own]
            found.append(replace(path, group=group, stations=(*done, *stations)))
        elif not table.in_groups:
            stations = tuple(_id(at) for at in rows[own])
            found.append(replace(path, group=0, stations=(*done, *stations)))
        else:  # out of the room to the end: the place in the group is kept
            found.append(path)
    return tuple(found)


def _id(at: str | None) -> StationId | None:
    return None if at is None else StationId(int(at))


def _group_rows(
    table: PlanTable, plan: b.Plan
) -> Mapping[StudentId, tuple[int, tuple[StationId | None, ...]]]:
    """Where each group goes, also in rounds for which all of it is out; numbered by its start."""
    members: dict[int, list[str]] = {}
    for name, group in plan.groups.items():
        members.setdefault(group, []).append(name)
    routes = {
        group: [
            next((_id(plan.placement[s][r]) for s in own if plan.placement[s][r]), None)
            for r in range(len(_left(table)))
        ]
        for group, own in members.items()
    }
    for r in range(len(_left(table))):
        taken = {route[r] for route in routes.values()}
        free = (station for station in table.stations if station not in taken)
        for route in routes.values():
            if route[r] is None:
                route[r] = next(free, None)
    return {
        StudentId(int(name)): (_number(table, routes[group], own), tuple(routes[group]))
        for group, own in members.items()
        for name in own
    }


def _number(table: PlanTable, route: Sequence[StationId | None], members: Sequence[str]) -> int:
    """Groups have the number of the station they begin at, or that most of them have by now."""
    ring = table.lesson.station_ids
    if not table.fixed:
        return ring.index(route[0]) + 1 if route and route[0] in ring else 0
    own = Counter(path.group for path in table.paths if str(path.student_id) in members)
    return own.most_common(1)[0][0]
