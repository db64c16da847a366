"""Few changes where it takes too long to prove which are the fewest."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from app.planner.brief import Brief, Plan, Weights
from app.planner.measure import measure
from app.planner.problem import FAR
from app.planner.solve import Effort, Progress, Solver, effort_of

SECONDS = 0.4
"""Of each search, on an ordinary computer."""
SEARCHES = 4
COLD = 0.8
"""How far a search is on its way from warm to cold when it begins: it stays about where it is."""


def near(brief: Brief, go_on: Callable[[Progress], bool]) -> Plan | None:
    """The plan with the fewest cells changed that some searches found; None for none.

    Each begins at the plan there is, which breaks a rule.
    """
    asked = replace(brief, weights=Weights(stability=1))
    found = [plan for seed in range(SEARCHES) if (plan := _search(asked, seed, go_on)) is not None]
    return min(found, key=lambda plan: measure(asked, plan).terms["stability"], default=None)


def _search(brief: Brief, seed: int, go_on: Callable[[Progress], bool]) -> Plan | None:
    steps = effort_of(brief, SECONDS).steps
    solver = Solver(brief, seed, _cold(steps))
    solver.best, solver.total = brief.current, FAR
    solver.run(Effort(steps, steps), go_on)
    if solver.best is None or measure(brief, solver.best).broken:
        return None
    return solver.best


def _cold(steps: int) -> Callable[[], float]:
    """A clock that shows most of the time as gone as soon as a search has begun."""
    ticks = count()

    def now() -> float:
        number = next(ticks)
        return 0.0 if number < 2 else steps * COLD + number * 0.004

    return now
