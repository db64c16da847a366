"""One question to the planner, answered: a plan, the fewest changes, or the rules that clash."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace

from app.planner.brief import Brief, Plan, Weights
from app.planner.errors import Stopped
from app.planner.measure import Measured, measure, weighed
from app.planner.nearest import Nearest
from app.planner.oracle import Conflict, Oracle, cells, provable
from app.planner.solve import Progress, Solver, effort_of, quiet
from app.planner.ways import Way, better, way_without

PROOF_SECONDS = 20.0
PROBE_SECONDS, PROBED = 0.25, 5_000
"""So long a search may be without a plan until it is asked whether there is any; longer where
there are more cells than so many."""
WAYS_SECONDS, SOON_SECONDS, LEAST_SECONDS = 0.8, 0.3, 0.2
"""For a conflict and all ways out of it together, after a drag soon; the ways have the least."""
NEAR_SECONDS = 0.6
"""So long the fewest changes are looked for with a proof; the longest of those found take half."""
CLOSE_SECONDS, CLOSE_SEARCHES = 0.4, 3
"""So long a few searches then look for few changes without one."""
STAY = 200
"""What a changed cell costs where these find no plan."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan with its measure, or a conflict; neither when the time was too short to know.

    `changes` is how many cells differ from the current plan, when there is one: the proved minimum
    where `proved`. `ways` has for each rule of the conflict what dropping it would give.
    `ended_early`: the clock ended the search before its steps were done.
    """

    plan: Plan | None = None
    measured: Measured | None = None
    conflict: Conflict | None = None
    changes: int | None = None
    proved: bool = False
    ways: tuple[Way, ...] = ()
    ended_early: bool = False


def answer(
    brief: Brief,
    seed: int,
    seconds: float,
    now: Callable[[], float],
    go_on: Callable[[Progress], bool] = quiet,
) -> Answer:
    """Answer with the steps that an ordinary computer does in `seconds`.

    The same brief, seed and seconds have the same answer, however busy the computer is, where `now`
    is the time of the processor. A proof that rules clash may take some longer.
    """
    return _Question(brief, seed, seconds, now, go_on).answer()


@dataclass(frozen=True, slots=True)
class _Question:
    brief: Brief
    seed: int
    seconds: float
    now: Callable[[], float]
    go_on: Callable[[Progress], bool]

    def answer(self) -> Answer:
        if self.brief.current is not None and provable(self.brief):
            return self._nearest()
        return self._best(self.brief)

    def _best(self, brief: Brief) -> Answer:
        solver, told = Solver(brief, self.seed, self.now), False

        def heard(progress: Progress) -> bool:
            nonlocal told
            told = told or not self.go_on(progress)
            return not told

        effort, patience = effort_of(brief, self.seconds), None
        if provable(self.brief):
            probe = PROBE_SECONDS * max(1, cells(brief) / PROBED)
            patience = effort_of(brief, probe).steps
        if solver.run(effort, heard, patience) is None and not told and patience is not None:
            found = self.clash()
            if found.conflict:
                return found
            solver.offer(found.plan)
            solver.run(effort, self.go_on)
        found = self._answer(solver.best, solver.measured)
        return replace(found, ended_early=solver.ended_early)

    def clash(self, ways_seconds: float = WAYS_SECONDS) -> Answer:
        """The rules that clash and ways out, or a plan, or nothing in this time."""
        began = self.now()
        until = _Until(began + PROOF_SECONDS)
        try:
            with closing(Oracle(self.brief, lambda: self.before(until.end))) as oracle:
                conflict = oracle.conflict()
                if conflict is None:
                    return Answer(oracle.plan())
                seconds = max(LEAST_SECONDS, ways_seconds - (self.now() - began))
                ways = self._ways(conflict, oracle, until, seconds)
                return Answer(conflict=conflict, ways=tuple(ways))
        except Stopped:
            return Answer()

    def before(self, end: float) -> bool:
        return self.now() < end and self.go_on(Progress(0.0, None, 0))

    def _ways(
        self, conflict: Conflict, oracle: Oracle, until: "_Until", seconds: float
    ) -> list[Way]:
        """As many as are found in this time; rules that somebody entered come first."""
        found, end = list[Way](), self.now() + seconds
        order = sorted(conflict.rules, key=lambda rule: ":" in rule)
        for left, rule in zip(range(len(order), 0, -1), order, strict=True):
            each = max(0.0, end - self.now()) / left / 2
            until.end = self.now() + each
            known: Way | None = None
            with suppress(Stopped):
                known = way_without(self.brief, rule, oracle)
            if known is None or known.plan is not None:
                search = self.seed, each, self.now
                known = better(self.brief, known or Way(rule, None, None), search, self.go_on)
                known = known if known.plan is not None else None
            found += [known] if known is not None else []
        return found

    def _nearest(self) -> Answer:
        stayed = True

        def going(progress: Progress) -> bool:
            nonlocal stayed
            stayed = stayed and self.go_on(progress)
            return stayed

        asked = replace(self, go_on=going)
        kept = _still(self.brief)
        if not (measured := measure(self.brief, kept)).broken:
            return self._answer(kept, measured, proved=True)
        end = self.now() + NEAR_SECONDS
        try:
            with closing(Nearest(self.brief, lambda: asked.before(end))) as near:
                plan = near.plan()
            if plan is None:
                return asked.clash(SOON_SECONDS)
            return self._answer(plan, measure(self.brief, plan), proved=True)
        except Stopped:
            return asked.unproved() if stayed else Answer()

    def unproved(self) -> Answer:
        """Few changes, as far as searches about the current plan find them."""
        asked = replace(self.brief, weights=Weights(stability=1))
        effort = effort_of(asked, CLOSE_SECONDS / CLOSE_SEARCHES)
        close: list[tuple[int, Plan]] = []
        for seed in range(CLOSE_SEARCHES):
            solver = Solver(asked, self.seed + seed, self.now)
            plan = solver.run_near(effort, self.go_on)
            close += [(solver.total, plan)] if plan is not None else []
        if close:
            _, best = min(close, key=lambda one: one[0])
            return self._answer(best, measure(self.brief, best))
        weights = replace(self.brief.weights, stability=STAY)
        found = self._best(replace(self.brief, weights=weights))
        return self._answer(found.plan, found.measured) if found.plan is not None else found

    def _answer(
        self, plan: Plan | None, measured: Measured | None, *, proved: bool = False
    ) -> Answer:
        if plan is None or measured is None:
            return Answer()
        found = replace(measured, total=weighed(self.brief.weights, measured.terms))
        changes = found.terms["stability"] if self.brief.current else None
        return Answer(plan, found, None, changes, proved)


@dataclass(slots=True)
class _Until:
    """When a proof is given up; later questions to the same oracle have other ends."""

    end: float


def _still(brief: Brief) -> Plan:
    """The current plan without those who are not in the room."""
    current = brief.current or Plan({})
    nowhere, rounds = (None,) * brief.rounds, range(1, brief.rounds + 1)
    rows = {
        s.id: tuple(
            None if t in s.out_rounds else station
            for t, station in zip(rounds, current.placement.get(s.id, nowhere), strict=True)
        )
        for s in brief.students
    }
    here = {s.id for s in brief.students if not s.out_rounds.issuperset(rounds)}
    return Plan(rows, {one: k for one, k in current.groups.items() if one in here})
