"""All ways the groups of a brief could walk, those that can change the fewest cells first.

Once it is known where each group is in every round, a student changes at least as many cells as
in the group that suits them best; the sum over all students is the least a way can cost. A search
for the cheapest first (A*, Hart, Nilsson and Raphael 1968) finds the ways in that order: it goes
on at the part of a way that costs the least so far, and says of the next station which group is
there. Rules about sizes and pairs of students are left to whoever asks.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from operator import add, mul

from app.planner.errors import Stopped
from app.planner.problem import OUT, Problem

LOOK = 64
"""Parts of ways looked at between looks at whether to go on."""
NEVER = 1 << 30
"""More than all cells: what it costs where a student must not be."""

Spot = tuple[int, int, int]
"""A group, a round and the station it is at then; `OUT` for nowhere."""
Kind = tuple[
    tuple[int, ...],
    tuple[tuple[int, ...], ...],
    tuple[bool, ...],
    tuple[tuple[frozenset[int], int, int], ...],
]
"""What matters of a student: the cells of the current plan, where they may be, when they are in
the room, and the visits they owe."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The first rounds of a way, and of the round after them the first stations.

    `now` has the station of each group in that round, None where it is not known yet; `costs` what
    each kind of student has changed so far in each group.
    """

    routes: tuple[tuple[int, ...], ...]
    now: tuple[int | None, ...]
    stations: int
    costs: tuple[tuple[int, ...], ...]


class RouteSets:
    """The ways of one brief with a current plan; `labels` has everyone's group in it, or `OUT`.

    Groups are told apart by where they begin: the one that begins where a group begins now has
    the number of that group (`begins`, by station). So no way is found under two numberings.
    """

    def __init__(self, problem: Problem, labels: Sequence[int], go_on: Callable[[], bool]) -> None:
        if problem.brief.groups is None:
            raise ValueError("without groups there are no ways of groups")
        self._problem, self._go_on = problem, go_on
        self._groups = problem.brief.groups
        kinds = Counter(map(self._kind, range(len(problem.students))))
        self._kinds, self._weights = list(kinds), list(kinds.values())
        self.begins = self._beginnings(labels)
        self._open = [self._opened(t) for t in range(problem.rounds)]
        places = range(len(problem.stations))
        self._leave = [[self._leaving(t, s) for s in places] for t in range(problem.rounds)]
        self._enter = [[self._entering(t, s) for s in places] for t in range(problem.rounds)]
        self._barred: list[frozenset[Spot]] = []

    def _kind(self, i: int) -> Kind:
        problem = self._problem
        return (
            tuple(problem.current[i]),
            tuple(problem.domain[i]),
            tuple(problem.inside[i]),
            tuple(problem.visits[i]),
        )

    def _beginnings(self, labels: Sequence[int]) -> dict[int, int]:
        """By station the group that begins there now."""
        seen = Counter[tuple[int, int]]()
        for row, k in zip(self._problem.current, labels, strict=True):
            if k != OUT and row[0] != OUT:
                seen[row[0], k] += 1
        found: dict[int, int] = {}
        for (s, k), _ in seen.most_common():
            if s not in found and k not in found.values():
                found[s] = k
        return found

    def _opened(self, t: int) -> list[int]:
        """The open stations of a round; in the first one, those where a group begins now first."""
        stations = self._problem.stations
        found = [s for s, one in enumerate(stations) if t + 1 not in one.closed_rounds]
        return sorted(found, key=lambda s: t == 0 and s not in self.begins)

    def _leaving(self, t: int, s: int) -> tuple[int, ...]:
        """What it costs each kind of student not to be at a station."""
        return tuple(int(now[t] == s) for now, _, _, _ in self._kinds)

    def _entering(self, t: int, s: int) -> tuple[int, ...]:
        """What it costs to be there besides that: nothing, or more than can be."""
        return tuple(
            NEVER if inside[t] and s not in domain[t] else 0 for _, domain, inside, _ in self._kinds
        )

    def bar(self, spots: Sequence[Spot]) -> None:
        """No way with all of these is wanted any more."""
        self._barred.append(frozenset(spots))

    def below(self, most: Callable[[], int]) -> Iterator[list[Spot]]:
        """The ways, while the least that one costs is below `most`. Raises `Stopped`."""
        numbers = range(self._groups.count)
        nothing = (0,) * len(self._kinds)
        start = _Part(
            tuple(() for _ in numbers), (None,) * len(numbers), 0, (nothing,) * len(numbers)
        )
        heap = [(0, 0, 0, start)]
        order = count(1)
        while heap:
            least, _, number, part = heappop(heap)
            if least >= most():
                return
            if number % LOOK == 0 and not self._go_on():
                raise Stopped
            if len(part.routes[0]) == self._problem.rounds:
                spots = _spots(part)
                if not any(barred.issubset(spots) for barred in self._barred):
                    yield spots
                continue
            for child in self._children(part):
                least = sum(map(mul, self._weights, map(min, zip(*child.costs, strict=True))))
                if least < most():
                    depth = len(child.routes[0]) * (len(self._problem.stations) + 1)
                    heappush(heap, (least, -depth - child.stations, next(order), child))

    def _children(self, part: _Part) -> Iterator[_Part]:
        """The part with the next station, or the end of the round where there is none."""
        t = len(part.routes[0])
        free = [k for k, s in enumerate(part.now) if s is None]
        rest = len(self._open[t]) - part.stations
        if not rest:
            yield from self._ended(part, free)
            return
        s = self._open[t][part.stations]
        station = self._problem.stations[s]
        for k in self._who_begins(s, free) if t == 0 else free:
            if station.max_visits is None or part.routes[k].count(s) < station.max_visits:
                yield self._placed(part, t, s, k)
        spare = rest > len(free) - self._absent(t)
        if spare and not (station.must_run and station.low):
            yield self._placed(part, t, s, None)

    def _who_begins(self, s: int, free: Sequence[int]) -> Sequence[int]:
        known = self.begins.get(s)
        return free[:1] if known is None else [known]

    def _placed(self, part: _Part, t: int, s: int, k: int | None) -> _Part:
        leave, costs = self._leave[t][s], part.costs
        if any(leave):
            costs = tuple(
                one if at == k else tuple(map(add, one, leave)) for at, one in enumerate(costs)
            )
        if k is None:
            return _Part(part.routes, part.now, part.stations + 1, costs)
        inside = tuple(map(add, costs[k], self._enter[t][s]))
        now = (*part.now[:k], s, *part.now[k + 1 :])
        return _Part(part.routes, now, part.stations + 1, (*costs[:k], inside, *costs[k + 1 :]))

    def _absent(self, t: int) -> int:
        """So many groups can be nowhere: those of which nobody is in the room."""
        out = sum(not inside[t] for inside in self._problem.inside)
        return out // self._groups.min_size if self._groups.min_size else self._groups.count

    def _ended(self, part: _Part, free: Sequence[int]) -> Iterator[_Part]:
        """The part at the end of a round; groups that are nowhere have nobody who is here."""
        t = len(part.routes[0])
        if len(free) > self._absent(t):
            return
        routes = tuple(
            (*route, OUT if s is None else s)
            for route, s in zip(part.routes, part.now, strict=True)
        )
        costs = tuple(
            tuple(
                cost + NEVER * (self._is_owed(kind, route) or (kind[2][t] and route[t] == OUT))
                for cost, kind in zip(column, self._kinds, strict=True)
            )
            for column, route in zip(part.costs, routes, strict=True)
        )
        yield _Part(routes, (None,) * len(routes), 0, costs)

    def _is_owed(self, kind: Kind, route: Sequence[int]) -> bool:
        """Whether a visit has not been that should have been by now."""
        _, _, inside, visits = kind
        return any(
            times > sum(s in targets and here for s, here in zip(route, inside, strict=False))
            for targets, by_round, times in visits
            if min(by_round, self._problem.rounds) == len(route)
        )


def _spots(part: _Part) -> list[Spot]:
    return [(k, t, s) for k, route in enumerate(part.routes) for t, s in enumerate(route)]
