"""Individual mode: everyone has an own path.

A step looks at one student in one round and at all it could do there, alone or in exchange, and
takes one of these, or none, with the chance that a body at this heat would (a heat bath). Other
steps change two rounds of a path, or those who must stay together.
"""

from collections.abc import Callable, Iterable
from heapq import nsmallest
from random import Random

from app.planner.heat import Heat
from app.planner.path_company import Companies
from app.planner.path_exchange import SLACK, Exchange, Step
from app.planner.path_start import companies, first_paths
from app.planner.paths import Paths
from app.planner.problem import FAR, OUT, Problem, State

Option = tuple[float, int, int]
"""What going to a station costs, the station, and who comes from there instead."""

Ways = tuple[int, list[Option]]
"""A round, and what can be done in it, the best first."""

MOST_WAYS = 8
"""So many ways to change each of two rounds of a path are looked at together."""
PRICE, CROWD = 12, 20
"""What a broken rule costs, more where those at one station cost a student more than `CROWD`."""
LARGE = 48
"""More students than these have more ways to go: the search is colder."""
WARM, COLD = (2.2, 2.2), (0.8, 0.6)
"""How warm it begins and how cold it ends for fewer, and for more than those."""
STEPS_PER_SECOND = 28_000_000
SOUND = 0.9
"""So often a change of one round is thought of only where it breaks no rule about own visits."""
SINGLE, REPATH = 0.6, 0.9
"""Of all steps the first part changes one round, the next two; the others exchange two."""


