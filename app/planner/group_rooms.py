"""Which stations each group walks through, who sits where, and new ideas for routes."""

from collections.abc import Callable
from itertools import islice

from app.planner.group_units import Cost, Units
from app.planner.problem import OUT, State

SWAP, STATIONS, ROUNDS = 0.2, 0.8, 0.9
"""Of all ideas the first part swaps two routes, the next two stations, then two rounds, which
seldom matters; the others send one group elsewhere."""


class Rooms:
    """Routes and heads. `frame` is what sizes of groups and what all stations hold cost."""

    def __init__(self, tables: Units, routes: list[list[int]], start: State) -> None:
        """`routes` are those of groups in rounds in which nobody of them is here."""
        self._tables, self._problem = tables, tables.problem
        self._count, self._rounds = tables.groups.count, tables.problem.rounds
        self.routes = routes
        for row, k in zip(*start, strict=True):
            here = zip(row, self.routes[k], strict=True)
            self.routes[k] = [old if s == OUT else s for s, old in here]
        self._heads = [0] * self._count
        self.grow, self.shrink = [0] * self._count, [0] * self._count
        self._seats = [[0] * self._rounds for _ in range(self._count)]
        self._sizes = self._size_costs()
        visits = (station.max_visits for station in self._problem.stations)
        self._most = [self._rounds if most is None else most for most in visits]
        self._capped = [(s, most) for s, most in enumerate(self._most) if most < self._rounds]
        units = range(len(tables.units))
        self._pinned = any(self._problem.group_pins)
        numbers = range(self._count if self._pinned else 0)
        self._pins = [[tables.misplaced(u, k) for u in units] for k in numbers]
        self._seated: list[Cost | None] = [None] * self._rounds
        self._sized: list[Cost | None] = [None] * self._count
        self._framed: Cost | None = None
        for k in range(self._count):
            self._resize(k)

    def _size_costs(self) -> list[Cost]:
        """By the number of students in a group."""
        groups, people = self._tables.groups, len(self._problem.students)
        low, high = people // groups.count, -(-people // groups.count)
        uneven = self._problem.brief.weights.balance
        found = []
        for heads in range(people + 2):
            broken = max(0, heads - groups.max_size) + max(0, groups.min_size - heads)
            paid = uneven * (max(0, heads - high) + max(0, low - heads))
            found.append((paid + broken * self._tables.price, broken))
        return found

    def own(self, k: int, route: list[int]) -> tuple[list[int], list[int]]:
        """What each unit would pay in a group for a route and for being in it, and break."""
        paid, broken = self._tables.own(route)
        if self._pinned:
            pins = self._pins[k]
            price = self._tables.price
            paid = [one + price * wrong for one, wrong in zip(paid, pins, strict=True)]
            broken = [one + wrong for one, wrong in zip(broken, pins, strict=True)]
        return paid, broken

    def walked(self, k: int, route: list[int], units: list[int]) -> Cost:
        """What these units would pay and break together."""
        paid, broken = self._tables.some(route, units)
        wrong = sum(map(self._pins[k].__getitem__, units)) if self._pinned else 0
        return paid + wrong * self._tables.price, broken + wrong

    def come(self, u: int, k: int, sign: int) -> None:
        """A unit comes to a group, or leaves it."""
        seats, seated = self._seats[k], self._seated
        self._heads[k] += sign * self._tables.size[u]
        self._sized[k] = self._framed = None
        self._resize(k)
        for t, heads in enumerate(self._tables.inside[u]):
            if heads:
                seats[t] += sign * heads
                seated[t] = None

    def _resize(self, k: int) -> None:
        """What one student more or fewer in a group costs by its size."""
        heads = self._heads[k]
        fewer, now, more = (self._sizes[n][0] for n in (max(0, heads - 1), heads, heads + 1))
        self.grow[k], self.shrink[k] = more - now, fewer - now

    def take(self, changed: dict[int, list[int]]) -> dict[int, list[int]]:
        """Groups walk these routes; says what they walked before."""
        back = {k: self.routes[k] for k in changed}
        for k, route in changed.items():
            for t, (was, now) in enumerate(zip(self.routes[k], route, strict=True)):
                if was != now:
                    self._seated[t] = None
            self.routes[k] = route
            self._sized[k] = self._framed = None
        return back

    def frame(self) -> Cost:
        """What is not a matter of single students or pairs."""
        if self._framed is not None:
            return self._framed
        for k, sized in enumerate(self._sized):
            if sized is None:
                self._sized[k] = self._group(k)
        for t, seated in enumerate(self._seated):
            if seated is None:
                self._seated[t] = self._round(t)
        known = [one for one in (*self._sized, *self._seated) if one]
        self._framed = sum(paid for paid, _ in known), sum(broken for _, broken in known)
        return self._framed

    def _group(self, k: int) -> Cost:
        paid, broken = self._sizes[self._heads[k]]
        route, seats, over = self.routes[k], self._seats[k], 0
        for s, most in self._capped:
            if route.count(s) > most:
                visits = sum(x == s and n > 0 for x, n in zip(route, seats, strict=True))
                over += max(0, visits - most)
        return paid + over * self._tables.price, broken + over

    def _round(self, t: int) -> Cost:
        stations, brief = self._problem.stations, self._problem.brief
        at, broken, used = [0] * len(stations), 0, 0
        for seats, route in zip(self._seats, self.routes, strict=True):
            heads, s = seats[t], route[t]
            broken += bool(heads and at[s])
            at[s] += heads
        for count, station in zip(at, stations, strict=True):
            used += count * station.devices_per_student
            if t + 1 in station.closed_rounds:
                broken += count
            elif count:
                broken += max(0, count - station.high) + max(0, station.low - count)
            elif station.must_run:
                broken += station.low
        broken += max(0, used - brief.devices) if brief.devices is not None else 0
        return broken * self._tables.price, broken

    def idea(self, draw: Callable[[], float]) -> dict[int, list[int]]:
        """Other routes for some groups."""
        kind, t = draw(), int(draw() * self._rounds)
        k, other = int(draw() * self._count), int(draw() * self._count)
        if kind < SWAP:
            return {} if k == other else {k: self.routes[other], other: self.routes[k]}
        if kind < STATIONS:
            return self._stations_change(
                t, self.routes[k][t], int(draw() * len(self._problem.stations))
            )
        if kind < ROUNDS:
            return self._rounds_change(k, t, int(draw() * self._rounds))
        route = self.routes[k][:]
        route[t] = int(draw() * len(self._problem.stations))
        return {k: route}

    def _stations_change(self, t: int, a: int, b: int) -> dict[int, list[int]]:
        """Two stations change groups in a round, and in others where a group would go too often."""
        if a == b:
            return {}
        changed: dict[int, list[int]] = {}
        rounds = [t]
        for now in rounds:
            for k in range(self._count):
                route = changed.get(k) or self.routes[k]
                if route[now] in {a, b}:
                    new = a if route[now] == b else b
                    changed[k] = [*route[:now], new, *route[now + 1 :]]
                    if changed[k].count(new) > self._most[new]:
                        again = (x for x, s in enumerate(route) if s == new and x not in rounds)
                        rounds += islice(again, 1)
        return changed

    def _rounds_change(self, k: int, t: int, late: int) -> dict[int, list[int]]:
        """A group's stations of two rounds change, and so do those of groups it would meet."""
        changed: dict[int, list[int]] = {}
        todo = [k]
        for one in todo:
            route = self.routes[one]
            a, b = route[t], route[late]
            if a == b:
                return {}
            new = route[:]
            new[t], new[late] = b, a
            changed[one] = new
            for other, theirs in enumerate(self.routes):
                if other not in todo and (theirs[t] == b or theirs[late] == a):
                    todo.append(other)
        return changed
