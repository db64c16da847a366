"""The benchmarks: ratios to floors measured in the same run."""

import tempfile
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from app.ports import Clock
from data.paths import Profile
from ui.bench import (
    decade,
    dragging,
    encrypted,
    fitting,
    frameworks,
    large,
    planning,
    processes,
    repaint,
    school_day,
    searching,
    store,
    turning,
    turns,
    typing,
)
from ui.bench.figures import Figure
from ui.cli.output import NOT_MET, WRONG_USE, Output

Measure = Callable[[Path, Clock, int], list[Figure]]


def _process(measure: Callable[[Path, int], Figure]) -> Measure:
    def with_a_year(folder: Path, clock: Clock, runs: int) -> list[Figure]:
        profile = folder / "year"
        if not profile.exists():
            store.built(profile, clock, store.year()).close()
        return [measure(profile, runs)]

    return with_a_year


def _thirty_days(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    from ui.bench.thirty_days import thirty_days  # start: other commands need no planner

    return thirty_days(folder, clock, runs)


def _briefs(folder: Path, runs: int) -> list[Figure]:
    from data.files.plan_brief import brief_from_json  # start: other commands need no planner
    from ui.bench.briefs import briefs  # start: the same

    return briefs(folder, brief_from_json, runs)


MEASURES: Mapping[str, Measure] = {
    "start": _process(processes.start),
    "memory": _process(processes.memory),
    "idle": _process(processes.idle),
    "observe": lambda folder, clock, runs: [store.observe(folder, clock, runs)],
    "drag": dragging.drag,
    "turn": turning.turn,
    "plan": planning.plan,
    "day": school_day.school_day,
    "fit": fitting.board_fit,
    "opening": decade.opening,
    "student": decade.student,
    "repaint": repaint.repaint,
    "progress": lambda folder, clock, runs: [store.progress(folder, clock, runs)],
    "framework": frameworks.framework,
    "large": large.large,
    "typing": typing.typing,
    "search": searching.search,
    "backup": turns.backup,
    "encrypted": encrypted.encrypted,
    "thirty": _thirty_days,
}
PLANNER = "planner"
"""Measures the briefs of a folder, so only where one is named."""
NAMES = (*MEASURES, PLANNER)
LONG = frozenset({"large"})
"""Measured only when they are named: they take minutes."""


def bench(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Measure what is named, or everything; 1 when a bar is not met."""
    del profile
    unknown = [name for name in arguments.names if name not in NAMES]
    if unknown:
        output.problem(f"There is no measurement called {unknown[0]}. Known: {', '.join(NAMES)}.")
        return WRONG_USE
    if PLANNER in arguments.names and arguments.briefs is None:
        output.problem("planner needs a folder of briefs: --briefs FOLDER.")
        return WRONG_USE
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="rondo-bench-") as folder:
        for name in arguments.names or [name for name in MEASURES if name not in LONG]:
            if name == PLANNER:
                figures += _briefs(arguments.briefs, arguments.runs)
                continue
            figures += MEASURES[name](Path(folder), clock, arguments.runs)
    listed: list[object] = [figure.as_data() for figure in figures]
    output.result(listed, lambda: [figure.line() for figure in figures])
    return 0 if all(figure.met for figure in figures) else NOT_MET
