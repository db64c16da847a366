"""Every measure that needs no file of anybody's, by its name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.ports import Clock
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

Measure = Callable[[Path, Clock, int], list[Figure]]


def _process(measure: Callable[[Path, int], Figure]) -> Measure:
    def with_a_year(folder: Path, clock: Clock, runs: int) -> list[Figure]:
        profile = folder / "year"
        if not profile.exists():
            store.built(profile, clock, store.year()).close()
        return [measure(profile, runs)]

    return with_a_year


def _thirty_days(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    from ui.bench.thirty_days import thirty_days  # start: other measures need no planner

    return thirty_days(folder, clock, runs)


BY_NAME: Mapping[str, Measure] = {
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
