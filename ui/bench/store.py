"""The store: what an observation costs, and whether years of data slow the progress screen."""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from app.demo.build import DemoBuilder, DemoSize
from app.domain.classes import Student
from app.domain.skills import Skill
from app.ports import Clock
from app.services.live import LiveService
from app.services.observe import ObserveService
from app.services.progress import ProgressService
from ui.bench.figures import Figure, middle
from ui.bootstrap import OpenProfile, open_profile, profile_at

LOOKS = 300
DAILY = 7.3


def built(folder: Path, clock: Clock, size: DemoSize) -> OpenProfile:
    """A demo class of that size in a new profile, opened."""
    opened = open_profile(profile_at(folder), clock)
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, clock, seed=1).build(size)
    return opened


def year(live: bool = True) -> DemoSize:
    """28 students and 53,000 observations."""
    return DemoSize(28, 12, 365, DAILY, live)


def observe(folder: Path, clock: Clock, runs: int) -> Figure:
    """One observation from key to durable commit, over one raw insert with synchronous=FULL."""
    opened = built(folder / "observe", clock, year())
    with closing(sqlite3.connect(folder / "floor.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE look (id INTEGER PRIMARY KEY, student INTEGER, note TEXT)")
        floor, ours = [], []
        for _ in range(max(1, runs)):
            floor += timed(lambda: _raw_insert(raw), LOOKS // runs)
            ours += timed(_recording(opened), LOOKS // runs)
    opened.close()
    return Figure(
        "observe",
        "one observation, durable, over one raw insert with synchronous=FULL",
        "ms",
        middle(ours),
        middle(floor),
        4.0,
    )


def _raw_insert(raw: sqlite3.Connection) -> None:
    raw.execute("INSERT INTO look (student, note) VALUES (?, ?)", (7, "explains own strategy"))


def _recording(opened: OpenProfile) -> Callable[[], None]:
    room, rng = opened.classroom, random.Random(1)
    service = ObserveService(room)
    school_class = room.classes()[0]
    students = [s.id for s in room.store.find(Student, class_id=school_class.id)]
    skill = next(s.id for s in room.store.find(Skill) if s.parent_id is not None)
    scene = LiveService(room).scene(school_class.id)

    def record() -> None:
        student = rng.choice(students)
        service.record(school_class.id, student, skill_id=skill, level=3, scene=scene)

    return record


def progress(folder: Path, clock: Clock, runs: int) -> Figure:
    """60 students by 40 skills: ten years of data over one year, measured in turn.

    Ten years are 530,000 observations here too, and take most of a minute to build.
    """
    opened = [built(folder / f"years{years}", clock, _class_of_60(years)) for years in (1, 10)]
    tables = [_table(one, clock) for one in opened]
    one_year, ten_years = [], []
    for _ in range(max(15, runs)):
        one_year += timed(tables[0], 1)
        ten_years += timed(tables[1], 1)
    for profile in opened:
        profile.close()
    return Figure(
        "progress",
        "progress screen of 60 students by 40 skills, ten years over one year",
        "ms",
        middle(ten_years),
        middle(one_year),
        1.5,
    )


def _class_of_60(years: int) -> DemoSize:
    return DemoSize(60, 40, 365 * years, DAILY * 28 / 60, live=False)


def _table(opened: OpenProfile, clock: Clock) -> Callable[[], object]:
    room = opened.classroom
    service = ProgressService(room.store, room.evidence, clock)
    return partial(service.table, room.classes()[0].id)


def timed(
    work: Callable[[], object], times: int, now: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for _ in range(times):
        began = now()
        work()
        found.append((now() - began) * 1000)
    return found
