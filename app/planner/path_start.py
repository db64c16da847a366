"""A first plan of individual mode: visits owed first, then wherever there is most room."""

from collections.abc import Callable
from random import Random

from app.planner.problem import OUT, Problem, State

Company = tuple[int, ...]
FULL = 1.001
"""Above it a station is too full."""


def companies(problem: Problem, t: int) -> dict[int, Company]:
    """Those who must be together in a round, by each of them."""
    found: dict[int, Company] = {}
    for i, row in enumerate(problem.inside):
        if i in found or not row[t] or not problem.buddies[i]:
            continue
        company = [i]
        for one in company:
            others = sorted(problem.buddies[one])
            company += [j for j in others if problem.inside[j][t] and j not in company]
        if len(company) > 1:
            found.update(dict.fromkeys(company, tuple(company)))
    return found


def first_paths(problem: Problem, random: Random, look: Callable[[], None] = lambda: None) -> State:
    """Stations by student and round. Everyone is somewhere it may be; few rules are broken.

    `look` is called for every student.
    """
    return _Start(problem, random, look).rows, []


class _Start:
    def __init__(self, problem: Problem, random: Random, look: Callable[[], None]) -> None:
        self._problem, self._random = problem, random
        self._mates = [companies(problem, t) for t in range(problem.rounds)]
        self._load = [[0.0] * len(problem.stations) for _ in range(problem.rounds)]
        self._share = [1 / max(station.high, 0.5) for station in problem.stations]
        self._used = [0] * problem.rounds
        self.rows = [[OUT] * problem.rounds for _ in problem.students]
        order = list(range(len(self.rows)))
        random.shuffle(order)
        order.sort(key=lambda i: -len(problem.visits[i]))
        for i in order:
            look()
            for targets, by_round, times in sorted(problem.visits[i], key=lambda one: one[1]):
                self._owe(i, targets, by_round, times)
        for i in order:
            look()
            for t in range(problem.rounds):
                self._fill(i, t)

    def _owe(self, i: int, targets: frozenset[int], by_round: int, times: int) -> None:
        """Place the visits owed, each where there is most room."""
        row = self.rows[i]
        for _ in range(times - sum(s in targets for s in row[:by_round])):
            free = [t for t, s in enumerate(row[:by_round]) if s == OUT]
            cells = [(t, s) for t in free for s in self._domain(i, t) if s in targets]
            if cells:
                t, s = min(cells, key=lambda cell: self._room(i, *cell))
                self._put(i, t, s)

    def _fill(self, i: int, t: int) -> None:
        domain = self._domain(i, t)
        if self.rows[i][t] == OUT and domain:
            self._put(i, t, min(domain, key=lambda s: self._room(i, t, s)))

    def _domain(self, i: int, t: int) -> tuple[int, ...]:
        domain = self._problem.domain
        mates = self._mates[t].get(i)
        if mates is None:
            return domain[i][t]
        return tuple(sorted(set(domain[i][t]).intersection(*(domain[j][t] for j in mates))))

    def _room(self, i: int, t: int, s: int) -> tuple[int, float]:
        """How many rules a student would break at a station, and how full it is."""
        station, devices, rows = self._problem.stations[s], self._problem.brief.devices, self.rows
        load, gadgets = self._load[t][s], station.devices_per_student
        broken = sum(rows[j][t] == s for j in self._problem.apart[i])
        broken += station.max_visits is not None and rows[i].count(s) >= station.max_visits
        broken += load + self._share[s] > FULL
        broken += devices is not None and gadgets > 0 and self._used[t] + gadgets > devices
        return broken, load + 0.01 * self._random.random()

    def _put(self, i: int, t: int, s: int) -> None:
        for j in self._mates[t].get(i, (i,)):
            self.rows[j][t] = s
            self._load[t][s] += self._share[s]
            self._used[t] += self._problem.stations[s].devices_per_student
