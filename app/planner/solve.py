"""The search: the best plan found with so much effort, always to be had before its end."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from app.planner.brief import Brief, Plan
from app.planner.errors import Stopped
from app.planner.group_search import STEPS_PER_SECOND as GROUP_STEPS
from app.planner.group_search import GroupSearch
from app.planner.group_start import first_groups
from app.planner.measure import Measured, measure
from app.planner.path_search import STEPS_PER_SECOND as PATH_STEPS
from app.planner.path_search import PathSearch
from app.planner.path_start import first_paths
from app.planner.problem import FAR, Problem, State

PAUSE = 16_000
"""Steps between looks at the clock, for one student and station: some milliseconds."""
LOOK_SECONDS = 0.02
"""So often it is asked whether to go on."""
LEVELS = 60
"""How often it grows colder in a turn."""
TURN = 280
"""Steps per student of a turn in which groups are formed. Longer ones find the best of a few ways
hardly more often, so more turns are better."""
KEEN, FINISH = 0.68, 0.1
"""So far from warm to cold several turns go; the best of them goes on in the last part."""
LATE = 2
"""So many times as long as it was thought to take a search may go on."""
PATIENCE, FIRMER = 0.1, 4
"""After such a part of the search in which rules were always broken, breaking them costs so many
times more: wishes may weigh more than anybody thought."""
COOL = 0.8
"""How far from warm to cold a search begins that is to stay about where it is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is, from 0 to 1, and the best plan so far when there is one."""

    done: float
    plan: Plan | None
    total: int


@dataclass(frozen=True, slots=True)
class Effort:
    """So many steps, which alone decide the plan; the clock only ends it after `seconds`.

    With the same seed and steps the plan is the same unless the search `ended_early`.
    """

    steps: int
    seconds: float


def effort_of(brief: Brief, seconds: float) -> Effort:
    """Steps that an ordinary computer does within these seconds; a slow one may take `LATE`."""
    size = len(brief.students) + 16
    pace = GROUP_STEPS
    if not brief.groups:
        size = len(brief.students) * len(brief.stations) * brief.rounds + 50
        pace = PATH_STEPS
    return Effort(max(1, int(seconds * pace / size)), LATE * seconds)


def quiet(_progress: Progress) -> bool:
    """Go on, and tell nobody."""
    return True


class Solver:
    """One search. `best` is the best plan so far; it keeps every rule.

    `ended_early` says that the clock ended the search, not its steps.
    """

    def __init__(self, brief: Brief, seed: int, now: Callable[[], float]) -> None:
        self.problem = Problem(brief)
        self._random = Random(seed)
        self._now = now
        self._started = now()
        self._reported = self._started
        self._told = self.ended_early = False
        self._near: State | None = None
        self.total = 0
        self.best: Plan | None = None
        self.measured: Measured | None = None
        self.first_after: float | None = None

    def run(
        self,
        effort: Effort,
        go_on: Callable[[Progress], bool] = quiet,
        patience: int | None = None,
    ) -> Plan | None:
        """Search; `go_on` hears of progress several times a second and ends it with False.

        With `patience` it also ends after so many steps without any plan.
        """
        self._started, self._told, self.ended_early = self._now(), False, False
        with suppress(Stopped):
            start = self.problem.state(self.best) if self.best else self._near
            self._anneal(self._walk(effort, go_on, start), effort, go_on, patience)
        return self.best

    def run_near(self, effort: Effort, go_on: Callable[[Progress], bool] = quiet) -> Plan | None:
        """Search about the current plan, which may break rules."""
        self._near = self.problem.near()
        return self.run(effort, go_on)

    def offer(self, plan: Plan | None) -> None:
        """A plan found elsewhere: taken when it keeps every rule and is the best so far."""
        if plan is not None:
            self._judge(plan, lambda: None)

    def _judge(self, plan: Plan, look: Callable[[], None]) -> None:
        found = measure(self.problem.brief, plan, look)
        if not found.broken and (self.best is None or found.total < self.total):
            self.best, self.total, self.measured = plan, found.total, found
            if self.first_after is None:
                self.first_after = self._now() - self._started

    def _walk(
        self,
        effort: Effort,
        go_on: Callable[[Progress], bool],
        start: State | None,
        firm: int = 1,
    ) -> GroupSearch | PathSearch:
        """A search that begins there, or at a first plan. Raises `Stopped`.

        Breaking a rule costs `firm` times as much as usual.
        """

        def look() -> None:
            if self._is_late(effort) or not self._tell(0.001, go_on):
                raise Stopped

        grouped = self.problem.brief.groups is not None
        if start is None:
            first = first_groups if grouped else first_paths
            start = first(self.problem, self._random, look)
            self._take(start, go_on)
        search = GroupSearch if grouped else PathSearch
        return search(self.problem, self._random, start, look, firm)

    def _is_late(self, effort: Effort) -> bool:
        self.ended_early = self._now() - self._started >= effort.seconds
        return self.ended_early

    def _anneal(
        self,
        walk: GroupSearch | PathSearch,
        effort: Effort,
        go_on: Callable[[Progress], bool],
        patience: int | None,
    ) -> None:
        """From warm to cold, until the steps are over, it is late, or someone says stop."""
        size = len(self.problem.students) * len(self.problem.stations)
        pause = max(1, PAUSE // (size + 1))
        kept, firm, turn, turns = 0.0, 1, 0, self._turns(effort)
        for start in range(0, effort.steps, pause):
            done = start / effort.steps
            if self._is_late(effort) or not self._tell(done, go_on):
                break
            if self.best is None and patience is not None and start > patience:
                break
            now, level = self._level(done, turns)
            if now > turn:
                self._keep(walk, go_on)
                kept, turn = done, now
                best = self.problem.state(self.best) if self.best and now == turns else None
                walk = self._walk(effort, go_on, best, firm)
            walk.run(pause, walk.warm * (walk.cold / walk.warm) ** (int(level * LEVELS) / LEVELS))
            if self.best is None and walk.best < FAR:
                self._take(walk.found(), go_on)
            if not walk.broken:
                kept = done
            elif done > kept + PATIENCE:
                self._keep(walk, go_on)
                kept, firm = done, firm * FIRMER
                walk = self._walk(effort, go_on, walk.state(), firm)
        self._keep(walk, go_on)

    def _level(self, done: float, turns: int) -> tuple[int, float]:
        """Which turn it is, from 0, and how far from warm to cold; after several comes a finish."""
        if self._near:
            return 0, COOL + (1 - COOL) * done
        if turns == 1:
            return 0, done
        part = done / (1 - FINISH) * turns
        if part < turns:
            return int(part), KEEN * (part - int(part))
        return turns, KEEN + (1 - KEEN) * (done - 1 + FINISH) / FINISH

    def _turns(self, effort: Effort) -> int:
        """How often a search goes from warm to cold, each time from a first plan of its own.

        Groups get stuck early in one of a few ways.
        """
        brief = self.problem.brief
        if self._near or not brief.groups:
            return 1
        steps = (1 - FINISH) * effort.steps
        return max(1, int(steps / (TURN * (len(brief.students) + 1))))

    def _keep(self, walk: GroupSearch | PathSearch, go_on: Callable[[Progress], bool]) -> None:
        if walk.best < FAR and (self.best is None or walk.best < self.total):
            self._take(walk.found(), go_on)

    def _tell(self, done: float, go_on: Callable[[Progress], bool]) -> bool:
        if self._told:
            return False
        if self._now() - self._reported < LOOK_SECONDS and done:
            return True
        self._reported = self._now()
        self._told = not go_on(Progress(done, self.best, self.total))
        return not self._told

    def _take(self, state: State, go_on: Callable[[Progress], bool]) -> None:
        """Take what a walk found if it is the best; it is measured from nothing first.

        Only where that takes long is it left when someone says stop. Raises `Stopped` then.
        """

        def look() -> None:
            if not self._tell(0.999, go_on):
                raise Stopped

        self._judge(self.problem.plan(*state), look)
