"""A plan measured from nothing: which rules it breaks and what it costs.

Written for certainty, not speed: whatever a search answers is measured here before it counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from app.planner.brief import Brief, MustVisit, Pair, Pin, PinGroup, Plan, Readiness, Weights

MANY = 20_000
"""Pairs counted between looks: more than a class has."""
TERMS = ("repeats", "readiness", "teacher_gap", "choices", "balance", "stability")


@dataclass(frozen=True, slots=True)
class Measured:
    """`broken` are names of rules; `terms` are the costs before their weights."""

    broken: tuple[str, ...]
    terms: dict[str, int]
    total: int


def measure(brief: Brief, plan: Plan, look: Callable[[], None] = lambda: None) -> Measured:
    """Every hard rule and every cost of the plan; `look` is called often when it takes long."""
    sheet = Sheet(brief, plan, look)
    terms = {term: getattr(sheet, term)() for term in TERMS}
    return Measured(tuple(sheet.broken()), terms, weighed(brief.weights, terms))


def weighed(weights: Weights, terms: dict[str, int]) -> int:
    """What the terms cost together."""
    return sum(int(getattr(weights, term)) * count for term, count in terms.items())


def mismatch(readiness: Readiness, first: int, second: int) -> int:
    """What two students with these levels cost when they work together."""
    if readiness == "similar":
        return abs(first - second)
    return int(readiness == "mixed" and first == second)


class Sheet:
    """Who is where in a plan, and the questions a measurement asks."""

    def __init__(self, brief: Brief, plan: Plan, look: Callable[[], None] = lambda: None) -> None:
        self._brief, self._look, self._counted = brief, look, 0
        self._rounds = range(1, brief.rounds + 1)
        self._here = [s for s in brief.students if not s.out_rounds.issuperset(self._rounds)]
        self._by_id = {s.id: s for s in self._here}
        self._place = {
            s.id: {
                t: plan.placement.get(s.id, (None,) * brief.rounds)[t - 1]
                for t in self._rounds
                if t not in s.out_rounds
            }
            for s in self._here
        }
        self._at: dict[tuple[int, str], list[str]] = {}
        for one, row in self._place.items():
            for t, station in row.items():
                if station is not None:
                    self._at.setdefault((t, station), []).append(one)
        self._group = {s.id: plan.groups.get(s.id, 0) for s in self._here}
        self._members: dict[int, list[str]] = {}
        for one, group in self._group.items():
            self._members.setdefault(group, []).append(one)

    def broken(self) -> Iterator[str]:
        """The name of every hard rule that does not hold, once for each time it does not."""
        for one, row in self._place.items():
            allowed = self._by_id[one].allowed
            yield from ("unplaced" for station in row.values() if station is None)
            places = [station for station in row.values() if station is not None]
            if allowed is not None and not allowed.issuperset(places):
                yield f"allowed:{one}"
        yield from self._broken_by_stations()
        yield from self._overvisited()
        for rule in self._brief.rules:
            if isinstance(rule, MustVisit):
                yield from self._unvisited(rule)
            elif not self._holds(rule):
                yield rule.id
        if self._brief.groups:
            yield from self._broken_by_groups(
                self._brief.groups.count, self._brief.groups.min_size, self._brief.groups.max_size
            )

    def _broken_by_stations(self) -> Iterator[str]:
        for t in self._rounds:
            used = 0
            for station in self._brief.stations:
                count = len(self._at.get((t, station.id), ()))
                used += count * station.devices_per_student
                if t in station.closed_rounds:
                    if count:
                        yield f"closed:{station.id}"
                    continue
                if count > station.high:
                    yield f"max:{station.id}"
                if count < station.low and (count or station.must_run):
                    yield f"min:{station.id}"
            if self._brief.devices is not None and used > self._brief.devices:
                yield "devices"

    def _overvisited(self) -> Iterator[str]:
        for station in self._brief.stations:
            if station.max_visits is not None:
                for visits in self._visits(station.id):
                    if visits > station.max_visits:
                        yield f"visits:{station.id}"

    def _visits(self, station: str) -> Iterator[int]:
        """How often each student was there, or each group where groups rotate."""
        walkers = [[one] for one in self._place]
        if self._brief.groups:
            walkers = list(self._members.values())
        for walker in walkers:
            rounds = {t for one in walker for t, at in self._place[one].items() if at == station}
            yield len(rounds)

    def _unvisited(self, rule: MustVisit) -> Iterator[str]:
        for one in rule.students:
            row = self._place.get(one)
            if row is not None:
                early = [row[t] for t in row if t <= rule.by_round]
                if sum(at in rule.stations for at in early) < rule.count:
                    yield f"{rule.id}/{one}"

    def _holds(self, rule: Pair | Pin | PinGroup) -> bool:
        if isinstance(rule, Pin):
            return self._place.get(rule.student, {}).get(rule.round, rule.station) == rule.station
        if isinstance(rule, PinGroup):
            group = self._group.get(rule.student, rule.group)
            return not self._brief.groups or group == rule.group
        a, b = rule.students
        if a not in self._place or b not in self._place:
            return True
        same = [at == self._place[b][t] for t, at in self._place[a].items() if t in self._place[b]]
        if self._brief.groups:
            same.append(self._group[a] == self._group[b])
        return all(one == rule.together for one in same)

    def _broken_by_groups(self, count: int, low: int, high: int) -> Iterator[str]:
        yield from ("ungrouped" for k in self._group.values() if not 1 <= k <= count)
        for k in range(1, count + 1):
            if not low <= len(self._members.get(k, ())) <= high:
                yield "group_size"
        sites: Counter[tuple[int, str | None]] = Counter()
        for members in self._members.values():
            for t in self._rounds:
                found = {self._place[one][t] for one in members if t in self._place[one]}
                if len(found) > 1:
                    yield "split_group"
                sites.update((t, station) for station in found)
        yield from (f"share:{station}" for (_, station), groups in sites.items() if groups > 1)

    def _gatherings(self) -> Iterator[tuple[list[str], Readiness, str, bool]]:
        """Those who work together: what is wished of their levels, and whether they then met."""
        groups = self._brief.groups
        if groups:
            for members in self._members.values():
                yield members, groups.readiness, groups.skill, True
            return
        stations = {station.id: station for station in self._brief.stations}
        for (_, name), members in self._at.items():
            station = stations[name]
            yield members, station.readiness, station.skill, station.pairs_count

    def meetings(self) -> Counter[frozenset[str]]:
        """How often each pair meets in this plan."""
        rows = self._partners().items()
        return Counter({frozenset((a, b)): n for a, row in rows for b, n in row.items()})

    def _partners(self) -> dict[str, Counter[str]]:
        """How often each student meets each of those whose id comes later."""
        found = {one: Counter[str]() for one in self._place}
        for members, _, _, counts in self._gatherings():
            order = sorted(members) if counts else []
            for n, one in enumerate(order, 1):
                found[one].update(order[n:])
                self._count(len(order) - n)
        return found

    def _count(self, pairs: int) -> None:
        self._counted += pairs
        if self._counted > MANY:
            self._counted = 0
            self._look()

    def repeats(self) -> int:
        """At each meeting of a pair, how often these two have met before it."""
        before: dict[str, dict[str, int]] = {}
        for pair in self._brief.history:
            a, b = sorted(pair[:2])
            before.setdefault(a, {})[b] = pair[2]
        total = 0
        for one, row in self._partners().items():
            self._count(len(row))
            known = before.get(one, {})
            total += sum(known.get(b, 0) * n + n * (n - 1) // 2 for b, n in row.items())
        return total

    def readiness(self) -> int:
        """By how much levels at one station differ from what the station asks for."""
        total = 0
        for members, readiness, skill, _ in self._gatherings():
            if readiness != "any":
                levels = Counter(self._by_id[one].levels[skill] for one in members)
                for a, n in levels.items():
                    total += mismatch(readiness, a, a) * n * (n - 1) // 2
                for (a, n), (b, m) in combinations(levels.items(), 2):
                    total += mismatch(readiness, a, b) * n * m
        return total

    def teacher_gap(self) -> int:
        """Squares of the sessions since the teacher, of all who are at no teacher table."""
        teach = {station.id for station in self._brief.stations if station.teacher_time}
        return sum(
            s.sessions_since_teacher**2
            for s in self._here
            if teach.isdisjoint(self._place[s.id].values())
        )

    def choices(self) -> int:
        """What later choices, or none, cost; more for who missed a first choice before."""
        return sum(
            self._choice_cost(s.choices, self._place[s.id].values()) * (1 + s.missed_first_choice)
            for s in self._here
            if s.choices
        )

    def _choice_cost(self, choices: tuple[str, ...], seen: Iterable[str | None]) -> int:
        costs = self._brief.choice_costs
        places = set(seen)
        ranks = (rank for rank, one in enumerate(choices) if one in places)
        return costs[min(next(ranks, len(costs)), len(costs) - 1)]

    def balance(self) -> int:
        """By how many students groups are larger or smaller than even ones."""
        if not self._brief.groups:
            return 0
        count = self._brief.groups.count
        low, high = len(self._here) // count, -(-len(self._here) // count)
        sizes = [len(self._members.get(k, ())) for k in range(1, count + 1)]
        return sum(max(0, size - high) + max(0, low - size) for size in sizes)

    def stability(self) -> int:
        """Places that differ from the current plan; pins do not count."""
        if self._brief.current is None:
            return 0
        pins = {(r.student, r.round) for r in self._brief.rules if isinstance(r, Pin)}
        before = self._brief.current.placement
        return sum(
            row[t] != before[one][t - 1]
            for one, row in self._place.items()
            if one in before
            for t in row
            if before[one][t - 1] is not None and (one, t) not in pins
        )
