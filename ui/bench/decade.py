"""What ten years of evidence cost: opening them, and one student's page."""

from collections.abc import Callable
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.classes import Student
from app.ports import Clock
from app.services.progress import ProgressService
from ui.bench.figures import Figure, middle, p95
from ui.bench.processes import rondo, until_painted
from ui.bench.store import DAILY, built, timed
from ui.bootstrap import OpenProfile, open_profile, profile_at

DECADE = DemoSize(28, 12, 3650, DAILY)
"""530,000 observations."""


def opening(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Process start to the first picture, ten years of data over a profile that is empty."""
    profile = decade(folder, clock)
    empty = folder / "empty"
    open_profile(profile_at(empty), clock).close()
    none, ours = [], []
    for _ in range(runs + 1):  # the first of each warms the disk
        none.append(until_painted(rondo(empty)))
        ours.append(until_painted(rondo(profile)))
    return [
        Figure(
            "opening",
            "process start to first picture, ten years of data over an empty profile",
            "s",
            middle(ours[1:]),
            middle(none[1:]),
            1.3,
        )
    ]


def student(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """All that one student's page reads after ten years, over the same after one month."""
    young = built(folder / "month", clock, DemoSize(28, 12, 30, DAILY))
    old = open_profile(profile_at(decade(folder, clock)), clock)
    pages = [student_page(opened, clock) for opened in (young, old)]
    floor, ours = [], []
    for _ in range(max(10, runs)):
        floor += timed(pages[0], 1)
        ours += timed(pages[1], 1)
    for opened in (young, old):
        opened.close()
    return [
        Figure(
            "student",
            "reading one student's page after ten years, p95, over one month",
            "ms",
            p95(ours),
            middle(floor),
            300.0,
            "value",
        )
    ]


def decade(folder: Path, clock: Clock) -> Path:
    """The profile of ten years, built once in a run."""
    profile = folder / "decade"
    if not profile.exists():
        built(profile, clock, DECADE).close()
    return profile


def student_page(opened: OpenProfile, clock: Clock) -> Callable[[], object]:
    """Reads all that one student's page shows."""
    room = opened.classroom
    progress = ProgressService(room.store, room.evidence, clock)
    someone = room.store.find(Student)[0].id
    return lambda: (progress.student(someone), progress.timeline(someone))
