"""Everyone's path in individual mode, and what any change of it would cost.

A broken rule costs `price`, so the search may pass through plans that break one; `broken` counts
them. Two tables over cells (a round and a station) make the cost of a change a matter of a few
look-ups: `pull[c][i]` is what student `i` pays, or would pay, for those who are there, `alt[i][c]`
what all its visits cost if in that round it were there.
"""

from collections.abc import Callable

from app.planner.bags import Bags
from app.planner.problem import FAR, OUT, Problem

UNKNOWN = -1
MOST_WALKED = 500
"""So many paths of each student are known by what every change of them would cost."""


class Paths:
    """A plan as numbers. `cost` is what measuring from nothing says, and `price` per broken rule.

    `free[c]` are the students at a cell who may leave it alone: those who must stay together in
    that round are not among them. `look` is called often while all this is made.
    """

    def __init__(
        self, problem: Problem, rows: list[list[int]], price: int, look: Callable[[], None]
    ) -> None:
        self.problem, self.price, self._look_up = problem, price, look
        self.size = len(problem.stations)
        self.rows = [[OUT] * problem.rounds for _ in rows]
        self.bags = Bags(problem, price)
        self.bag = [0] * len(rows)
        look()
        self.tied = [self._tied(t) for t in range(problem.rounds)]
        look()
        self._weigh()
        self._count()
        self._carried = [(self.bags.cost(i, 0), self.bags.broken(i, 0)) for i in range(len(rows))]
        self.cost = sum(paid for paid, _ in self._carried)
        self.broken = sum(broken for _, broken in self._carried)
        for cell in self.crowd:
            self._pay(cell[0])
        for i, row in enumerate(rows):
            look()
            for t, s in enumerate(row):
                if s != OUT:
                    self._enter(i, t, s)
                elif problem.inside[i][t]:
                    self.broken += 1
            self.look(i)

    def _tied(self, t: int) -> set[int]:
        inside, buddies = self.problem.inside, self.problem.buddies
        return {
            i for i, row in enumerate(inside) if row[t] and any(inside[j][t] for j in buddies[i])
        }

    def _weigh(self) -> None:
        """What pairs cost: `meets` one more meeting, `met` the next one, `mixing` their levels."""
        problem, stations = self.problem, self.problem.stations
        weights, people = problem.brief.weights, range(len(self.rows))
        nothing = [0] * len(self.rows)
        self.meets = [weights.repeats if station.pairs_count else 0 for station in stations]
        self.met = [self._weighed(weights.repeats, row, nothing) for row in problem.history]
        feuds = [self._feuds(i) for i in people]
        shared: dict[tuple[str, str], list[list[int]]] = {}
        for station in stations:
            key = (station.readiness, station.skill)
            if key not in shared:
                table = problem.levels(station.readiness, station.skill) or feuds
                worth = weights.readiness if table is not feuds else 0
                shared[key] = [self._weighed(worth, *row) for row in zip(table, feuds, strict=True)]
        self.mixing = [shared[station.readiness, station.skill] for station in stations]
        self._plain = [station.readiness == "any" for station in stations]
        kinds = list(shared)
        self._kind = [kinds.index((station.readiness, station.skill)) for station in stations]
        mixed: list[list[list[list[int] | None]]] = [
            [[None] * len(self.rows) for _ in kinds] for _ in kinds
        ]
        self.mixed = [[mixed[one][two] for two in self._kind] for one in self._kind]

    def _weighed(self, worth: int, levels: list[int], feuds: list[int]) -> list[int]:
        self._look_up()
        return [worth * one + feud for one, feud in zip(levels, feuds, strict=True)]

    def _feuds(self, i: int) -> list[int]:
        row = [0] * len(self.rows)
        for j in self.problem.apart[i]:
            row[j] = self.price
        return row

    def mix(self, a: int, b: int, i: int) -> list[int]:
        """What a student and each other cost one another at two stations, but for meetings.

        Then it is in `mixed[a][b][i]`, too.
        """
        pairs = zip(self.mixing[a][i], self.mixing[b][i], strict=True)
        found = self.mixed[a][b][i] = [x + y for x, y in pairs]
        return found

    def _count(self) -> None:
        """Who is at each cell, and the price of each number of students there."""
        cells = range(self.problem.rounds * self.size)
        self.count = [0 for _ in cells]
        self.members: list[list[int]] = [[] for _ in cells]
        self.free: list[list[int]] = [[] for _ in cells]
        self.pull = [[0] * len(self.rows) for _ in cells]
        self.alt: list[list[int]] = [[] for _ in self.rows]
        self._walked: list[dict[tuple[int, ...], list[int]]] = [{} for _ in self.rows]
        self._gates = self._open()
        self.crowd = [self._crowd(*divmod(c, self.size)) for c in cells]
        self.gadgets = [station.devices_per_student for station in self.problem.stations]
        self._hungry = max(self.gadgets)
        self._dear: dict[tuple[int, int], list[int]] = {}
        self.in_use = [0] * self.problem.rounds
        self.devices = self.problem.brief.devices
        self.steady = self.problem.brief.weights.stability

    def _crowd(self, t: int, s: int) -> list[int]:
        self._look_up()
        station, most = self.problem.stations[s], len(self.rows) + 2
        if t + 1 in station.closed_rounds:
            return [self.price * count for count in range(most)]
        low, high = station.low, station.high
        found = [max(0, count - high) + max(0, low - count) for count in range(most)]
        found[0] = low if station.must_run else 0
        return [self.price * excess for excess in found]

    def _pay(self, paid: int) -> None:
        """For so many broken rules of a station or of devices."""
        self.cost += paid
        self.broken += paid // self.price

    def dear(self, t: int, was: int) -> list[int] | None:
        """What going to each station costs in devices; None where there are enough for anybody."""
        if self.devices is None or self.in_use[t] + self._hungry <= self.devices:
            return None
        key = self.in_use[t], was
        if key not in self._dear:
            self._dear[key] = [self.more_devices(t, was, s) for s in range(self.size)]
        return self._dear[key]

    def more_devices(self, t: int, was: int, s: int) -> int:
        """What it costs in devices when somebody goes from a station to another."""
        if self.devices is None:
            return 0
        more = self.gadgets[s] - (self.gadgets[was] if was != OUT else 0)
        if not more:
            return 0
        over = self.in_use[t] - self.devices
        return self.price * (max(0, over + more) - max(0, over))

    def unsteady(self, i: int, t: int, was: int, s: int) -> int:
        """What it costs in stability."""
        before = self.problem.current[i][t]
        return self.steady * ((was == before) - (s == before)) if before != OUT else 0

    def move(self, i: int, t: int, s: int) -> None:
        """Send the student there; `alt` knows of it after `look`."""
        was, base = self.rows[i][t], t * self.size
        c, old, here = base + s, base + was, self.crowd
        self.cost += self.pull[c][i] - self.pull[old][i]
        if self.steady:
            self.cost += self.unsteady(i, t, was, s)
        crowd, left = self.count[c], self.count[old]
        paid = here[c][crowd + 1] - here[c][crowd] + here[old][left - 1] - here[old][left]
        self._pay(paid + self.more_devices(t, was, s))
        for j in self.problem.apart[i]:
            at = self.rows[j][t]
            self.broken += (at == s) - (at == was)
        slots = self.bags.slots[i][t]
        self._carry(i, self.bag[i] + slots[s] - slots[was])
        self._leave(i, t, was)
        self._join(i, t, s)
        self.in_use[t] += self.gadgets[s] - self.gadgets[was]

    def between(self, i: int, j: int, s: int) -> int:
        """What two students who are not together in this round would pay for it there."""
        return self.mixing[s][i][j] + (self.met[i][j] if self.meets[s] else 0)

    def _carry(self, i: int, bag: int) -> None:
        if bag != self.bag[i]:
            before, now = self._carried[i], (self.bags.cost(i, bag), self.bags.broken(i, bag))
            self.cost += now[0] - before[0]
            self.broken += now[1] - before[1]
            self.bag[i], self._carried[i] = bag, now

    def _open(self) -> list[list[list[int | None]]]:
        """What a visit adds to a bag, by student, round and station; None where one may not be."""
        known: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int | None]] = {}
        found: list[list[list[int | None]]] = []
        for slots, domains in zip(self.bags.slots, self.problem.domain, strict=True):
            self._look_up()
            found.append([])
            for row, domain in zip(slots, domains, strict=True):
                key = tuple(row), domain
                if key not in known:
                    known[key] = [x if s in domain else None for s, x in enumerate(row)]
                found[-1].append(known[key])
        return found

    def look(self, i: int) -> None:
        """What every single change of its path would make all its visits cost."""
        row, walked = tuple(self.rows[i]), self._walked[i]
        if row not in walked:
            if len(walked) == MOST_WALKED:
                walked.clear()
            walked[row] = self._alternatives(i)
        self.alt[i] = walked[row]

    def _alternatives(self, i: int) -> list[int]:
        known, slots, bag, found = self.bags.known[i], self.bags.slots[i], self.bag[i], list[int]()
        for t, s in enumerate(self.rows[i]):
            rest = bag - slots[t][s]
            gates = self._gates[i][t]
            costs = [FAR if x is None else known.get(rest + x, UNKNOWN) for x in gates]
            if UNKNOWN in costs:
                costs = [FAR if x is None else self.bags.cost(i, rest + x) for x in gates]
            found += costs
        return found

    def _enter(self, i: int, t: int, s: int) -> None:
        """The first placement of a cell."""
        c = t * self.size + s
        crowd, count = self.crowd[c], self.count[c]
        self.cost += self.pull[c][i]
        self._pay(crowd[count + 1] - crowd[count] + self.more_devices(t, OUT, s))
        self.broken += sum(self.rows[j][t] == s for j in self.problem.apart[i])
        if self.problem.current[i][t] not in {OUT, s}:
            self.cost += self.steady
        self._carry(i, self.bag[i] + self.bags.slots[i][t][s])
        self._join(i, t, s)
        self.in_use[t] += self.gadgets[s]

    def _leave(self, i: int, t: int, s: int) -> None:
        c = t * self.size + s
        members = self.members[c]
        members.remove(i)
        if i not in self.tied[t]:
            self.free[c].remove(i)
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
        if i not in self.tied[t]:
            self.free[c].append(i)
        self.count[c] += 1
        self.rows[i][t] = s

    def _draw(self, i: int, c: int, s: int, sign: int) -> None:
        """Student `i` comes to, or has left, cell `c`: what everyone else would pay there."""
        pull = self.pull[c]
        if self.meets[s]:
            rows = zip(pull, self.met[i], self.mixing[s][i], strict=True)
            if sign > 0:
                self.pull[c] = [one + two + three for one, two, three in rows]
            else:
                self.pull[c] = [one - two - three for one, two, three in rows]
        elif not self._plain[s]:
            pairs = zip(pull, self.mixing[s][i], strict=True)
            self.pull[c] = [one + sign * two for one, two in pairs]
        else:
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
