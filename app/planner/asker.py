"""A solver of yes-or-no questions that can be told to stop."""

from collections.abc import Callable, Collection, Sequence

from pysat.solvers import Solver

from app.planner.errors import Stopped

SLICE, LEAST = 1000, 5
"""The most and fewest conflicts between looks at whether to go on."""
WORK = 100_000
"""About so many steps of the solver lie between them: after a longer slice comes a shorter."""
LOAD = 5_000
"""Clauses taken in between such looks."""


class Asker:
    """Knows clauses, and answers whether they hold together with what is assumed.

    Every question raises `Stopped` when `go_on` says no.
    """

    def __init__(self, go_on: Callable[[], bool]) -> None:
        self._go_on = go_on
        self._solver, self._slice = Solver("m22"), LEAST  # Glucose looks only when it restarts

    def learn(self, clauses: Sequence[list[int]]) -> None:
        """Know these too: lists of literals of which one at least is true."""
        for start in range(0, len(clauses), LOAD):
            if not self._go_on():
                raise Stopped
            self._solver.append_formula(clauses[start : start + LOAD])

    def lean(self, literals: Sequence[int]) -> None:
        """Try these first wherever there is a choice."""
        self._solver.set_phases(literals)

    def holds(self, assumed: Collection[int]) -> bool:
        """Whether all that is known can be true together with these literals."""
        while self._go_on():
            self._solver.conf_budget(self._slice)
            began = self._steps()
            found = self._solver.solve_limited(list(assumed), expect_interrupt=True)
            wanted = self._slice * WORK // max(1, self._steps() - began)
            self._slice = max(LEAST, min(SLICE, 2 * self._slice, wanted))
            if found is not None:
                return bool(found)
        raise Stopped

    @property
    def conflicts(self) -> int:
        """How often it had to turn back so far."""
        return self._solver.accum_stats()["conflicts"]

    def _steps(self) -> int:
        return self._solver.accum_stats()["propagations"]

    def true(self) -> set[int]:
        """What is true in the last answer that was yes."""
        return {literal for literal in self._solver.get_model() if literal > 0}

    def core(self) -> list[int]:
        """What was assumed and the last no rests on."""
        return list(self._solver.get_core() or ())

    def close(self) -> None:
        self._solver.delete()
