"""Asking the planner: a good plan, the fewest changes, or what stands in the way of any."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from random import Random

from app.domain.classes import APART, TOGETHER
from app.domain.ids import StudentId
from app.domain.plan import Brief as Turns
from app.domain.plan import PlanStation
from app.domain.planning.table import PlanTable
from app.domain.planning.values import MOVES, REPAIR, SHUFFLE, Conflict, PlanProgress, Proposal
from app.planner.brief import Brief, MustVisit, Plan
from app.planner.errors import Stopped
from app.planner.measure import measure
from app.planner.nearest import Nearest
from app.planner.oracle import Oracle, provable
from app.planner.solve import Effort, Progress, Solver, effort_of
from app.services.planning import plan
from app.services.plans.briefs import brief_of, current_of, paths_of
from app.services.plans.changes import changed_cells
from app.services.plans.near import counting, near
from app.services.plans.why import explained
from app.services.plans.wishes import is_once, is_wish, owed_visits, without_once

PROBE_SECONDS = 0.25
MOST_LOOKS = 800
"""How often a proof looks up, every few hundredths of a second at most, before it is given up."""
WISH_LOOKS = 200
NEAR_LOOKS = 300
MUCH = 8
"""What a move counts more where as few as can be are asked for: only a great gain is worth one."""

GoOn = Callable[[PlanProgress], bool]


def searched(
    table: PlanTable, way: str, seed: int, seconds: float, go_on: GoOn
) -> Proposal | Conflict:
    """The best plan found by this way, or the rules that clash."""
    brief = brief_of(table, way)
    if not brief.rounds or not brief.stations or not brief.students:
        return Conflict(table.lesson.id, ())
    watch, known = _Watch(table, go_on), _known(table, seed)
    wishes = () if way == MOVES else owed_visits(table)
    began = _begun(brief, wishes, known, (seed, seconds), watch)
    if isinstance(began, tuple) and _gives_way(began):
        brief = without_once(brief)
        began = _begun(brief, wishes, known, (seed, seconds), watch)
    if isinstance(began, tuple):
        return explained(table, brief, began, watch.proof())
    if way == MOVES:
        began = _staying(table, began, seed, watch)
    if way != SHUFFLE and not _is_best(began):
        began.run(_steps(brief, seconds), watch.hear)
    if began.best is None:
        return Conflict(table.lesson.id, ())
    found = proposal(table, way, began.best)
    now = table.quality()
    if way != SHUFFLE and found.quality.kept < now.kept:  # never fewer rules than there are kept
        return Proposal(table.lesson.id, way, table.paths, now)
    return found


def _gives_way(clash: Sequence[str]) -> bool:
    """Whether somebody has to come to a station twice, and not for what was fixed by hand."""
    return any(map(is_once, clash)) and not any(name.startswith("pin:") for name in clash)


def _staying(table: PlanTable, began: Solver, seed: int, watch: "_Watch") -> Solver:
    """A search that stays close to the plan there is, and begins with the closest one."""
    brief, current = began.problem.brief, current_of(table, table.paths)
    weights = replace(brief.weights, stability=brief.weights.stability * MUCH)
    kept = replace(brief, current=current, weights=weights)
    found = Solver(kept, seed, counting())
    found.offer(began.best)
    found.offer(kept.current if _keeps(kept) else _nearest(kept, watch))
    return found


def _turns_of(table: PlanTable) -> Turns:
    """The same for a plain shuffle in which everyone moves on in turn."""
    rules = table.picture.rules
    return Turns(
        students=table.here,
        stations=tuple(PlanStation(s.id, s.room) for s in table.picture.stations),
        rounds=len(table.rounds),
        groups={},
        apart=tuple(tuple(map(StudentId, r.student_ids)) for r in rules if r.kind == APART),
        together=tuple(tuple(map(StudentId, r.student_ids)) for r in rules if r.kind == TOGETHER),
        closed=table.closed,
    )


def _known(table: PlanTable, seed: int) -> tuple[Plan, ...]:
    """The plan there is, and one in which everyone moves on in turn."""
    in_turn = plan(_turns_of(table), Random(seed))
    rows = {path.student_id: path for path in in_turn.paths}
    paths = [
        replace(path, group=rows[path.student_id].group, stations=rows[path.student_id].stations)
        for path in table.paths
    ]
    return current_of(table, table.paths), current_of(table, paths)


def _keeps(brief: Brief) -> bool:
    """Whether the plan there is keeps every rule."""
    return brief.current is not None and not measure(brief, brief.current).broken


def _has_plan(found: Solver) -> bool:
    return found.best is not None


def _is_best(found: Solver) -> bool:
    """Whether nothing is left to be wished."""
    return found.best is not None and found.total == 0


def repaired(table: PlanTable, go_on: GoOn) -> Proposal | Conflict:
    """The plan that keeps every rule and pin and changes the fewest other places."""
    brief = brief_of(table, REPAIR)
    if not brief.rounds or not brief.stations or not brief.students:
        return Proposal(table.lesson.id, REPAIR, table.paths, table.quality(), (), True)
    watch = _Watch(table, go_on)
    brief = replace(brief, current=current_of(table, table.paths))
    if _keeps(brief):
        return Proposal(table.lesson.id, REPAIR, table.paths, table.quality(), (), True)
    try:
        found = _closest(brief, watch)
        if isinstance(found, tuple) and any(map(is_once, found)):
            brief = without_once(brief)
            found = _closest(brief, watch)
    except Stopped:
        few = near(brief, watch.hear)
        return Conflict(table.lesson.id, ()) if few is None else proposal(table, REPAIR, few)
    if isinstance(found, tuple):
        return explained(table, brief, found, watch.proof())
    return proposal(table, REPAIR, found, proved=True)


def _closest(brief: Brief, watch: "_Watch") -> Plan | tuple[str, ...]:
    """The plan that changes the fewest places, or the names of rules that clash."""
    with closing(Nearest(brief, watch.proof(NEAR_LOOKS))) as nearest:
        found = nearest.plan()
    if found is not None:
        return found
    with closing(Oracle(brief, watch.proof())) as oracle:
        clash = oracle.conflict()
    return clash.rules if clash else ()


def proposal(table: PlanTable, way: str, found: Plan, proved: bool = False) -> Proposal:
    """A plan of the planner as what a teacher is asked."""
    paths = paths_of(table, found)
    changes = changed_cells(table, paths)
    return Proposal(table.lesson.id, way, paths, table.quality(paths), changes, proved)


def _steps(brief: Brief, seconds: float) -> Effort:
    effort = effort_of(brief, seconds)
    return Effort(effort.steps, effort.steps)  # the clock of a search only counts


def _begun(
    brief: Brief,
    wishes: Sequence[MustVisit],
    known: Sequence[Plan],
    effort: tuple[int, float],
    watch: "_Watch",
) -> Solver | tuple[str, ...]:
    """A search that has a first plan, or the names of rules that clash.

    `known` are plans that may do where none is found at once. Owed visits are wishes: those that
    clash are let go of first, all of them when nobody knows.
    """
    seed, seconds = effort
    while True:
        solver = Solver(replace(brief, rules=(*brief.rules, *wishes)), seed, counting())
        if solver.run(_steps(brief, min(seconds, PROBE_SECONDS)), watch.hear) is not None:
            return solver
        for one in known:
            solver.offer(one)
        if _has_plan(solver):
            return solver
        clash = _clash(solver, watch, WISH_LOOKS if wishes else MOST_LOOKS)
        if _has_plan(solver) or (clash is None and not wishes):
            return solver
        if clash is None:
            wishes = ()
            continue
        named = [wish for wish in wishes if f"{wish.id}/{wish.students[0]}" in clash]
        if not named:
            return clash
        wishes = [wish for wish in wishes if wish not in named]


def _clash(solver: Solver, watch: "_Watch", looks: int) -> tuple[str, ...] | None:
    """Rules that can't all hold; None when they can (the solver has a plan then) or none knows."""
    brief = solver.problem.brief
    if not provable(brief):
        wishes = (r for r in brief.rules if isinstance(r, MustVisit) and is_wish(r.id))
        return tuple(f"{wish.id}/{wish.students[0]}" for wish in wishes) or None
    oracle = Oracle(brief, watch.proof(looks))
    try:
        found = oracle.conflict()
        if found is not None:
            return found.rules
        solver.offer(oracle.plan())
    except Stopped:
        return None
    finally:
        oracle.close()
    return None


def _nearest(brief: Brief, watch: "_Watch") -> Plan | None:
    try:
        with closing(Nearest(brief, watch.proof())) as nearest:
            return nearest.plan()
    except Stopped:
        return None


class _Watch:
    """Tells how far the search is, and hears whether to go on."""

    def __init__(self, table: PlanTable, go_on: GoOn) -> None:
        self._table = table
        self._go_on = go_on
        self._last = PlanProgress(0.0, 0)
        self._best: Plan | None = None

    def hear(self, progress: Progress) -> bool:
        """From the search."""
        plans, quality = self._last.plans, self._last.quality
        if progress.plan is not None and progress.plan is not self._best:
            self._best, plans = progress.plan, plans + 1
            quality = self._table.quality(paths_of(self._table, progress.plan))
        self._last = PlanProgress(progress.done, plans, quality)
        is_best = progress.plan is not None and progress.total == 0
        return self._go_on(self._last) and not is_best

    def proof(self, looks: int = MOST_LOOKS) -> Callable[[], bool]:
        """For one proof that may look up so often."""
        left = iter(range(looks))
        return lambda: next(left, None) is not None and self._go_on(self._last)
