"""Everyone's path in individual mode, and what any change of it would cost.

A broken rule costs `price`, so the search may pass through plans that break one; it also costs
`RULE`, more than all wishes together, so that one number tells how many rules are broken.
`pull[c][i]` is what student `i` pays, or would pay, for those who are at cell `c` (a round and a
station): it makes the cost of a change a matter of a few look-ups.
"""

from app.planner.bags import RULE, Bags
from app.planner.problem import OUT, Problem


class Paths:
    """A plan as numbers. `cost` is always what measuring from nothing would say."""

    def __init__(self, problem: Problem, rows: list[list[int]], price: int) -> None:
        self.problem = problem
        self.price = price + RULE
        self.size = len(problem.stations)
        self.rows = [[OUT] * problem.rounds for _ in rows]
        self.bags = Bags(problem, self.price)
        self.bag = [0] * len(rows)
        self._weigh()
        self._count()
        self.cost = sum(self.bags.cost(i, 0) for i in range(len(rows)))
        self.cost += sum(cell[0] for cell in self.crowd)
        for i, row in enumerate(rows):
            for t, s in enumerate(row):
                if s != OUT:
                    self._enter(i, t, s)

    def _weigh(self) -> None:
        """What pairs cost: `meets` one more meeting, `met` the next one, `mixing` their levels."""
        problem, stations = self.problem, self.problem.stations
        weights = problem.brief.weights
        self.meets = [weights.repeats if station.pairs_count else 0 for station in stations]
        self.met = [[weights.repeats * times for times in row] for row in problem.history]
        shared: dict[tuple[str, str], list[list[int]] | None] = {}
        for station in stations:
            key = (station.readiness, station.skill)
            if key not in shared:
                table = problem.levels(station.readiness, station.skill)
                worth = weights.readiness
                shared[key] = [[worth * one for one in row] for row in table or ()] or None
        self.mixing = [shared[station.readiness, station.skill] for station in stations]
        self.steady = weights.stability

    def _count(self) -> None:
        """Who is at each cell, and the price of each number of students there."""
        cells = range(self.problem.rounds * self.size)
        self.count = [0 for _ in cells]
        self.members: list[list[int]] = [[] for _ in cells]
        self.pull = [[0] * len(self.rows) for _ in cells]
        self.crowd = [self._crowd(*divmod(c, self.size)) for c in cells]
        self.gadgets = [station.devices_per_student for station in self.problem.stations]
        self.in_use = [0] * self.problem.rounds
        self.devices = self.problem.brief.devices

    def _crowd(self, t: int, s: int) -> list[int]:
        station, most = self.problem.stations[s], len(self.rows) + 2
        if t + 1 in station.closed_rounds:
            return [self.price * count for count in range(most)]
        low, high = station.low, station.high
        found = [max(0, count - high) + max(0, low - count) for count in range(most)]
        found[0] = low if station.must_run else 0
        return [self.price * excess for excess in found]

    def change(self, i: int, t: int, s: int) -> int:
        """What it would cost, or save, if the student went to that station in that round."""
        was = self.rows[i][t]
        base = t * self.size
        c, old = base + s, base + was
        slots, bag, known = self.bags.slots[i][t], self.bag[i], self.bags.known[i]
        new = bag + slots[s] - slots[was]
        path = known.get(new)
        if path is None:
            path = self.bags.cost(i, new)
        crowd, left, here, there = self.crowd[c], self.crowd[old], self.count[c], self.count[old]
        found = path - known[bag] + self.pull[c][i] - self.pull[old][i]
        found += crowd[here + 1] - crowd[here] + left[there - 1] - left[there]
        if self.devices is not None and self.gadgets[s] != self.gadgets[was]:
            found += self._more_devices(t, self.gadgets[s] - self.gadgets[was])
        if self.steady:
            found += self._unsteady(i, t, was, s)
        return found

    def _more_devices(self, t: int, more: int) -> int:
        over = self.in_use[t] - (self.devices or 0)
        return self.price * (max(0, over + more) - max(0, over))

    def _unsteady(self, i: int, t: int, was: int, s: int) -> int:
        before = self.problem.current[i][t]
        return self.steady * ((was == before) - (s == before)) if before != OUT else 0

    def move(self, i: int, t: int, s: int) -> int:
        """Send the student there and say what that cost."""
        cost = self.change(i, t, s)
        self.go(i, t, s, cost)
        return cost

    def go(self, i: int, t: int, s: int, cost: int) -> None:
        """Send the student there; `cost` is what `change` said."""
        self.cost += cost
        self._shift(i, t, s)

    def swap_cost(self, i: int, j: int, t: int) -> int:
        """What it would cost if two students at different stations changed places."""
        a, b = self.rows[i][t], self.rows[j][t]
        mine, other, bags = self.bags.slots[i][t], self.bags.slots[j][t], self.bags
        known_i, known_j, bag_i, bag_j = bags.known[i], bags.known[j], self.bag[i], self.bag[j]
        path_i = known_i.get(bag_i + mine[b] - mine[a])
        if path_i is None:
            path_i = bags.cost(i, bag_i + mine[b] - mine[a])
        path_j = known_j.get(bag_j + other[a] - other[b])
        if path_j is None:
            path_j = bags.cost(j, bag_j + other[a] - other[b])
        at_a, at_b = self.pull[t * self.size + a], self.pull[t * self.size + b]
        found = path_i - known_i[bag_i] + path_j - known_j[bag_j]
        found += at_b[i] - at_a[i] + at_a[j] - at_b[j]
        if self.steady:
            found += self._unsteady(i, t, a, b) + self._unsteady(j, t, b, a)
        if found > 4 * RULE:
            return found
        return found - self.between(i, j, a) - self.between(i, j, b)

    def between(self, i: int, j: int, s: int) -> int:
        """What two students who are not together in this round would pay for it there."""
        found = self.price if j in self.problem.apart[i] else 0
        if self.meets[s]:
            found += self.met[i][j]
        mixing = self.mixing[s]
        return found + mixing[i][j] if mixing else found

    def swap(self, i: int, j: int, t: int, cost: int) -> None:
        """Let them change places; `cost` is what `swap_cost` said."""
        a, b = self.rows[i][t], self.rows[j][t]
        self.cost += cost
        self._shift(i, t, b)
        self._shift(j, t, a)

    def _shift(self, i: int, t: int, s: int) -> None:
        was, slots = self.rows[i][t], self.bags.slots[i][t]
        self._leave(i, t, was)
        self._join(i, t, s)
        self.bag[i] += slots[s] - slots[was]
        self.in_use[t] += self.gadgets[s] - self.gadgets[was]

    def _enter(self, i: int, t: int, s: int) -> None:
        """The first placement of a cell."""
        c, bag = t * self.size + s, self.bag[i] + self.bags.slots[i][t][s]
        crowd, count = self.crowd[c], self.count[c]
        self.cost += self.bags.cost(i, bag) - self.bags.cost(i, self.bag[i])
        self.cost += self.pull[c][i] + crowd[count + 1] - crowd[count]
        if self.devices is not None:
            self.cost += self._more_devices(t, self.gadgets[s])
        if self.problem.current[i][t] not in {OUT, s}:
            self.cost += self.steady
        self._join(i, t, s)
        self.bag[i] = bag
        self.in_use[t] += self.gadgets[s]

    def _leave(self, i: int, t: int, s: int) -> None:
        c = t * self.size + s
        members = self.members[c]
        members.remove(i)
        self.count[c] -= 1
        self.rows[i][t] = OUT
        if self.meets[s]:
            self._meet(i, t, members, -self.meets[s])
        self._draw(i, c, s, -1)

    def _join(self, i: int, t: int, s: int) -> None:
        c = t * self.size + s
        members = self.members[c]
        self._draw(i, c, s, 1)
        if self.meets[s]:
            self._meet(i, t, members, self.meets[s])
        members.append(i)
        self.count[c] += 1
        self.rows[i][t] = s

    def _draw(self, i: int, c: int, s: int, sign: int) -> None:
        """Student `i` comes to, or has left, cell `c`: what everyone else would pay there."""
        pull, mixing = self.pull[c], self.mixing[s]
        if self.meets[s]:
            met = self.met[i]
            if mixing:
                rows = zip(pull, met, mixing[i], strict=True)
                pull[:] = [one + sign * (two + three) for one, two, three in rows]
            else:
                pull[:] = [one + sign * two for one, two in zip(pull, met, strict=True)]
        elif mixing:
            pull[:] = [one + sign * two for one, two in zip(pull, mixing[i], strict=True)]
        for j in self.problem.apart[i]:
            pull[j] += sign * self.price

    def _meet(self, i: int, now: int, members: list[int], worth: int) -> None:
        """A meeting more, or less, with each of these, felt wherever else they are."""
        met, pull, size, meets = self.met, self.pull, self.size, self.meets
        mine = [pull[t * size + s] for t, s in enumerate(self.rows[i]) if s != OUT and meets[s]]
        for j in members:
            met[i][j] += worth
            met[j][i] += worth
            for row in mine:
                row[j] += worth
            for t, s in enumerate(self.rows[j]):
                if s != OUT and meets[s] and t != now:
                    pull[t * size + s][i] += worth
