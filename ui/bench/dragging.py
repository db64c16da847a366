"""How long the window is busy while a card is carried, and until a drop is on both screens."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.demo.build import DemoSize
from app.ports import Clock
from ui.bench.figures import Figure, p95
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.bootstrap import Key
from ui.desk import Desk

STEPS = 24
PAUSE_MS = 8
CROWD = DemoSize(60, 12, 30, 1.0)
CARRY = "busiest turn of the GUI thread while a card is carried across 60 cards, p95"
DROP = "from the drop to console and board both painted, p95"


class Dragging:
    """Carries cards across a console of 60 students, and notes what it costs."""

    def __init__(self, desk: Desk, drags: int) -> None:
        self._desk = desk
        self._left = drags
        self.drops: list[float] = []
        self.moves: list[float] = []
        self._painted = Painted(self._desk.window, self._desk.live.board.window)
        self._timer = QTimer(interval=PAUSE_MS)
        self._timer.timeout.connect(self._step)
        self._way: Iterator[Callable[[], None]] = iter(())

    def begin(self) -> None:
        """Carry on until there is enough, then close the desk.

        `moves` are milliseconds of the busiest turn of each carry, `drops` those from each drop
        until both windows are painted.
        """
        self._timer.start()

    def _step(self) -> None:
        deed = next(self._way, None)
        if deed is not None:
            deed()
        elif self._left:
            self._left -= 1
            self._way = self._drag()
        else:
            self._timer.stop()
            self._desk.window.close()

    def _drag(self) -> Iterator[Callable[[], None]]:
        columns = self._desk.live.page.console.columns
        fullest = max(columns.columns, key=lambda column: len(column.list.cards))
        card = fullest.list.cards[self._left % 6]
        target = columns.columns[(columns.columns.index(fullest) + 2) % len(columns.columns)]
        start = QPointF(card.mapToGlobal(card.rect().center()))
        end = QPointF(target.mapToGlobal(target.rect().center()))
        turns: list[float] = []
        yield lambda: _send(card, QEvent.Type.MouseButtonPress, start)
        for number in range(1, STEPS + 1):
            spot = start + (end - start) * (number / STEPS)
            yield partial(self._timed, turns, partial(_send, card, QEvent.Type.MouseMove, spot))
        self.moves.append(max(turns))
        self._painted.begin()
        began = time.perf_counter()
        yield lambda: _send(card, QEvent.Type.MouseButtonRelease, end)
        for _ in range(40):
            yield lambda: None
        self.drops.append((self._painted.done_at - began) * 1000)

    def _timed(self, turns: list[float], deed: Callable[[], None]) -> None:
        """Do it, and note when the thread is free again: what was to be painted is painted then."""
        began = time.perf_counter()
        deed()
        QTimer.singleShot(0, lambda: turns.append((time.perf_counter() - began) * 1000))


def _send(card: QWidget, kind: QEvent.Type, spot: QPointF) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    local = QPointF(card.mapFromGlobal(spot))
    event = QMouseEvent(kind, local, spot, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card, event)


LEFT = Qt.MouseButton.LeftButton


def drag(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Two figures: the busiest turn of each carry, and the drop on console and board."""
    profile = folder / "drag"
    built(profile, clock, CROWD).close()
    moves, drops = dragged(profile, clock, None, runs)
    frame = 1000 / 60
    return [
        Figure("carry", CARRY, "ms", p95(moves), frame, 16.0, "value"),
        Figure("drop", DROP, "ms", p95(drops), frame, 33.0, "value"),
    ]


def dragged(
    profile: Path, clock: Clock, key: Key | None, runs: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of the busiest turn of each carry, and of each drop."""
    made: list[Dragging] = []

    def work(desk: Desk) -> None:
        made.append(Dragging(desk, max(10, runs * 4)))
        made[0].begin()

    in_windows(profile, clock, key, work)
    return made[0].moves, made[0].drops
