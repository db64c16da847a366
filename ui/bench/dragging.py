"""From the pointer to pixels while a card is carried, and from a drop to both screens."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from app.demo.build import DemoSize
from app.ports import Clock
from ui.bench.figures import Figure, p95
from ui.bench.hand import FRAME_MS, Deed, play, point
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.bootstrap import Key
from ui.desk.desk import Desk

STEPS = 36
REST = 60
"""So many steps after a drop its cards still fly."""
CROWD = DemoSize(60, 12, 30, 1.0)
CARRY = "pointer event to pixels while a card is carried across 60 cards at 1920 × 1080"
DROP = "from the drop to console and board both painted, p95"


class Dragging:
    """Carries cards to and fro over all stations, across names and free places.

    `moves` are milliseconds from each event of the pointer until all it changed is painted,
    `drops` those from each drop until both windows are.
    """

    def __init__(self, desk: Desk, drags: int) -> None:
        self._window = desk.window
        self._columns = desk.live.page.console.columns
        self._painted = Painted(desk.window, desk.live.board.window)
        self._began = self._handled = 0.0
        self._noted = False
        self.moves: list[float] = []
        self.drops: list[float] = []
        play(desk, (deed for number in range(drags) for deed in self._drag(number)))

    def _drag(self, number: int) -> Iterator[Deed]:
        columns, window = self._columns.columns, self._window
        fullest = max(columns, key=lambda column: len(column.list.cards))
        card = fullest.list.cards[number % len(fullest.list.cards)]
        target = columns[(columns.index(fullest) + 2) % len(columns)]
        start = QPointF(card.mapTo(window, card.rect().center()))
        yield partial(point, window, QEvent.Type.MouseButtonPress, start)
        end = QPointF(_foot(target, window))
        for spot in (*self._way(start), end):
            yield partial(self._move, spot)
            yield self._note_move
        yield partial(self._drop, end)
        for _ in range(REST):
            yield self._note_drop

    def _way(self, start: QPointF) -> Iterator[QPointF]:
        """Over the names from one end to the other, and back below them."""
        area, window = self._columns, self._window
        left = QPointF(area.mapTo(window, QPoint(40, area.height() // 3)))
        right = QPointF(area.mapTo(window, QPoint(area.width() - 40, area.height() // 2)))
        low = QPointF(area.mapTo(window, QPoint(40, area.height() - 30)))
        for begin, end in ((start, left), (left, right), (right, low)):
            for number in range(1, STEPS + 1):
                yield begin + (end - begin) * (number / STEPS)

    def _move(self, spot: QPointF) -> None:
        self._painted.begin()
        self._began = time.perf_counter()
        point(self._window, QEvent.Type.MouseMove, spot)
        self._handled = time.perf_counter()

    def _note_move(self) -> None:
        """By now it is painted, and painted again if what it changed asked for that."""
        done = [frame.done for frame in self._painted.frames if frame.window is self._window]
        self.moves.append((max([self._handled, *done]) - self._began) * 1000)

    def _drop(self, spot: QPointF) -> None:
        self._painted.begin()
        self._noted = False
        self._began = time.perf_counter()
        point(self._window, QEvent.Type.MouseButtonRelease, spot)

    def _note_drop(self) -> None:
        """The first moment at which both windows have been painted."""
        at = self._painted.all_at()
        if not self._noted and at is not None:
            self.drops.append((at - self._began) * 1000)
            self._noted = True


def _foot(column: QWidget, window: QWidget) -> QPoint:
    return column.mapTo(window, QPoint(column.width() // 2, column.height() - 12))


def drag(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Three figures: an event of a carry to its pixels, p95 and worst; a drop on both screens."""
    profile = folder / "drag"
    built(profile, clock, CROWD).close()
    moves, drops = dragged(profile, clock, None, runs)
    return [
        Figure("carry", f"{CARRY}, p95", "ms", p95(moves), FRAME_MS, 5.0, "value"),
        Figure("carry worst", f"{CARRY}, worst", "ms", max(moves), FRAME_MS, 16.0, "value"),
        Figure("drop", DROP, "ms", p95(drops), FRAME_MS, 33.0, "value"),
    ]


def dragged(
    profile: Path, clock: Clock, key: Key | None, runs: int
) -> tuple[list[float], list[float]]:
    """Milliseconds from each event of the pointer to its pixels, and from each drop to both."""
    made: list[Dragging] = []

    def work(desk: Desk) -> None:
        made.append(Dragging(desk, max(24, runs * 6)))

    in_windows(profile, clock, key, work)
    return made[0].moves, made[0].drops
