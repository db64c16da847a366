"""How long the GUI thread is held while a plan is looked for, and while a name is carried."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer

from app.ports import Clock
from ui.bench.dragging import CROWD
from ui.bench.figures import Figure, p95
from ui.bench.hand import FRAME_MS, Deed, play, point
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.turns import QUIET_MS, Turned, Turns
from ui.bench.windows import in_windows
from ui.desk.desk import Desk
from ui.plan.plan_page import PlanPage

STEPS = 60


def page_of(desk: Desk) -> PlanPage:
    """The page on which lessons are planned, shown now."""
    desk.go("plan")
    page = desk.window.page("plan").widget
    assert isinstance(page, PlanPage)
    return page


class Planned(QObject):
    """First some quiet seconds of a lesson, then those in which its plan is looked for."""

    def __init__(self, desk: Desk, runs: int) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._left = runs
        self._page = page_of(desk)
        self._turns = Turns(desk)
        self.quiet: list[Turned] = []
        self.busy: list[Turned] = []
        self._page.planner.found.connect(lambda _way: self._found())
        desk.go("live")

    def begin(self) -> None:
        """Look at quiet seconds, then at those of a search, in turn."""
        self._turns.begin()
        QTimer.singleShot(QUIET_MS, self, self._plan)

    def _plan(self) -> None:
        self.quiet.append(self._turns.end())
        lesson = self._page.lesson_id
        if lesson is None:
            raise RuntimeError("there is no lesson to plan")
        self._page.planner.plan(lesson, "mix")
        self._turns.begin()

    def _found(self) -> None:
        self.busy.append(self._turns.end())
        self._left -= 1
        if self._left:
            self.begin()
        else:
            self._desk.window.close()


class Carrying:
    """Carries names over all stations of the plan, and lets them go beside it.

    `moves` are milliseconds from each event of the pointer until all it changed is painted.
    """

    def __init__(self, desk: Desk, drags: int) -> None:
        self._window = desk.window
        self._grid = page_of(desk).grid
        self._painted = Painted(desk.window)
        self._began = self._handled = 0.0
        self.moves: list[float] = []
        play(desk, (deed for number in range(drags) for deed in self._drag(number)))

    def _drag(self, number: int) -> Iterator[Deed]:
        grid, window = self._grid, self._window
        chips = [chip for chip in grid.chips() if chip.round == 1]
        chip = chips[number * 7 % len(chips)]
        start = QPointF(chip.mapTo(window, chip.rect().center()))
        cells = (grid.cell_rect(1, at).center() for at in (0, grid.columns_count() - 1))
        left, right = (QPointF(grid.mapTo(window, cell)) for cell in cells)
        yield partial(point, window, QEvent.Type.MouseButtonPress, start)
        for begin, end in ((start, left), (left, right), (right, left)):
            for step in range(1, STEPS + 1):
                yield partial(self._move, begin + (end - begin) * (step / STEPS))
                yield self._note
        yield partial(point, window, QEvent.Type.MouseButtonRelease, QPointF(1, 1))

    def _move(self, spot: QPointF) -> None:
        self._painted.begin()
        self._began = time.perf_counter()
        point(self._window, QEvent.Type.MouseMove, spot)
        self._handled = time.perf_counter()

    def _note(self) -> None:
        done = [frame.done for frame in self._painted.frames]
        self.moves.append((max([self._handled, *done]) - self._began) * 1000)


def plan(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """The GUI thread beside the planner, and the pointer over a plan."""
    profile = folder / "plan"
    built(profile, clock, CROWD).close()
    planned: list[Planned] = []
    carried: list[Carrying] = []

    def search(desk: Desk) -> None:
        planned.append(Planned(desk, max(2, runs // 2)))
        planned[0].begin()

    in_windows(profile, clock, None, search)
    in_windows(profile, clock, None, lambda desk: carried.append(Carrying(desk, max(3, runs))))
    return [
        Figure(
            "planning",
            "busiest turn of the GUI thread while a plan for 60 students is looked for",
            "ms",
            max(one.busiest for one in planned[0].busy),
            max(one.busiest for one in planned[0].quiet),
            16.0,
            "value",
        ),
        Figure(
            "plan carry",
            "pointer event to pixels and worth while a name is carried over the plan, p95",
            "ms",
            p95(carried[0].moves),
            FRAME_MS,
            16.0,
            "value",
        ),
    ]
