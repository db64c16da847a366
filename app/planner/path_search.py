"""Five kinds of changes to paths, tried at random: the moves of individual mode."""

from collections.abc import Sequence
from math import log
from random import Random

from app.planner.bags import HALF, broken_in, wish_in
from app.planner.paths import Paths
from app.planner.problem import FAR, OUT, Problem

Step = tuple[int, int, int]
PRICE = 18
WARM, COLD = 4.0, 0.6
STEPS_PER_SECOND = 2_600_000  # for one student; an old computer does as many in three


class PathSearch:
    """A walk through plans of individual mode. `cost` and `state` are those of where it is."""

    def __init__(self, problem: Problem, random: Random, start: list[list[int]] | None) -> None:
        self.problem = problem
        self._random = random.random
        count = len(problem.students)
        self._mates = [self._companies(t) for t in range(problem.rounds)]
        scale = max(1, problem.brief.weights.repeats, problem.brief.weights.readiness // 2)
        self.warm, self.cold = WARM * scale, COLD * scale
        self._paths = Paths(problem, start or self._anyhow(random), PRICE * scale)
        self._cells = [
            (i, t)
            for i in range(count)
            for t in range(problem.rounds)
            if len(problem.domain[i][t]) > 1
        ]
        self.best, self.kept = FAR, self.state()
        self._domains = [[frozenset(domain) for domain in row] for row in problem.domain]

    @property
    def cost(self) -> int:
        return self._paths.cost

    def run(self, steps: int, heat: float) -> None:
        """So many steps; the best plan that keeps every rule is kept."""
        draw = self._random
        for _ in range(steps):
            self.step(-heat * log(1.0 - draw()))
            if self.cost < self.best and not self.broken:
                self.best, self.kept = self.cost, self.state()

    @property
    def broken(self) -> int:
        return broken_in(self.cost)

    def found(self) -> tuple[list[list[int]], list[int]]:
        """The best plan that keeps every rule, as numbers."""
        return self.kept

    def state(self) -> tuple[list[list[int]], list[int]]:
        """Stations by student and round; there are no groups."""
        return [row[:] for row in self._paths.rows], []

    def _companies(self, t: int) -> dict[int, tuple[int, ...]]:
        """Those who must be together in a round, by each of them."""
        found: dict[int, tuple[int, ...]] = {}
        for i, row in enumerate(self.problem.inside):
            if i in found or not row[t] or not self.problem.buddies[i]:
                continue
            company = [i]
            for one in company:
                others = self.problem.buddies[one]
                company += [
                    j for j in sorted(others) if self.problem.inside[j][t] and j not in company
                ]
            if len(company) > 1:
                found.update(dict.fromkeys(company, tuple(company)))
        return found

    def _anyhow(self, random: Random) -> list[list[int]]:
        domain = self.problem.domain
        rows = [[random.choice(one) if one else OUT for one in row] for row in domain]
        for t, companies in enumerate(self._mates):
            for company in companies.values():
                shared = set.intersection(*(set(domain[i][t]) for i in company))
                station = min(shared, default=OUT)
                for i in company:
                    rows[i][t] = station
        return rows

    def step(self, limit: float) -> None:
        """Try one change; it stays when it costs at most `limit`."""
        cells, draw = self._cells, self._random
        if not cells:
            return
        i, t = cells[int(draw() * len(cells))]
        if i in self._mates[t]:
            self._shift_company(self._mates[t][i], t, limit)
            return
        kind = draw()
        if kind < 0.42:
            self._swap(i, t, limit)
        elif kind < 0.68:
            self._exchange(i, t, limit)
        elif kind < 0.83:
            self._shift(i, t, limit)
        elif kind < 0.95:
            self._turn(i, t, limit)
        else:
            self._ring(i, t, limit)

    def _shift(self, i: int, t: int, limit: float) -> None:
        domain = self.problem.domain[i][t]
        s = domain[int(self._random() * len(domain))]
        if s != self._paths.rows[i][t]:
            cost = self._paths.change(i, t, s)
            if cost <= limit or (cost > HALF and wish_in(cost) <= limit):
                self._paths.go(i, t, s, cost)

    def _shift_company(self, company: tuple[int, ...], t: int, limit: float) -> None:
        domain = self.problem.domain[company[0]][t]
        s = domain[int(self._random() * len(domain))]
        if all(s in self._domains[i][t] for i in company):
            self._try([(i, t, s) for i in company], limit)

    def _swap(self, i: int, t: int, limit: float) -> None:
        """Two students change places in a round."""
        rows = self._paths.rows
        j = int(self._random() * len(rows))
        a, b = rows[i][t], rows[j][t]
        if a == b or not (self._free(j, t) and self._fits(i, t, b) and self._fits(j, t, a)):
            return
        cost = self._paths.swap_cost(i, j, t)
        if cost <= limit or (cost > HALF and wish_in(cost) <= limit):
            self._paths.swap(i, j, t, cost)

    def _free(self, i: int, t: int) -> bool:
        return i not in self._mates[t]

    def _fits(self, i: int, t: int, s: int) -> bool:
        return s in self._domains[i][t]

    def _exchange(self, i: int, t: int, limit: float) -> None:
        """A student's stations of two rounds against those of one who has them the other way."""
        rows = self._paths.rows
        late = int(self._random() * self.problem.rounds)
        a, b = rows[i][t], rows[i][late]
        if a == b or not (self._free(i, late) and self._fits(i, t, b) and self._fits(i, late, a)):
            return
        others = [
            j
            for j in self._paths.members[t * self._paths.size + b]
            if rows[j][late] == a and self._free(j, t) and self._free(j, late)
        ]
        if not others:
            return
        j = others[int(self._random() * len(others))]
        if self._fits(j, t, a) and self._fits(j, late, b):
            steps = [(i, t, b), (j, t, a), (i, late, a), (j, late, b)]
            if wish_in(self._guess(steps)) <= limit + 4 * self._paths.meets[a] + 40:
                self._try(steps, limit)

    def _turn(self, i: int, t: int, limit: float) -> None:
        """A student's own stations of two rounds change places."""
        row, late = self._paths.rows[i], int(self._random() * self.problem.rounds)
        a, b = row[t], row[late]
        if a == b or not (self._free(i, late) and self._fits(i, t, b) and self._fits(i, late, a)):
            return
        steps = [(i, t, b), (i, late, a)]
        if wish_in(self._guess(steps)) <= limit + 40:
            self._try(steps, limit)

    def _ring(self, i: int, t: int, limit: float) -> None:
        """Three students move on to one another's stations in a round."""
        rows, count = self._paths.rows, len(self._paths.rows)
        j, k = int(self._random() * count), int(self._random() * count)
        a, b, c = rows[i][t], rows[j][t], rows[k][t]
        if a in {b, c} or b == c or not (self._free(j, t) and self._free(k, t)):
            return
        if self._fits(i, t, b) and self._fits(j, t, c) and self._fits(k, t, a):
            steps = [(i, t, b), (j, t, c), (k, t, a)]
            if wish_in(self._guess(steps)) <= limit + 20:
                self._try(steps, limit)

    def _guess(self, steps: Sequence[Step]) -> int:
        """What those met would cost, but for those who meet within the steps themselves."""
        pull, size, rows = self._paths.pull, self._paths.size, self._paths.rows
        return sum(pull[t * size + s][i] - pull[t * size + rows[i][t]][i] for i, t, s in steps)

    def _try(self, steps: Sequence[Step], limit: float) -> None:
        paths, total = self._paths, 0
        done: list[Step] = []
        for i, t, s in steps:
            was = paths.rows[i][t]
            if was != s:
                total += paths.move(i, t, s)
                done.append((i, t, was))
        if wish_in(total) > limit and total > limit:
            for i, t, s in reversed(done):
                paths.move(i, t, s)
