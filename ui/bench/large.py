"""Five million observations in one file: the progress screen is read as from fifty thousand.

The floor is what is asked of SQLite itself: each question of the screen, word for word, by
`sqlite3` on the same file, with nothing made of the answers.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.classes import Student
from app.domain.skills import Skill
from app.ports import Clock
from app.services.progress import ProgressService
from ui.bench.figures import Figure, middle
from ui.bench.store import built, timed
from ui.bootstrap import OpenProfile

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


def large(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """The table of 60 students by 40 skills, over bare SQL, and many over few.

    Takes some minutes: it is measured when it is named, and not with all others.
    """
    tables, floors = [], []
    opened = [_filled(folder / str(count), clock, count) for count in (FEW, MANY)]
    for _ in range(max(_TIMES, runs)):
        for at, profile in enumerate(opened):
            room = profile.classroom
            service = ProgressService(room.store, room.evidence, clock)
            table = partial(service.table, room.classes()[0].id)
            tables.append((at, timed(table, 1)[0]))
    many = opened[1]
    questions = _questions(many, clock)
    with closing(sqlite3.connect(many.profile.database)) as raw:
        for _ in range(max(_TIMES, runs)):
            floors += timed(lambda: [raw.execute(sql).fetchall() for sql in questions], 1)
    for profile in opened:
        profile.close()
    few_ms, many_ms = (middle([ms for at, ms in tables if at == which]) for which in (0, 1))
    return [
        Figure(
            "large",
            "progress screen of 60 by 40 with 5,000,000 observations, over the same SQL alone",
            "ms",
            many_ms,
            middle(floors),
            1.5,
        ),
        Figure(
            "large growth",
            "progress screen with 5,000,000 observations in the file, over 50,000",
            "ms",
            many_ms,
            few_ms,
            1.3,
        ),
    ]


def _questions(opened: OpenProfile, clock: Clock) -> list[str]:
    """What the screen asks, word for word."""
    asked: list[str] = []
    room = opened.classroom
    service = ProgressService(room.store, room.evidence, clock)
    opened.connection.set_trace_callback(asked.append)
    service.table(room.classes()[0].id)
    opened.connection.set_trace_callback(None)
    return [sql for sql in asked if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


def _filled(folder: Path, clock: Clock, count: int) -> OpenProfile:
    """A class with so many observations, most of them written past the store: it takes no hour."""
    opened = built(folder, clock, DemoSize(_STUDENTS, _SKILLS, _DAYS, live=False))
    with closing(sqlite3.connect(opened.profile.database, isolation_level=None)) as raw:
        indexes = raw.execute(_INDEXES).fetchall()  # made anew at the end: sorted at once
        raw.execute("BEGIN")
        for name, _ in indexes:
            raw.execute(f'DROP INDEX "{name}"')
        raw.executemany(_INSERT, _rows(opened, clock, count))
        for _, sql in indexes:
            raw.execute(sql)
        raw.execute("COMMIT")
    return opened


def _rows(opened: OpenProfile, clock: Clock, count: int) -> Iterator[tuple[int, ...]]:
    room, rng = opened.classroom, random.Random(2)
    students = [student.id for student in room.store.find(Student)]
    skills = [skill.id for skill in room.store.find(Skill) if skill.parent_id is not None]
    class_id, now, first = room.classes()[0].id, clock.now_ms(), room.ids()
    for own in range(first + 1, first + 1 + count):
        seen_at = now - _LATELY_MS - rng.randrange(_YEARS_MS)
        yield own, class_id, rng.choice(students), seen_at, rng.choice(skills), rng.randint(1, 4)
