"""Group mode: who is in which group, and which stations each group walks through."""

from random import Random

from app.planner.bags import HALF, RULE, wish_in
from app.planner.problem import Problem

PRICE = 40
WARM, COLD = 6.0, 0.5
STEPS_PER_SECOND = 6_000_000


class GroupSearch:
    """A walk through plans of group mode. Students who stay together move as one unit.

    `own[k][u]` is what unit `u` pays in group `k` by itself, `pull[k][u]` what it pays for those
    who are in it.
    """

    def __init__(self, problem: Problem, random: Random) -> None:
        groups = problem.brief.groups
        if groups is None:
            raise ValueError("a brief of group mode has groups")
        self.problem, self.groups, self._random = problem, groups, random.random
        self._price = PRICE + RULE
        self.warm, self.cold = WARM, COLD
        self._number = range(groups.count)
        self.units = self._join_units()
        self._size = [len(unit) for unit in self.units]
        self._inside = [
            [sum(problem.inside[i][t] for i in unit) for t in range(problem.rounds)]
            for unit in self.units
        ]
        self._plain = [
            size == 1 and all(rounds) for size, rounds in zip(self._size, self._inside, strict=True)
        ]
        self._pairs = self._pair_costs()
        self.of = self._deal(random)
        self.routes = self._first_routes(random)
        self._tally()

    def _join_units(self) -> list[list[int]]:
        units: list[list[int]] = []
        seen: set[int] = set()
        for i in range(len(self.problem.students)):
            if i not in seen:
                unit = [i]
                for one in unit:
                    unit += sorted(self.problem.buddies[one] - set(unit))
                seen.update(unit)
                units.append(unit)
        return units

    def _pair_costs(self) -> list[list[int]]:
        problem, weights = self.problem, self.problem.brief.weights
        levels = problem.levels(self.groups.readiness, self.groups.skill)
        found = []
        for mine in self.units:
            row = []
            for other in self.units:
                pairs = [(i, j) for i in mine for j in other] if mine is not other else []
                cost = sum(weights.repeats * problem.history[i][j] for i, j in pairs)
                cost += sum(weights.readiness * levels[i][j] for i, j in pairs) if levels else 0
                cost += self._price * sum(j in problem.apart[i] for i, j in pairs)
                row.append(cost)
            found.append(row)
        return found

    def _deal(self, random: Random) -> list[int]:
        """Units to groups, the largest first, each to the smallest group or where it is pinned."""
        order = list(range(len(self.units)))
        random.shuffle(order)
        sizes = [0] * self.groups.count
        found = [0] * len(self.units)
        for u in sorted(order, key=lambda u: -self._size[u]):
            pins = set().union(*(self.problem.group_pins[i] for i in self.units[u]))
            free = [k for k in sorted(pins) if k < self.groups.count] or self._number
            found[u] = min(free, key=lambda k: sizes[k])
            sizes[found[u]] += self._size[u]
        return found

    def _first_routes(self, random: Random) -> list[list[int]]:
        """Groups move round the stations, those which must run first."""
        stations = self.problem.stations
        routes: list[list[int]] = [[] for _ in self._number]
        order = list(range(len(stations)))
        random.shuffle(order)
        order.sort(key=lambda s: not stations[s].must_run)
        count = self.groups.count
        for t in range(self.problem.rounds):
            ready = [s for s in order if t + 1 not in stations[s].closed_rounds] or order
            ready = ready[: max(count, 1)]
            for k in self._number:
                routes[k].append(ready[(k + t) % count % len(ready)])
        return routes

    def _tally(self) -> None:
        rounds = self.problem.rounds
        self._heads = [0] * self.groups.count
        self._count = [[0] * rounds for _ in self._number]
        self.pull = [[0] * len(self.units) for _ in self._number]
        for u, k in enumerate(self.of):
            self._heads[k] += self._size[u]
            for t in range(rounds):
                self._count[k][t] += self._inside[u][t]
            self.pull[k] = [a + b for a, b in zip(self.pull[k], self._pairs[u], strict=True)]
        self._known: dict[tuple[int, ...], list[int]] = {}
        self.own = [self._own(k) for k in self._number]
        people = len(self.problem.students)
        self._even = (people // self.groups.count, -(-people // self.groups.count))
        within = sum(self.pull[k][u] for u, k in enumerate(self.of)) // 2
        own = sum(self.own[k][u] for u, k in enumerate(self.of))
        self.cost = within + own + self._inner() + self._frame(list(self._number))

    def _inner(self) -> int:
        """What members of one unit cost one another wherever they are."""
        problem, weights, cost = self.problem, self.problem.brief.weights, 0
        levels = problem.levels(self.groups.readiness, self.groups.skill)
        for unit in self.units:
            for n, i in enumerate(unit):
                for j in unit[:n]:
                    cost += weights.repeats * problem.history[i][j]
                    cost += weights.readiness * levels[i][j] if levels else 0
                    cost += self._price * (j in problem.apart[i])
        return cost

    def _own(self, k: int) -> list[int]:
        """What each unit would pay for the route of a group and for being in it."""
        key = (k, *self.routes[k])
        found = self._known.get(key)
        if found is None:
            route = self.routes[k]
            found = [sum(self._alone(i, k, route) for i in unit) for unit in self.units]
            if len(self._known) > 4000:
                self._known.clear()
            self._known[key] = found
        return found

    def _alone(self, i: int, k: int, route: list[int]) -> int:
        problem, brief = self.problem, self.problem.brief
        student, stations = problem.students[i], problem.stations
        row = [s if here else -1 for s, here in zip(route, problem.inside[i], strict=True)]
        broken = sum(s != -1 and s not in problem.domain[i][t] for t, s in enumerate(row))
        for targets, by_round, times in problem.visits[i]:
            broken += max(0, times - sum(s in targets for s in row[:by_round]))
        broken += len(problem.group_pins[i] - {k})
        cost = broken * self._price
        if not any(s != -1 and stations[s].teacher_time for s in row):
            cost += brief.weights.teacher_gap * student.sessions_since_teacher**2
        if student.choices:
            seen = {stations[s].id for s in row if s != -1}
            ranks = (rank for rank, one in enumerate(student.choices) if one in seen)
            last = len(brief.choice_costs) - 1
            missed = 1 + student.missed_first_choice
            cost += (
                brief.weights.choices * brief.choice_costs[min(next(ranks, last), last)] * missed
            )
        before = problem.current[i]
        moved = sum(s != old for s, old in zip(row, before, strict=True) if old != -1)
        return cost + brief.weights.stability * moved

    def _frame(self, touched: list[int]) -> int:
        """Sizes, balance and visits of these groups, and what all stations hold."""
        groups, stations, broken, uneven = self.groups, self.problem.stations, 0, 0
        low, high = self._even
        for k in touched:
            heads = self._heads[k]
            broken += max(0, heads - groups.max_size) + max(0, groups.min_size - heads)
            uneven += max(0, heads - high) + max(0, low - heads)
            for s in set(self.routes[k]):
                most = stations[s].max_visits
                if most is not None:
                    rounds = [t for t, x in enumerate(self.routes[k]) if x == s]
                    broken += max(0, sum(self._count[k][t] > 0 for t in rounds) - most)
        broken += sum(self._round(t) for t in range(self.problem.rounds))
        return broken * self._price + self.problem.brief.weights.balance * uneven

    def _round(self, t: int) -> int:
        stations, brief = self.problem.stations, self.problem.brief
        at, shared, used = [0] * len(stations), 0, 0
        for k in self._number:
            heads, s = self._count[k][t], self.routes[k][t]
            shared += bool(heads and at[s])
            at[s] += heads
        broken = shared
        for count, station in zip(at, stations, strict=True):
            used += count * station.devices_per_student
            if t + 1 in station.closed_rounds:
                broken += count
            elif count:
                broken += max(0, count - station.high) + max(0, station.low - count)
            elif station.must_run:
                broken += station.low
        return broken + (max(0, used - brief.devices) if brief.devices is not None else 0)

    def step(self, limit: float) -> None:
        """Try one change; it stays when it costs at most `limit`."""
        kind, draw = self._random(), self._random
        if kind < 0.03:
            self._reroute(limit)
            return
        u = int(draw() * len(self.units))
        if kind < 0.9:
            v = int(draw() * len(self.units))
            if self.of[u] != self.of[v]:
                self._swap(u, v, limit)
        else:
            k = int(draw() * self.groups.count)
            if k != self.of[u]:
                self._regroup([(u, k)], limit)

    def _swap(self, u: int, v: int, limit: float) -> None:
        a, b, own, pull = self.of[u], self.of[v], self.own, self.pull
        cost = own[b][u] - own[a][u] + own[a][v] - own[b][v]
        cost += pull[b][u] - pull[a][u] + pull[a][v] - pull[b][v] - 2 * self._pairs[u][v]
        if cost > limit and (cost < HALF or wish_in(cost) > limit):
            return
        if self._plain[u] and self._plain[v]:
            self.cost += cost
            self._put(u, b)
            self._put(v, a)
        else:
            self._regroup([(u, b), (v, a)], limit)

    def _put(self, u: int, k: int) -> None:
        """Into another group, without counting what it costs."""
        was, row, pull = self.of[u], self._pairs[u], self.pull
        self.of[u] = k
        pull[was] = [a - b for a, b in zip(pull[was], row, strict=True)]
        pull[k] = [a + b for a, b in zip(pull[k], row, strict=True)]
        self._heads[was] -= self._size[u]
        self._heads[k] += self._size[u]
        for t, heads in enumerate(self._inside[u]):
            self._count[was][t] -= heads
            self._count[k][t] += heads

    def _regroup(self, moves: list[tuple[int, int]], limit: float) -> None:
        touched = sorted({k for u, to in moves for k in (self.of[u], to)})
        cost, back = -self._frame(touched), [(u, self.of[u]) for u, _ in moves]
        for u, k in moves:
            was = self.of[u]
            cost += self.own[k][u] - self.own[was][u] + self.pull[k][u] - self.pull[was][u]
            self._put(u, k)
        cost += self._frame(touched)
        if cost <= limit or wish_in(cost) <= limit:
            self.cost += cost
        else:
            for u, k in reversed(back):
                self._put(u, k)

    def _reroute(self, limit: float) -> None:
        """Two groups change stations in a round, or their whole routes, or one goes elsewhere."""
        draw, count = self._random, self.groups.count
        k, other = int(draw() * count), int(draw() * count)
        t, kind = int(draw() * self.problem.rounds), draw()
        before = {one: self.routes[one][:] for one in (k, other)}
        cost = -self._frame(sorted(before)) - self._walk(before)
        if kind < 0.4:
            self.routes[k], self.routes[other] = self.routes[other], self.routes[k]
        elif kind < 0.7:
            mine, theirs = self.routes[k], self.routes[other]
            mine[t], theirs[t] = theirs[t], mine[t]
        else:
            self.routes[k][t] = int(draw() * len(self.problem.stations))
        for one in before:
            self.own[one] = self._own(one)
        cost += self._frame(sorted(before)) + self._walk(before)
        if cost <= limit or wish_in(cost) <= limit:
            self.cost += cost
            return
        for one, route in before.items():
            self.routes[one] = route
            self.own[one] = self._own(one)

    def _walk(self, groups: dict[int, list[int]]) -> int:
        return sum(self.own[k][u] for u, k in enumerate(self.of) if k in groups)

    def state(self) -> tuple[list[list[int]], list[int]]:
        """Stations by student and round, and everyone's group."""
        group = [0] * len(self.problem.students)
        for u, k in enumerate(self.of):
            for i in self.units[u]:
                group[i] = k
        inside = self.problem.inside
        rows = [
            [s if here else -1 for s, here in zip(self.routes[k], inside[i], strict=True)]
            for i, k in enumerate(group)
        ]
        return rows, group
