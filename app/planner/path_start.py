"""A first plan of individual mode: visits owed first, then wherever there is most room."""

from random import Random

from app.planner.problem import OUT, Problem

Company = tuple[int, ...]


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


def first_rows(
    problem: Problem, mates: list[dict[int, Company]], random: Random
) -> list[list[int]]:
    """Stations by student and round. Everyone is somewhere it may be; few rules are broken."""
    return _Start(problem, mates, random).rows


class _Start:
    def __init__(self, problem: Problem, mates: list[dict[int, Company]], random: Random) -> None:
        self._problem, self._mates, self._random = problem, mates, random
        self._load = [[0.0] * len(problem.stations) for _ in range(problem.rounds)]
        self._share = [1 / max(station.high, 0.5) for station in problem.stations]
        self.rows = [[OUT] * problem.rounds for _ in problem.students]
        order = list(range(len(self.rows)))
        random.shuffle(order)
        order.sort(key=lambda i: -len(problem.visits[i]))
        for i in order:
            for targets, by_round, times in sorted(problem.visits[i], key=lambda one: one[1]):
                self._owe(i, targets, by_round, times)
        for i in order:
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
        shared = set(domain[i][t])
        for j in self._mates[t].get(i, ()):
            shared &= set(domain[j][t])
        return tuple(sorted(shared))

    def _room(self, i: int, t: int, s: int) -> tuple[int, float]:
        """How full a station is for a student, who should not come too often."""
        most = self._problem.stations[s].max_visits
        often = most is not None and self.rows[i].count(s) >= most
        return int(often), self._load[t][s] + 0.01 * self._random.random()

    def _put(self, i: int, t: int, s: int) -> None:
        for j in self._mates[t].get(i, (i,)):
            self.rows[j][t] = s
            self._load[t][s] += self._share[s]
