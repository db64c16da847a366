"""A class file that refuses, in the ways a disk does, while a lesson is taught."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.changes import Label, Step
from app.domain.ids import StepId
from app.errors import NotSaved
from data.store import SqliteStore
from tests.journey.teacher import Teacher

HOLDER = """
import sys
from sqlcipher3 import dbapi2 as sqlite
connection = sqlite.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("holds", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


def store_of(lesson: Teacher) -> SqliteStore:
    store = lesson.desk.room.store
    assert isinstance(store, SqliteStore)
    return store


def fill_up(lesson: Teacher) -> None:
    """From now on the file takes no page more, and those it has are full of steps."""
    store = store_of(lesson)
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count={pages}")
    for size in (3000, 300, 30, 1):
        with suppress(NotSaved):
            while True:
                number = StepId(lesson.desk.room.ids())
                said = Label("filled", {"with": "x" * size})
                store.record(Step(number, 0, said, (), undoable=False))


def make_room(lesson: Teacher) -> None:
    """Somebody has deleted something large."""
    store_of(lesson).connection.execute("PRAGMA max_page_count=1000000")


@contextmanager
def held_by_another(database: Path) -> Iterator[None]:
    """A real second process writes, and does not come to an end."""
    command = [sys.executable, "-c", HOLDER, str(database)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline().strip() == "holds"
        try:
            yield
        finally:
            process.stdin.write("\n")
            process.stdin.close()


def move_ben(lesson: Teacher) -> None:
    """To the second station, as the menu does."""
    scene = lesson.desk.live.page.scene
    assert scene is not None
    ben = next(student for student, name in scene.names.items() if name == "Ben")
    there = scene.seating.station_of(ben)
    other = next(station for station in scene.stations if station.id != there)
    lesson.desk.live.page.select(ben)
    lesson.desk.live.page.clicks.bring_here(other.id)


def note(lesson: Teacher, words: str) -> None:
    """Write a note about Ben in the panel."""
    lesson.click(lesson.card("Ben"))
    field = lesson.desk.live.panel.body.student.note
    field.setText(words)
    field.returnPressed.emit()


def banner(lesson: Teacher) -> str:
    """What the quiet line about notes says; "" when there is none."""
    line = lesson.desk.window.banners.line("held")
    return line.text() if line else ""
