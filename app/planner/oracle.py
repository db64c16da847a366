"""Whether the rules can hold, which of them can't together, and how little has to change."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from pysat.solvers import Solver

from app.planner.brief import Brief, Plan
from app.planner.errors import Stopped
from app.planner.rulebook import Rulebook

SLICE = 1000
"""Conflicts between looks at whether to go on: well under 100 ms."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of rules that cannot hold: without any one of them the others can."""

    rules: tuple[str, ...]


class Oracle:
    """Answers about one brief. Every question raises `Stopped` when `go_on` says no."""

    def __init__(self, brief: Brief, go_on: Callable[[], bool] = lambda: True) -> None:
        self._book = Rulebook(brief)
        self._go_on = go_on
        self._solver = Solver("g4", bootstrap_with=self._book.clauses)
        self._by_number = {number: name for name, number in self._book.names.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """Every rule there is."""
        return tuple(self._book.names)

    def close(self) -> None:
        self._solver.delete()

    def _holds(self, names: Collection[str], *more: int) -> bool:
        assumed = [self._book.names[name] for name in names]
        while self._go_on():
            self._solver.conf_budget(SLICE)
            found = self._solver.solve_limited([*assumed, *more], expect_interrupt=True)
            if found is not None:
                return bool(found)
        raise Stopped

    def possible(self, without: Collection[str] = ()) -> bool:
        """Whether a plan keeps every rule but those."""
        return self._holds([name for name in self._book.names if name not in without])

    def plan(self) -> Plan:
        """The plan of the last answer that was yes."""
        true = {literal for literal in self._solver.get_model() if literal > 0}
        rows = [
            [next((s for s, x in enumerate(cells) if x in true), -1) for cells in row]
            for row in self._book.place
        ]
        groups = [next(k for k, x in enumerate(row) if x in true) for row in self._book.member]
        return self._book.problem.plan(rows, groups or None)

    def conflict(self) -> Conflict | None:
        """A smallest set of rules that cannot hold together; None when all can."""
        if self.possible():
            return None
        left = self._core()
        kept: list[str] = []
        while left:
            one, *rest = left
            if self._holds([*kept, *rest]):
                kept.append(one)
                left = rest
            else:
                core = set(self._core())
                left = [name for name in rest if name in core]
        return Conflict(tuple(name for name in self._book.names if name in set(kept)))

    def _core(self) -> list[str]:
        """Rules that the last no rests on; those of stations first, to be dropped first."""
        found = [self._by_number[number] for number in self._solver.get_core() or ()]
        return sorted(found, key=lambda name: (":" not in name, name))

    def closest(self) -> Plan | None:
        """The plan with the fewest cells changed from the current one, proved; None if none."""
        names, changed = list(self._book.names), self._book.changed()
        self._solver.set_phases([-literal for literal in changed])
        if not self._holds(names):
            return None
        best, count = self._answer(changed)
        if count:
            before = len(self._book.clauses)
            above = self._book.total(changed, count)
            self._solver.append_formula(self._book.clauses[before:])
            while count and self._holds(names, -above[count - 1]):
                best, count = self._answer(changed)
        return best

    def _answer(self, changed: list[int]) -> tuple[Plan, int]:
        true = set(self._solver.get_model())
        return self.plan(), sum(literal in true for literal in changed)
