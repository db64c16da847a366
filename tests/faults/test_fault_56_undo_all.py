"""56: thousands of random things, through restarts: undo gives the first state, redo the last."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.classroom import Classroom
from app.demo.build import DemoBuilder, DemoSize
from app.domain.changes import gone, label
from app.domain.classes import Student
from app.domain.names import PersonName
from app.domain.session import ClockEvent, Session
from app.errors import NothingToRedo, NothingToUndo
from app.services.classes import ClassService
from app.services.flags import FlagService
from app.services.live import LiveService
from app.services.start import StartService
from data.mapping import TABLES
from data.store import SqliteStore
from tests.faults.budget import Budget
from tests.faults.refusing import move_ben
from tests.faults.writer import Writer
from tests.journey.teacher import CTRL, Teacher
from ui.bootstrap import OpenProfile, open_profile, profile_at
from ui.clock import SystemClock

Tables = dict[str, list[tuple[object, ...]]]


@contextmanager
def profile() -> Iterator[Path]:
    """A class with a lesson that runs; the disk need not be asked, as nothing is killed here."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        opened = reopened(Path(folder))
        room = opened.classroom
        DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=1))
        opened.close()
        yield Path(folder)


def reopened(folder: Path) -> OpenProfile:
    opened = open_profile(profile_at(folder), SystemClock())
    opened.connection.execute("PRAGMA synchronous=OFF")
    return opened


def tables(opened: OpenProfile) -> Tables:
    """Every row of everything that is kept, with its seals; the journal is no part of it."""
    connection = opened.connection
    return {
        table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
        for table in TABLES.values()
    }


def flag(room: Classroom, number: int) -> None:
    students = room.store.find(Student)
    student = students[number % len(students)]
    FlagService(room).toggle_flags([student.id], "Check in")


def take_in(room: Classroom, number: int) -> None:
    """A class list of thirty, in one step; the class is put away, so that the other goes on."""
    names = [PersonName("", f"Name {number}-{at}", "Neu") for at in range(30)]
    made = StartService(room).begin_class(names, f"List {number}")
    ClassService(room).archive(made.id)


def do_much(folder: Path, seed: int, count: int) -> None:
    """So many random things, with the app closed and opened again on the way."""
    done = 0
    while done < count:
        opened = reopened(folder)
        writer = Writer(opened.classroom, seed + done)
        for deed, _turn in zip(writer.deeds(), range(min(400, count - done)), strict=False):
            with suppress(IndexError):  # nothing was seen yet that could be amended
                writer.do(deed)
            done += 1
            if done % 7 == 0:
                flag(opened.classroom, seed + done)
            if done % 350 == 0:
                take_in(opened.classroom, done)
        opened.close()
    opened = reopened(folder)
    flag(opened.classroom, seed)  # from here on there is nothing to do again
    opened.close()


def turn_all(turn: Callable[[], object], end: type[Exception]) -> int:
    count = 0
    while True:
        try:
            turn()
        except end:
            return count
        count += 1


@pytest.mark.long
def test_undo_all_gives_the_first_state_and_redo_all_the_last(budget: Budget) -> None:
    count = budget.size(10_000, 120)

    @settings(max_examples=budget.size(2, 3), deadline=None, phases=[Phase.generate])
    @given(seed=st.integers(0, 2**31))
    def holds(seed: int) -> None:
        with profile() as folder:
            opened = reopened(folder)
            first = tables(opened)
            opened.close()
            do_much(folder, seed, count)
            opened = reopened(folder)
            last = tables(opened)
            undone = turn_all(opened.classroom.workspace.undo, NothingToUndo)
            assert tables(opened) == first
            opened.close()
            opened = reopened(folder)
            assert turn_all(opened.classroom.workspace.redo, NothingToRedo) == undone
            assert tables(opened) == last
            opened.close()

    holds()


@pytest.mark.long
def test_the_ten_thousandth_undo_costs_what_the_first_did(budget: Budget) -> None:
    """A ratio, so that it holds on any computer."""
    count, some = budget.size(10_000, 700), budget.size(500, 100)
    with profile() as folder:
        opened = reopened(folder)
        room = opened.classroom
        for number in range(count):
            flag(room, number)
        store = room.store
        assert isinstance(store, SqliteStore)

        def spent(turn: Callable[[], object]) -> float:
            began = time.perf_counter()
            for _turn in range(some):
                turn()
            return time.perf_counter() - began

        first = spent(room.workspace.undo)
        for _turn in range(count - 2 * some):
            room.workspace.undo()
        last = spent(room.workspace.undo)
        again = spent(room.workspace.redo)
        assert last < 3 * first
        assert again < 3 * first
        opened.close()


def test_a_step_that_is_stuck_says_why_and_can_be_stepped_over(lesson: Teacher) -> None:
    room, toast = lesson.desk.room, lesson.desk.window.toast
    before = lesson.console_places()
    move_ben(lesson)
    (session,) = room.store.find(Session)
    LiveService(room).extend(session, 1)
    event = room.store.find(ClockEvent)[-1]
    room.workspace.edit(label("tidied"), gone(event), undoable=False)
    lesson.press(Qt.Key.Key_Z, CTRL)
    lesson.wait(lambda: "can’t be undone: something else has changed" in toast.message())
    assert "1 min more" in toast.message()
    lesson.click("Step over it")
    lesson.wait(lambda: lesson.console_places() == before)
    assert "Taken back: Ben moved" in toast.message()
    lesson.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    lesson.wait(lambda: lesson.console_places() != before)
