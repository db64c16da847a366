"""Those who must stay together in a round: they change stations as one."""

from app.planner.heat import Heat
from app.planner.path_exchange import Exchange, Step
from app.planner.path_start import Company
from app.planner.paths import Paths
from app.planner.problem import OUT

NEXT = 0.7
"""Of all steps these change one round, the others two."""
TRADE = 0.8
"""How often somebody goes the other way when two rounds change."""


class Companies:
    """Moves of companies; `mates[t]` are those of a round, by each of their members."""

    def __init__(
        self, paths: Paths, mates: list[dict[int, Company]], exchange: Exchange, heat: Heat
    ) -> None:
        self._paths, self._mates, self._exchange, self._heat = paths, mates, exchange, heat

    def step(self, i: int, t: int) -> None:
        """Try one move of the company of student `i` in round `t`."""
        company = self._mates[t][i]
        if self._heat.draw() < NEXT:
            self._walk_on(company, t)
        else:
            self._turn(company, t)

    def _may(self, company: Company, t: int, s: int) -> bool:
        return all(self._exchange.fits(i, t, s) for i in company)

    def _walk_on(self, company: Company, t: int) -> None:
        """They go elsewhere, alone or in exchange with as many others."""
        paths, noise, z = self._paths, self._heat.noise, self._heat.start()
        a = paths.rows[company[0]][t]
        least, best = -noise[z], list[Step]()
        for b in paths.problem.domain[company[0]][t]:
            if b == a or not self._may(company, t, b):
                continue
            z += 1
            gain = self._gain(company, t, b)
            cost = gain - noise[z] + self._exchange.crowded(t, a, b, len(company))
            if cost < least:
                least, best = cost, [(i, t, b) for i in company]
            others = self._others(company, t, b)
            cost = gain + sum(cost for cost, _ in others)
            if len(others) == len(company) and cost < least:
                least = cost
                best = [*((i, t, b) for i in company), *((j, t, a) for _, j in others)]
        if best:
            self._exchange.attempt(best, self._heat.limit())

    def _gain(self, company: Company, t: int, b: int) -> int:
        """What it would cost them to be at another station, meetings of two with one pair."""
        paths, base = self._paths, t * self._paths.size
        a = paths.rows[company[0]][t]
        c, d = base + a, base + b
        cost = sum(
            paths.pull[d][i] + paths.alt[i][d] - paths.pull[c][i] - paths.alt[i][c] for i in company
        )
        i, j, pairs = company[0], company[1], len(company) * (len(company) - 1) // 2
        return cost + pairs * (paths.between(i, j, a) + paths.between(i, j, b))

    def _others(self, company: Company, t: int, b: int) -> list[tuple[float, int]]:
        """Those at a station who would best come here instead, by chance."""
        paths, noise, z = self._paths, self._heat.noise, self._heat.start()
        a, base = paths.rows[company[0]][t], t * self._paths.size
        c, d = base + a, base + b
        rows = []
        for n, j in enumerate(paths.free[d]):
            cost = paths.pull[c][j] + paths.alt[j][c] - paths.pull[d][j] - paths.alt[j][d]
            shared = sum(paths.between(i, j, a) + paths.between(i, j, b) for i in company)
            rows.append((cost - shared - noise[z + n], j))
        return sorted(rows)[: len(company)]

    def _turn(self, company: Company, t: int) -> None:
        """Their stations of two rounds change places, perhaps against others in each."""
        paths, draw = self._paths, self._heat.draw
        late = int(draw() * paths.problem.rounds)
        a, b = paths.rows[company[0]][t], paths.rows[company[0]][late]
        if b in {a, OUT} or self._mates[late].get(company[0]) != company:
            return
        if not (self._may(company, t, b) and self._may(company, late, a)):
            return
        steps = [(i, t, b) for i in company] + [(i, late, a) for i in company]
        for now, here, there in ((t, a, b), (late, b, a)):
            free = paths.free[now * paths.size + there][:]
            for _ in company:
                if free and draw() < TRADE:
                    j = free.pop(int(draw() * len(free)))
                    steps += [(j, now, here)] if self._exchange.fits(j, now, here) else []
        self._exchange.attempt(steps, self._heat.limit())
