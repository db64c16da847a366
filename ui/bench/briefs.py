"""How good, how fast and how steady plans are, for the briefs of a folder."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time
from typing import cast

from app.planner.answer import Answer, answer
from app.planner.brief import Brief, Pin, Plan
from app.planner.solve import Solver, effort_of
from ui.bench.figures import Figure, middle
from ui.cli.side_by_side import best_answer

Read = Callable[[bytes], Brief]
SECONDS = {1.0: (1.03, 1.10), 5.0: (1.0, 1.0)}
"""Seconds of thinking, and how far over the best known a plan may be in groups and alone."""
DRAGS = 20


def briefs(folder: Path, read: Read, runs: int) -> list[Figure]:
    """Figures of every brief in the folder and those below, in seconds of the processor."""
    found: list[Figure] = []
    for path in sorted(folder.rglob("*.json")):
        content = path.read_bytes()
        brief, known = read(content), _best_known(content)
        first = answer(brief, 0, 1.0, process_time)
        if first.plan is None:
            found.append(_conflict(brief))
            continue
        for seconds, bars in SECONDS.items():
            found += _thought(brief, known, (seconds, bars[brief.groups is None]), runs)
        found.append(_drags(brief, first.plan))
    return found


def _best_known(content: bytes) -> int | None:
    reference = cast(dict[str, dict[str, int] | None], json.loads(content)).get("reference") or {}
    return reference.get("best_known")


def _conflict(brief: Brief) -> Figure:
    began = process_time()
    found = answer(brief, 0, 1.0, process_time)
    spent = process_time() - began
    named = len(found.conflict.rules) if found.conflict else 0
    what = f"{brief.name}: until the {named} rules that clash are named"
    return Figure("planner", what, "s", spent if named else float("inf"), 2.0, 2.0, "value")


def _thought(
    brief: Brief, known: int | None, asked: tuple[float, float], runs: int
) -> list[Figure]:
    """The cost after so many seconds, and how long the first plan took."""
    seconds, bar = asked
    totals, firsts = [], []
    for seed in range(runs):
        found = best_answer(brief, seed, seconds)
        totals.append(float(found.measured.total) if found.measured else float("inf"))
        firsts.append(_until_first(brief, seed))
    what = f"{brief.name}: cost after {seconds:g} s, median of {runs} seeds, over the best known"
    cost = Figure("planner", what, "points", middle(totals), known or 0, bar)
    soon = 100.0 if brief.groups else 500.0
    what = f"{brief.name}: the first plan, the slowest of {runs} seeds"
    first = Figure("planner", what, "ms", max(firsts), soon, soon, "value")
    return [first] if seconds > 1 and known is None else [cost] if seconds > 1 else [cost, first]


def _until_first(brief: Brief, seed: int) -> float:
    solver = Solver(brief, seed, process_time)
    solver.run(effort_of(brief, 1.0), lambda progress: progress.plan is None)
    return 1000 * (solver.first_after or float("inf"))


def _drags(brief: Brief, plan: Plan) -> Figure:
    """The longest of some drags; infinite where one has no proof that it changes the fewest."""
    random, worst = Random(1), 0.0
    for _ in range(DRAGS):
        began = process_time()
        found = answer(_dragged(brief, plan, random), 0, 1.0, process_time)
        spent = 1000 * (process_time() - began)
        worst = max(worst, spent if _is_sure(found) else float("inf"))
    what = f"{brief.name}: the fewest changes after a drag, proved, the slowest of {DRAGS}"
    return Figure("planner", what, "ms", worst, 300.0, 300.0, "value")


def _is_sure(found: Answer) -> bool:
    return found.proved or found.conflict is not None


def _dragged(brief: Brief, plan: Plan, random: Random) -> Brief:
    """The brief after somebody is put somewhere else in some round."""
    cells = [
        (one, t, at)
        for one, row in plan.placement.items()
        for t, at in enumerate(row, 1)
        if at is not None
    ]
    one, t, at = random.choice(cells)
    to = random.choice([station.id for station in brief.stations if station.id != at])
    return replace(brief, current=plan, rules=(*brief.rules, Pin("dragged", one, t, to)))