class PathSearch:
    """A walk through plans of individual mode.

    `cost` has broken rules at their price; `best` and `found` are of the best that keeps all.
    """

    def __init__(
        self,
        problem: Problem,
        random: Random,
        start: State | None = None,
        look: Callable[[], None] = lambda: None,
        firm: int = 1,
    ) -> None:
        self.problem = problem
        grain = problem.grain()
        large = len(problem.students) > LARGE
        self.warm, self.cold = WARM[large] * grain, COLD[large] * grain
        price = firm * PRICE * max(grain, int(problem.company(len(problem.stations)) / CROWD))
        self._mates = [companies(problem, t) for t in range(problem.rounds)]
        rows, _ = start or first_paths(problem, random, look)
        self._paths = Paths(problem, rows, price, look)
        self._heat = Heat(random, len(problem.students) + len(problem.stations))
        self._exchange = Exchange(self._paths, self._heat)
        self._companies = Companies(self._paths, self._mates, self._exchange, self._heat)
        self._cells = [
            (i, t)
            for i, row in enumerate(problem.domain)
            for t, domain in enumerate(row)
            if len(domain) > 1 and rows[i][t] != OUT and self._mates[t].get(i, (i,))[0] == i
        ]
        self.best, self._kept = FAR, self._paths.rows

    @property
    def cost(self) -> int:
        return self._paths.cost

    @property
    def broken(self) -> int:
        """How many rules are broken where the walk is now."""
        return self._paths.broken

    def state(self) -> State:
        """Stations by student and round where the walk is now; there are no groups."""
        return [row[:] for row in self._paths.rows], []

    def found(self) -> State:
        """The same of the best plan that keeps every rule."""
        return self._kept, []

    def run(self, steps: int, heat: float) -> None:
        """So many steps; the best plan that keeps every rule is kept."""
        self._heat.set(heat)
        paths = self._paths
        for _ in range(steps if self._cells else 1):
            if self._cells:
                self._step()
            if paths.cost < self.best and not paths.broken:
                self.best, self._kept = paths.cost, [row[:] for row in paths.rows]

    def _step(self) -> None:
        draw = self._heat.draw
        i, t = self._cells[int(draw() * len(self._cells))]
        kind = draw()
        if i in self._mates[t]:
            self._companies.step(i, t)
        elif kind < SINGLE:
            self._change(i, t)
        elif kind < REPATH:
            self._repath(i, t)
        else:
            self._exchange.step(i, t)

    def _change(self, i: int, t: int) -> None:
        """One student in one round goes elsewhere, alone or in exchange, or stays.

        Where that would break a rule of its own it is seldom thought of.
        """
        paths, heat = self._paths, self._heat
        alt, base = paths.alt[i], t * paths.size
        stay = alt[base + paths.rows[i][t]]
        most = stay + paths.price if heat.draw() < SOUND else FAR
        stations = [b for b in self.problem.domain[i][t] if alt[base + b] < most]
        least: Option = (stay - heat.noise[heat.start()], OUT, OUT)
        for away, b, who in self._options(i, t, stations):
            cost = away + alt[base + b]
            if cost < least[0]:
                least = cost, b, who
        if least[1] != OUT:
            self._exchange.make(self._steps(i, t, *least[1:]))

    def _steps(self, i: int, t: int, b: int, who: int) -> list[Step]:
        if who == OUT:
            return [(i, t, b)]
        return [(who, t, self._paths.rows[i][t]), (i, t, b)]

    def _options(self, i: int, t: int, stations: Iterable[int]) -> list[Option]:
        """The best way to each of these, by chance: its cost but for the own visits."""
        paths, noise, z = self._paths, self._heat.noise, self._heat.start()
        base, a = t * paths.size, paths.rows[i][t]
        c, met, meets = base + a, paths.met[i], paths.meets
        pull, alt, mixed = paths.pull[c], paths.alt, paths.mixed[a]
        mine, here = pull[i], paths.count[c]
        leave = paths.crowd[c][here - 1] - paths.crowd[c][here]
        dear, steady = paths.dear(t, a), paths.steady
        found: list[Option] = []
        for b in stations:
            if b == a:
                continue
            z += 1
            d = base + b
            there, crowd, count = paths.pull[d], paths.crowd[d], paths.count[d]
            least, who = leave + crowd[count + 1] - crowd[count] - noise[z], OUT
            if dear:
                least += dear[b]
            if steady:
                least += paths.unsteady(i, t, a, b)
            free = paths.free[d]
            if free:
                mix = mixed[b][i] or paths.mix(a, b, i)
                many = bool(meets[a]) + bool(meets[b])
                rows = zip(free, noise[z : z + len(free)], strict=False)
                row = [
                    pull[j] + (own := alt[j])[c] - there[j] - own[d] - many * met[j] - mix[j] - y
                    for j, y in rows
                ]
                cost = min(row)
                if cost < least:
                    least, who = cost, free[row.index(cost)]
            found.append((least + there[i] - mine, b, who))
        return found

    def _repath(self, i: int, t: int) -> None:
        """A student's stations of this and of another round become others."""
        heat, row, domain = self._heat, self._paths.rows[i], self.problem.domain[i]
        rounds = [r for r, s in enumerate(row) if s != OUT and r != t and i not in self._mates[r]]
        if not rounds:
            return
        late = rounds[int(heat.draw() * len(rounds))]
        one, two = (nsmallest(MOST_WAYS, self._options(i, r, domain[r])) for r in (t, late))
        limit = heat.limit()
        steps = self._two(i, (t, one), (late, two), limit + SLACK)
        if steps:
            self._exchange.attempt(steps, limit)

    def _two(self, i: int, one: Ways, two: Ways, limit: float) -> list[Step]:
        """The best ways to change two rounds, if they cost less than `limit` together.

        No path costs less than nothing, so most of them need not be looked at.
        """
        (t, options), (late, others) = one, two
        row, bags, bag = self._paths.rows[i], self._paths.bags, self._paths.bag[i]
        known, slots, more = bags.known[i], bags.slots[i][t], bags.slots[i][late]
        best, found = known[bag] + limit, list[Step]()
        rest, least = bag - slots[row[t]] - more[row[late]], others[0][0] if others else FAR
        for cost, b, who in options:
            if cost + least >= best:
                break
            for also, c, they in others:
                if cost + also >= best:
                    break
                path = known.get(rest + slots[b] + more[c])
                if path is None:
                    path = bags.cost(i, rest + slots[b] + more[c])
                if cost + also + path < best:
                    best = cost + also + path
                    found = [*self._steps(i, t, b, who), *self._steps(i, late, c, they)]
        return found
