"""Undo and redo of the open class; what is large is turned round beside the window."""

import pytest

from app.classroom import Classroom
from app.domain.changes import Step, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, StepId
from app.errors import ClassroomError, NotSaved
from app.workspace import Workspace
from tests.fakes import SlowTasks
from tests.fakes.lesson import LessonRoom
from ui.desk.history import APART_FROM, History
from ui.desk.main_window import MainWindow

MANY = [SchoolClass(ClassId(n), f"Class {n}", "Maths", 0) for n in range(9000, 9000 + APART_FROM)]


class Turned:
    """A window, and a worker that goes on when it is told to."""

    def __init__(self, window: MainWindow) -> None:
        room = LessonRoom()
        self.room = Classroom(room.store, room.evidence, room.workspace, room.ids, room.clock)
        self.window = window
        self.tasks = SlowTasks()
        self.told: list[ClassroomError] = []
        self.refuses: ClassroomError | None = None
        self.before = len(room.store.find(SchoolClass))
        self.history = History(self.room, window, self.told.append, self.tasks, self._turn)

    def _turn(self, again: bool, own: StepId) -> Step:
        if self.refuses is not None:
            raise self.refuses
        apart = Workspace(self.room.store, lambda: own, self.room.clock)
        return apart.redo() if again else apart.undo()

    def add(self, *classes: SchoolClass) -> None:
        self.room.workspace.edit(
            label("framework read", framework="Number", count="1000"), *map(made, classes)
        )

    @property
    def count(self) -> int:
        return len(self.room.store.find(SchoolClass)) - self.before

    @property
    def said(self) -> str:
        return self.window.toast.message()


@pytest.fixture
def turned(qtbot, theme) -> Turned:
    window = MainWindow(theme, "Rondo")
    qtbot.addWidget(window)
    return Turned(window)


def test_a_large_step_is_taken_back_and_done_again_while_the_window_goes_on(turned) -> None:
    turned.add(*MANY)
    turned.history.undo()
    assert turned.count == APART_FROM
    assert "Taking it back" in turned.said
    turned.history.undo()  # it is under way
    turned.history.redo()
    assert len(turned.tasks.waiting) == 1
    turned.tasks.go_on()
    assert turned.count == 0
    assert turned.said.startswith("Taken back")
    turned.history.redo()
    assert "Doing it again" in turned.said
    turned.tasks.go_on()
    assert turned.count == APART_FROM
    assert turned.said.startswith("Done again")


def test_a_small_one_is_turned_at_once(turned) -> None:
    turned.add(*MANY[:3])
    turned.history.undo()
    assert (turned.count, turned.tasks.waiting) == (0, [])
    turned.history.redo()
    assert (turned.count, turned.tasks.waiting) == (3, [])


def test_what_the_worker_was_refused_is_told_and_can_be_tried_again(turned) -> None:
    turned.add(*MANY)
    turned.refuses = NotSaved("full")
    turned.history.undo()
    turned.tasks.go_on()
    assert turned.told == [turned.refuses]
    assert turned.count == APART_FROM
    turned.refuses = None
    turned.history.undo()
    turned.tasks.go_on()
    assert turned.count == 0
