"""The benchmarks: ratios to floors measured in the same run."""

import tempfile
from argparse import Namespace
from pathlib import Path

from app.ports import Clock
from data.paths import Profile
from ui.bench.figures import Figure
from ui.cli.output import NOT_MET, WRONG_USE, Output

MEASURES = (
    "start",
    "memory",
    "idle",
    "observe",
    "drag",
    "turn",
    "plan",
    "day",
    "fit",
    "opening",
    "student",
    "repaint",
    "progress",
    "framework",
    "large",
    "typing",
    "search",
    "backup",
    "encrypted",
    "thirty",
)
"""The names of `ui.bench.measures`, which imports every window there is."""
PLANNER = "planner"
"""Measures the briefs of a folder, so only where one is named."""
NAMES = (*MEASURES, PLANNER)
LONG = frozenset({"large"})
"""Measured only when they are named: they take minutes."""


def _briefs(folder: Path, runs: int) -> list[Figure]:
    from data.files.plan_brief import brief_from_json  # start: other commands need no planner
    from ui.bench.briefs import briefs  # start: the same

    return briefs(folder, brief_from_json, runs)


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
    from ui.bench.measures import BY_NAME  # start: no other command needs windows

    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="rondo-bench-") as folder:
        for name in arguments.names or [name for name in MEASURES if name not in LONG]:
            if name == PLANNER:
                figures += _briefs(arguments.briefs, arguments.runs)
                continue
            figures += BY_NAME[name](Path(folder), clock, arguments.runs)
    listed: list[object] = [figure.as_data() for figure in figures]
    output.result(listed, lambda: [figure.line() for figure in figures])
    return 0 if all(figure.met for figure in figures) else NOT_MET
