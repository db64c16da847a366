"""What units of one group cost one another."""

from collections.abc import Callable

from app.planner.group_units import Cost, Units
from app.planner.problem import Problem


class GroupTables(Units):
    """Units, and `pairs[u][v]`: what two of them cost one another in one group."""

    def __init__(self, problem: Problem, price: int, look: Callable[[], None]) -> None:
        super().__init__(problem, price)
        self._levels = problem.levels(self.groups.readiness, self.groups.skill)
        self.pairs: list[list[int]] = []
        for u in range(len(self.units)):
            look()
            self.pairs.append(self._row(u))
        self.inner = self._inner()

    def _row(self, u: int) -> list[int]:
        rows = [self._met_by(i) for i in self.units[u]]
        met = [sum(column) for column in zip(*rows, strict=True)] if len(rows) > 1 else rows[0]
        row = [met[v[0]] if len(v) == 1 else sum(met[j] for j in v) for v in self.units]
        for v, count in self.apart[u].items():
            row[v] += self.price * count
        row[u] = 0
        return row

    def _met_by(self, i: int) -> list[int]:
        """What a student costs with each other by meetings before and levels."""
        weights, history = self.problem.brief.weights, self.problem.history[i]
        met = [weights.repeats * times for times in history]
        if not self._levels:
            return met
        worth = weights.readiness
        return [one + worth * two for one, two in zip(met, self._levels[i], strict=True)]

    def _inner(self) -> Cost:
        """What members of one unit cost one another wherever they are."""
        paid = broken = 0
        for unit in (one for one in self.units if len(one) > 1):
            for n, i in enumerate(unit):
                met = self._met_by(i)
                paid += sum(met[j] for j in unit[:n])
                broken += sum(j in self.problem.apart[i] for j in unit[:n])
        return paid + self.price * broken, broken
