"""Changes of two rounds of a path at once, and of any number of cells."""

from collections.abc import Sequence

from app.planner.heat import Heat
from app.planner.paths import Paths
from app.planner.problem import OUT

Step = tuple[int, int, int]
SLACK = 4
"""A change of two rounds is guessed from each of them; so far the guess may be too high."""


class Exchange:
    """A student's stations of two rounds change places, alone or with one who has them so."""

    def __init__(self, paths: Paths, heat: Heat) -> None:
        self._paths, self._heat = paths, heat
        self._shares = [[frozenset(domain) for domain in row] for row in paths.problem.domain]

    def step(self, i: int, t: int) -> None:
        """Try the best exchange of round `t` of student `i` with another of the rounds."""
        paths, limit = self._paths, self._heat.limit()
        least, best = limit + SLACK, list[Step]()
        row = paths.rows[i]
        a = row[t]
        for late, b in enumerate(row):
            if b in {a, OUT} or not (self._may(i, t, b) and self._may(i, late, a)):
                continue
            mine = self._pulled(i, t, b) + self._pulled(i, late, a)
            cost = mine + self.crowded(t, a, b) + self.crowded(late, b, a)
            if cost < least:
                least, best = cost, [(i, t, b), (i, late, a)]
            for j in paths.free[t * paths.size + b]:
                if paths.rows[j][late] == a and self._may(j, t, a) and self._may(j, late, b):
                    cost = mine + self._pulled(j, t, a) + self._pulled(j, late, b)
                    cost -= 2 * (paths.between(i, j, a) + paths.between(i, j, b))
                    if cost < least:
                        least, best = cost, [(i, t, b), (j, t, a), (i, late, a), (j, late, b)]
        if best:
            self.attempt(best, limit)

    def fits(self, i: int, t: int, s: int) -> bool:
        """Whether a student may be at a station in a round."""
        return s in self._shares[i][t]

    def _may(self, i: int, t: int, s: int) -> bool:
        return s in self._shares[i][t] and i not in self._paths.tied[t]

    def _pulled(self, i: int, t: int, s: int) -> int:
        paths, base = self._paths, t * self._paths.size
        return paths.pull[base + s][i] - paths.pull[base + paths.rows[i][t]][i]

    def crowded(self, t: int, a: int, b: int, many: int = 1) -> int:
        """What it costs a round when so many go from a station to another."""
        paths, base = self._paths, t * self._paths.size
        left, into = paths.crowd[base + a], paths.crowd[base + b]
        m, n = paths.count[base + a], paths.count[base + b]
        return left[m - many] - left[m] + into[n + many] - into[n]

    def make(self, steps: Sequence[Step]) -> None:
        """Make these moves."""
        self._go(steps)
        self._look(steps)

    def attempt(self, steps: Sequence[Step], limit: float) -> None:
        """Make these moves; they stay when they cost at most `limit`."""
        before = self._paths.cost
        back = self._go(steps)
        if self._paths.cost - before > limit:
            self._go(back)
        else:
            self._look(steps)

    def _go(self, steps: Sequence[Step]) -> list[Step]:
        """Make these moves; returns those that lead back."""
        rows, move = self._paths.rows, self._paths.move
        back: list[Step] = []
        for i, t, s in steps:
            was = rows[i][t]
            if was != s:
                move(i, t, s)
                back.append((i, t, was))
        back.reverse()
        return back

    def _look(self, steps: Sequence[Step]) -> None:
        for i in {step[0] for step in steps}:
            self._paths.look(i)
