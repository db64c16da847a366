"""Group mode: who is in which group, and which stations each group walks through.

A step looks at one unit and all it could change places with, and takes one of them, or none, with
the chance that a body at this heat would (a heat bath): so hardly any step is in vain.
"""

from collections.abc import Callable
from operator import getitem
from random import Random

from app.planner.group_rooms import Rooms
from app.planner.group_start import first_groups, first_routes
from app.planner.group_tables import GroupTables
from app.planner.heat import Heat
from app.planner.problem import FAR, Problem, State

PRICE, CROWD = 25, 19
"""What a broken rule costs, more where those in one group cost a student more than `CROWD`."""
WARM, COLD = 2.4, 0.6
LARGE = 48
"""More students than these have more ways to go: the search begins colder."""
ROUTES, PLAIN, UNITS = 0.2, 0.95, 0.985
"""Of all steps the first part changes routes, the next plain units, then any; then one moves."""
STEPS_PER_SECOND = 2_600_000


class GroupSearch:
    """A walk through plans of group mode. `cost` has broken rules at their price.

    `field[k][u]` is what unit `u` pays, or would pay, in group `k`: its route and those in it.
    """

    def __init__(
        self,
        problem: Problem,
        random: Random,
        start: State | None = None,
        look: Callable[[], None] = lambda: None,
        firm: int = 1,
    ) -> None:
        self.problem, self._random = problem, random.random
        grain, groups = problem.grain(), problem.brief.groups
        self.cold = COLD * grain
        cooler = min(1.0, LARGE / max(1, len(problem.students)))
        self.warm = max(2 * self.cold, WARM * grain * cooler)
        busy = problem.company(groups.count if groups else 1)
        self.tables = GroupTables(problem, firm * PRICE * max(grain, int(busy / CROWD)), look)
        start = start or first_groups(problem, random, look)
        self.rooms = Rooms(self.tables, first_routes(problem, random), start)
        self.of = [start[1][unit[0]] for unit in self.tables.units]
        self._units = range(len(self.of))
        self._twice = []
        for row in self.tables.pairs:
            look()
            self._twice.append([2 * one for one in row])
        self._plain = [row[: self.tables.plain] for row in self._twice]
        self._heat = Heat(random, len(self.of) + len(self.rooms.routes))
        self.best, self.kept = FAR, (self.of, self.rooms.routes)
        self._tally(look)

    def _tally(self, look: Callable[[], None]) -> None:
        """All sums from nothing."""
        tables, rooms = self.tables, self.rooms
        own = []
        for k, route in enumerate(rooms.routes):
            look()
            own.append(rooms.own(k, route))
        self._paid, self._wrong = [paid for paid, _ in own], [wrong for _, wrong in own]
        self.field = self._paid[:]
        for u, k in enumerate(self.of):
            look()
            rooms.come(u, k, 1)
            row = tables.pairs[u]
            self.field[k] = [a + b for a, b in zip(self.field[k], row, strict=True)]
        self._here = [self.field[k][u] for u, k in enumerate(self.of)]
        alone = sum(self._paid[k][u] for u, k in enumerate(self.of))
        wrong = sum(self._wrong[k][u] for u, k in enumerate(self.of))
        feuds = sum(
            n for u, row in enumerate(tables.apart) for v, n in row.items() if self._with(u, v)
        )
        frame = rooms.frame()
        self.cost = (sum(self._here) + alone) // 2 + tables.inner[0] + frame[0]
        self.broken = feuds // 2 + wrong + tables.inner[1] + frame[1]

    def _with(self, u: int, v: int) -> bool:
        return self.of[u] == self.of[v]

    def run(self, steps: int, heat: float) -> None:
        """So many steps; the best plan that keeps every rule is kept."""
        self._heat.set(heat)
        draw, plain, count = self._random, self.tables.plain, len(self.of)
        if not count:
            return
        for _ in range(steps):
            kind = draw()
            if kind < ROUTES:
                self._reroute()
            else:
                u = int(draw() * count)
                if u < plain and kind < PLAIN:
                    self._change(u)
                elif kind < UNITS:
                    self._trade(u)
                else:
                    self._move(u)
            if self.cost < self.best and not self.broken:
                self._keep()

    def _keep(self) -> None:
        self.best = self.cost
        self.kept = self.of[:], [route[:] for route in self.rooms.routes]

    def _change(self, u: int) -> None:
        """A plain unit changes places with another, goes to another group, or stays."""
        field, of, here = self.field, self.of, self._here
        a, mine = of[u], here[u]
        there = [row[u] for row in field]
        there[a] = FAR
        start = self._heat.start()
        noise, plain = self._heat.noise, self.tables.plain
        row = [
            there[k] + x - y - p - z
            for k, x, y, p, z in zip(
                of, field[a], here, self._plain[u], noise[start : start + plain], strict=False
            )
        ]
        least, stay = min(row), mine - noise[start - 1]
        if not self._leaves(u, there, min(least, stay), start + plain) and least < stay:
            self._swap(u, row.index(least))

    def _leaves(self, u: int, there: list[int], limit: float, start: int) -> bool:
        """Whether a plain unit goes to another group with nobody in exchange, by chance.

        It is not thought of where the size of its own group is against it.
        """
        a, grow = self.of[u], self.rooms.grow
        leave = self.rooms.shrink[a] - self._here[u]
        if self.rooms.shrink[a] > 0:
            return False
        noise = self._heat.noise[start : start + len(there)]
        row = [x + y - z for x, y, z in zip(there, grow, noise, strict=True)]
        least = min(row)
        if least + self.rooms.shrink[a] >= limit:
            return False
        k = row.index(least)
        self._regroup([(u, k)], max(there[k] + grow[k] + leave, self._heat.limit()))
        return True

    def _swap(self, u: int, v: int) -> None:
        a, b, field, here = self.of[u], self.of[v], self.field, self._here
        self.cost += field[b][u] - here[u] + field[a][v] - here[v] - self._twice[u][v]
        self._count_broken(u, b)
        self._put(u, b)
        self._count_broken(v, a)
        self._put(v, a)
        self._refresh()

    def _count_broken(self, u: int, k: int) -> None:
        """Rules that are broken more, or fewer, when a unit goes to another group."""
        was, of = self.of[u], self.of
        self.broken += self._wrong[k][u] - self._wrong[was][u]
        for v, count in self.tables.apart[u].items():
            if of[v] == k:
                self.broken += count
            elif of[v] == was:
                self.broken -= count

    def _put(self, u: int, k: int) -> None:
        field, row, was = self.field, self.tables.pairs[u], self.of[u]
        self.of[u] = k
        field[was] = [a - b for a, b in zip(field[was], row, strict=True)]
        field[k] = [a + b for a, b in zip(field[k], row, strict=True)]
        self.rooms.come(u, was, -1)
        self.rooms.come(u, k, 1)

    def _refresh(self) -> None:
        self._here = list(map(getitem, map(self.field.__getitem__, self.of), self._units))

    def _move(self, u: int) -> None:
        """A unit goes to another group."""
        count = len(self.field)
        k = int(self._random() * count)
        if k != self.of[u]:
            self._regroup([(u, k)], self._heat.limit())

    def _trade(self, u: int) -> None:
        """A unit against as many students of another group as it has itself."""
        a, b = self.of[u], int(self._random() * len(self.field))
        if a == b:
            return
        size, field, noise = self.tables.size, self.field, self._heat.noise
        start = self._heat.start()
        row = {
            v: field[a][v] - self._here[v] - self._twice[u][v] - noise[start + v]
            for v in self._units
            if self.of[v] == b
        }
        chosen: list[tuple[int, int]] = []
        left = size[u]
        while left and row:
            v = min(row, key=row.__getitem__)
            del row[v]
            if size[v] <= left:
                left -= size[v]
                chosen.append((v, a))
                row = {w: cost + self._twice[v][w] for w, cost in row.items()}
        self._regroup([(u, b), *chosen], self._heat.limit())

    def _regroup(self, moves: list[tuple[int, int]], limit: float) -> None:
        """Make these moves; they stay when they cost at most `limit`."""
        of, field, pairs = self.of, self.field, self.tables.pairs
        cost = 0
        for n, (u, k) in enumerate(moves):
            cost += field[k][u] - field[of[u]][u]
            for v, to in moves[:n]:
                row = pairs[u]
                cost += row[v] * ((to == k) - (of[v] == k) + (of[v] == of[u]) - (to == of[u]))
        before = self.rooms.frame()
        if cost - before[0] > limit:
            return
        back = [(u, of[u]) for u, _ in moves]
        broken = self.broken
        for u, k in moves:
            self._count_broken(u, k)
            self._put(u, k)
        after = self.rooms.frame()
        cost += after[0] - before[0]
        self.broken += after[1] - before[1]
        if cost <= limit:
            self.cost += cost
        else:
            for u, k in reversed(back):
                self._put(u, k)
            self.broken = broken
        self._refresh()

    def _reroute(self) -> None:
        """Some groups walk other routes."""
        rooms = self.rooms
        changed = rooms.idea(self._random)
        if not changed:
            return
        limit = self._heat.limit()
        before = rooms.frame()
        cost, broken = -before[0], -before[1]
        for k, route in changed.items():
            units = [u for u in self._units if self.of[u] == k]
            paid, wrong = rooms.walked(k, route, units)
            cost += paid - sum(map(self._paid[k].__getitem__, units))
            broken += wrong - sum(map(self._wrong[k].__getitem__, units))
        if cost > limit:
            return
        back = rooms.take(changed)
        after = rooms.frame()
        if cost + after[0] > limit:
            rooms.take(back)
            return
        self.cost += cost + after[0]
        self.broken += broken + after[1]
        for k, route in changed.items():
            paid_there, wrong_there = rooms.own(k, route)
            rows = zip(self.field[k], paid_there, self._paid[k], strict=True)
            self.field[k] = [one + new - old for one, new, old in rows]
            self._paid[k], self._wrong[k] = paid_there, wrong_there
        self._refresh()

    def state(self) -> State:
        """Stations by student and round, and everyone's group: where the walk is now."""
        return self._state(self.of, self.rooms.routes)

    def found(self) -> State:
        """The same of the best plan that keeps every rule."""
        return self._state(*self.kept)

    def _state(self, of: list[int], routes: list[list[int]]) -> State:
        group = [0] * len(self.problem.students)
        for u, k in enumerate(of):
            for i in self.tables.units[u]:
                group[i] = k
        inside = self.problem.inside
        rows = [
            [s if here else -1 for s, here in zip(routes[k], inside[i], strict=True)]
            for i, k in enumerate(group)
        ]
        return rows, group
