"""Five million observations in one file: the progress screen is read as from fifty thousand.

The floor is what is asked of SQLite itself: each question of the screen, word for word, by
`sqlite3` on the same file, with nothing made of the answers.
"""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import thread_time

from app.demo.build import DemoSize
from app.domain.changes import Change, label
from app.domain.classes import Student
from app.domain.mastery import METHODS
from app.domain.skills import Framework, Skill
from app.ports import Clock
from app.services.progress import ProgressService
from ui.bench.figures import Figure
from ui.bench.store import built, timed
from ui.bootstrap import OpenProfile, open_profile, profile_at

FEW, MANY = 50_000, 5_000_000
_STUDENTS, _SKILLS, _DAYS = 60, 40, 60
_YEARS_MS = 10 * 365 * 86_400_000
_LATELY_MS = 3 * 86_400_000
_TIMES = 15
_INSERT = (
    "INSERT INTO observation (id, class_id, student_id, seen_at, skill_id, level, tag_ids, note,"
    " adult, private, seal) VALUES (?, ?, ?, ?, ?, ?, '[]', '', '', 0, 0)"
)
_INDEXES = (
    "SELECT name, sql FROM sqlite_schema"
    " WHERE type = 'index' AND tbl_name = 'observation' AND sql IS NOT NULL"
)


def large(
    folder: Path,
    clock: Clock,
    runs: int,
    sizes: tuple[int, int] = (FEW, MANY),
    times: int = _TIMES,
) -> list[Figure]:
    """The table of 60 students by 40 skills, over bare SQL, and many over few, by each method.

    Takes some minutes: it is measured when it is named, and not with all others. Nothing in it
    waits, so time of the processor is counted: what else a computer does is left out.
    """
    few, many = (_filled(folder / str(count), clock, count) for count in sizes)
    return by_method(few, many, clock, max(times, runs))


def by_method(few: OpenProfile, many: OpenProfile, clock: Clock, times: int) -> list[Figure]:
    """Of two profiles that hold one class each; they are closed then."""
    tables, questions = {}, {}
    for method in METHODS:
        for opened in (few, many):
            _count_by(opened, method)
        tables[method] = _in_turn(few, many, clock, times)
        questions[method] = _questions(many, clock)
    for opened in (few, many):
        opened.close()  # two SQLites in one process would take each other's locks away
    figures = []
    with closing(sqlite3.connect(many.profile.database)) as raw:
        for method, asked in questions.items():
            few_ms, many_ms = tables[method]
            floors = timed(partial(_ask, raw, asked), times, thread_time)
            figures += _figures(method, few_ms, many_ms, min(floors))
    return figures


def _in_turn(few: OpenProfile, many: OpenProfile, clock: Clock, times: int) -> tuple[float, float]:
    read_few, read_many = (_table(opened, clock) for opened in (few, many))
    few_ms, many_ms = [], []
    for _ in range(times):
        few_ms += timed(read_few, 1, thread_time)
        many_ms += timed(read_many, 1, thread_time)
    return min(few_ms), min(many_ms)


def _ask(raw: sqlite3.Connection, questions: Sequence[str]) -> None:
    for sql in questions:
        raw.execute(sql).fetchall()


def _figures(method: str, few_ms: float, many_ms: float, floor: float) -> list[Figure]:
    return [
        Figure(
            f"large, {method}",
            "progress screen of 60 by 40 with 5,000,000 observations, over the same SQL alone",
            "ms",
            many_ms,
            floor,
            1.5,
        ),
        Figure(
            f"large growth, {method}",
            "progress screen with 5,000,000 observations in the file, over 50,000",
            "ms",
            many_ms,
            few_ms,
            1.3,
        ),
    ]


def _count_by(opened: OpenProfile, method: str) -> None:
    """Let evidence add up that way."""
    room = opened.classroom
    (framework,) = room.store.find(Framework)
    told = label("method set", framework=framework.name, method=method)
    room.workspace.edit(told, Change(framework, replace(framework, method=method)))


def _table(opened: OpenProfile, clock: Clock) -> Callable[[], object]:
    room = opened.classroom
    class_id = room.classes()[0].id
    return lambda: ProgressService(room.store, room.evidence, clock).table(class_id)


def _questions(opened: OpenProfile, clock: Clock) -> list[str]:
    """What the screen asks, word for word."""
    asked: list[str] = []
    opened.connection.set_trace_callback(asked.append)
    _table(opened, clock)()
    opened.connection.set_trace_callback(None)
    return [sql for sql in asked if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


def _filled(folder: Path, clock: Clock, count: int) -> OpenProfile:
    """A class with so many observations, most of them written past the store: it takes no hour."""
    opened = built(folder, clock, DemoSize(_STUDENTS, _SKILLS, _DAYS, live=False))
    rows = _rows(opened, clock, count)
    opened.close()
    with closing(sqlite3.connect(opened.profile.database, isolation_level=None)) as raw:
        indexes = raw.execute(_INDEXES).fetchall()  # made anew at the end: sorted at once
        raw.execute("BEGIN")
        for name, _ in indexes:
            raw.execute(f'DROP INDEX "{name}"')
        raw.executemany(_INSERT, rows)
        for _, sql in indexes:
            raw.execute(sql)
        raw.execute("COMMIT")
    return open_profile(profile_at(folder), clock)


def _rows(opened: OpenProfile, clock: Clock, count: int) -> Iterator[tuple[int, ...]]:
    """Random looks of the last ten years; the class is read now, and not when they are wanted."""
    room, rng = opened.classroom, random.Random(2)
    students = [student.id for student in room.store.find(Student)]
    skills = [skill.id for skill in room.store.find(Skill) if skill.parent_id is not None]
    class_id, now, first = room.classes()[0].id, clock.now_ms(), room.ids()

    def look(own: int) -> tuple[int, ...]:
        seen_at = now - _LATELY_MS - rng.randrange(_YEARS_MS)
        return own, class_id, rng.choice(students), seen_at, rng.choice(skills), rng.randint(1, 4)

    return map(look, range(first + 1, first + 1 + count))
