"""One question to the planner, answered: a plan, the fewest changes, or the rules that clash."""

from collections.abc import Callable
from dataclasses import dataclass

from app.planner.brief import Brief, Plan
from app.planner.errors import Stopped
from app.planner.measure import Measured, measure
from app.planner.oracle import Conflict, Oracle
from app.planner.solve import Effort, Progress, Solver, effort_of, quiet

MOST_FOR_PROOF = 250_000
"""Students x rounds x stations, squared by students: beyond it no rule is proved impossible."""
PROOF_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan with its measure, or a conflict; neither when the time was too short to know.

    `changes` is how many cells differ from the current plan, when there is one: the proved minimum
    where `proved`.
    """

    plan: Plan | None = None
    measured: Measured | None = None
    conflict: Conflict | None = None
    changes: int | None = None
    proved: bool = False


def answer(
    brief: Brief,
    seed: int,
    seconds: float,
    now: Callable[[], float],
    go_on: Callable[[Progress], bool] = quiet,
) -> Answer:
    """Answer within about `seconds`; a proof that rules clash may take some longer."""
    if brief.current is not None and _provable(brief):
        return _nearest(brief, now, go_on)
    solver = Solver(brief, seed, now)
    if solver.run(_probe(brief, seconds), go_on) is None and _provable(brief):
        conflict, plan = _asked(brief, now, go_on)
        if conflict:
            return Answer(conflict=conflict)
        solver.offer(plan)
    solver.run(effort_of(brief, seconds), go_on)
    return _measured(brief, solver.best)


def _probe(brief: Brief, seconds: float) -> Effort:
    return effort_of(brief, min(seconds, 0.25))


def _provable(brief: Brief) -> bool:
    return len(brief.students) * brief.rounds * len(brief.stations) <= MOST_FOR_PROOF // 10


def _asked(
    brief: Brief, now: Callable[[], float], go_on: Callable[[Progress], bool]
) -> tuple[Conflict | None, Plan | None]:
    end = now() + PROOF_SECONDS
    oracle = Oracle(brief, lambda: now() < end and go_on(Progress(0.0, None, 0)))
    try:
        conflict = oracle.conflict()
        return conflict, None if conflict else oracle.plan()
    except Stopped:
        return None, None
    finally:
        oracle.close()


def _nearest(brief: Brief, now: Callable[[], float], go_on: Callable[[Progress], bool]) -> Answer:
    end = now() + PROOF_SECONDS
    oracle = Oracle(brief, lambda: now() < end and go_on(Progress(0.0, None, 0)))
    try:
        plan = oracle.closest()
        if plan is None:
            return Answer(conflict=oracle.conflict())
        return _measured(brief, plan, proved=True)
    except Stopped:
        return Answer()
    finally:
        oracle.close()


def _measured(brief: Brief, plan: Plan | None, *, proved: bool = False) -> Answer:
    if plan is None:
        return Answer()
    found = measure(brief, plan)
    changes = found.terms["stability"] if brief.current else None
    return Answer(plan, found, None, changes, proved)
