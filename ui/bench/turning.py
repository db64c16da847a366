"""How evenly names and cards move when a round is over."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ports import Clock
from ui.bench.dragging import CROWD
from ui.bench.figures import Figure, middle
from ui.bench.hand import FRAME_MS, Deed, play
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.desk.desk import Desk

LONGEST_MS = 33.0


class Turning:
    """Ends round after round.

    `gaps` are from each picture to the next while something moves, `begins` from the press of the
    button until console and board are both painted; all in milliseconds.
    """

    def __init__(self, desk: Desk, rounds: int) -> None:
        self._desk = desk
        self._columns = desk.live.page.console.columns
        self._board = desk.live.board.window
        self._painted = Painted(desk.window, self._board)
        self._pressed = 0.0
        self._moved_until: dict[QWidget, float] = {}
        self.gaps: list[float] = []
        self.begins: list[float] = []
        play(desk, (deed for _ in range(rounds) for deed in self._round()))

    def _round(self) -> Iterator[Deed]:
        for _to_transition_then_to_the_round in range(2):
            yield self._next
            yield self._watch
            while self._board.flying or self._columns.moving:
                yield self._watch
            yield self._note
        yield self._desk.undo  # a lesson has few rounds; back to where this one began
        yield self._desk.undo
        while self._columns.moving:
            yield self._rest

    def _next(self) -> None:
        self._painted.begin()
        self._moved_until = {}
        self._pressed = time.perf_counter()
        self._desk.live.page.top_bar.buttons.next.emit()

    def _watch(self) -> None:
        now = time.perf_counter()
        moving: tuple[tuple[QWidget, Callable[[], bool]], ...] = (
            (self._desk.window, lambda: self._columns.moving),
            (self._board, lambda: self._board.flying),
        )
        for window, moves in moving:
            if moves():
                self._moved_until[window] = now

    def _note(self) -> None:
        at = self._painted.all_at()
        if at is not None:
            self.begins.append((at - self._pressed) * 1000)
        for window, end in self._moved_until.items():
            done = [f.done for f in self._painted.frames if f.window is window and f.done <= end]
            self.gaps += [(after - before) * 1000 for before, after in pairwise(done)]

    def _rest(self) -> None:
        """Let what was taken back settle."""


def turn(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """How many pictures of the transition came late, and how soon the first ones came."""
    profile = folder / "turn"
    built(profile, clock, CROWD).close()
    made: list[Turning] = []
    in_windows(profile, clock, None, lambda desk: made.append(Turning(desk, max(3, runs))))
    gaps, begins = made[0].gaps, made[0].begins
    late = sum(gap > LONGEST_MS for gap in gaps)
    return [
        Figure(
            "transition",
            "transition of 60 students on console and board: frames over 33 ms, of all of them",
            "frames", late, len(gaps), 0, "value",
        ),
        Figure(
            "turn",
            "from the press of Next to console and board both painted, 60 students, middle",
            "ms", middle(begins), FRAME_MS, 100.0, "value",
        ),
    ]  # fmt: skip
