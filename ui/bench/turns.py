"""How long the GUI thread is held while a backup is made of ten years of evidence."""

import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from app.domain.classes import Student
from app.ports import Clock
from app.services.backups import SAVED
from app.services.observe import ObserveService
from ui.bench.decade import decade
from ui.bench.figures import Figure, p95
from ui.bench.windows import in_windows
from ui.bootstrap import Key
from ui.desk.desk import Desk

TICK_MS = 1
NOTE_EVERY_MS = 250
QUIET_MS = 5_000
MOST = 2


class Turns(QObject):
    """Notes the longest time between two ticks of a timer that is due every millisecond.

    A teacher goes on meanwhile: a note is written four times a second, and what it takes until all
    that shows it is painted is noted apart. What other programs took of the cores does not count.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        room = desk.room
        self._student = room.store.find(Student, class_id=desk.class_id)[0]
        self._observe = ObserveService(room)
        self._last = 0.0
        self._in_note = False
        self.busiest = 0.0
        self.notes = list[float]()
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._hand = QTimer(self, interval=NOTE_EVERY_MS)
        self._hand.timeout.connect(self._write)

    def begin(self) -> None:
        """Look from now on. What the first note alone has to load is not looked at."""
        self._observe_one()
        self.busiest, self.notes = 0.0, []
        self._last = own_time()
        self._ticks.start()
        self._hand.start()

    def end(self) -> "Turned":
        """What came of it, in milliseconds."""
        self._ticks.stop()
        self._hand.stop()
        return Turned(self.busiest, p95(self.notes))

    def _tick(self) -> None:
        now = own_time()
        gap = (now - self._last) * 1000
        if self._in_note:
            self.notes.append(gap)
        else:
            self.busiest = max(self.busiest, gap - TICK_MS)
        self._in_note = False
        self._last = now

    def _write(self) -> None:
        self._tick()
        self._in_note = True
        self._observe_one()

    def _observe_one(self) -> None:
        student = self._student
        self._observe.record(student.class_id, student.id, note="explains own strategy")


class Turned(NamedTuple):
    """The longest turn without a note, and what a note took, p95, in milliseconds."""

    busiest: float
    note: float


class BackedUp(QObject):
    """First some quiet seconds, then those of backups; closes the desk after the last."""

    def __init__(self, desk: Desk, runs: int) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._left = runs
        self._turns = Turns(desk)
        self.quiet: list[Turned] = []
        self.busy: list[Turned] = []

    def begin(self) -> None:
        """Look at quiet seconds, then at those of a backup, in turn."""
        self._turns.begin()
        QTimer.singleShot(QUIET_MS, self, self._back_up)

    def _back_up(self) -> None:
        self.quiet.append(self._turns.end())
        self._desk.tasks.spawn(self._backed_up())

    async def _backed_up(self) -> None:
        backing = self._desk.care.backing
        if backing is None:
            raise RuntimeError("no backups are made here")
        self._turns.begin()
        kept = await backing.keeper.back_up()
        self.busy.append(self._turns.end())
        if [one.outcome for one in kept] != [SAVED]:
            raise RuntimeError(f"there is no backup: {kept}")
        self._left -= 1
        if self._left:
            self.begin()
        else:
            self._desk.window.close()


def backup(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """The GUI thread during verified backups, beside quiet seconds."""
    made = turned(decade(folder, clock), clock, None, min(runs, MOST))
    return [
        Figure(
            "backup",
            "busiest turn of the GUI thread while ten years are backed up",
            "ms",
            max(one.busiest for one in made.busy),
            max(one.busiest for one in made.quiet),
            16.0,
            "value",
        ),
        Figure(
            "backup note",
            "a note until it is durable and painted, p95, meanwhile over quiet seconds",
            "ms",
            max(one.note for one in made.busy),
            max(one.note for one in made.quiet),
            33.0,
            "value",
        ),
    ]


def turned(profile: Path, clock: Clock, key: Key | None, runs: int) -> BackedUp:
    """What the GUI thread was held by while a profile was backed up so many times."""
    made: list[BackedUp] = []

    def work(desk: Desk) -> None:
        made.append(BackedUp(desk, runs))
        made[0].begin()

    in_windows(profile, clock, key, work)
    return made[0]


def own_time() -> float:
    """Seconds, without those for which this thread could have run and others had the cores.

    Only Linux tells of those.
    """
    told = Path("/proc/thread-self/schedstat")
    waited = int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0
    return time.perf_counter() - waited
