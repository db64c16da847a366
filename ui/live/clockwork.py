"""The one timer of the live console."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.live import LiveScene
from app.ports import Clock
from ui.live.bar.clock_words import next_tick

SOONEST_MS = 5


class Clockwork(QObject):
    """Wakes when the clock shows something else, and at no other time.

    `woke` comes before anything is shown: who finds that the computer slept stops the clock first.
    `ticked` gives the reading; `turned` says that phase or round are others than in the scene,
    that a table which stayed has gone on, or that a pull-out has begun, ended or is to be told of,
    so a new scene is due.
    """

    woke = Signal()
    ticked = Signal(object)
    turned = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._scene: LiveScene | None = None
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.woke)
        self.timer.timeout.connect(self.tick)

    def watch(self, scene: LiveScene | None) -> None:
        """Follow this lesson; None stops."""
        self._scene = scene
        self.timer.stop()
        if scene is not None:
            self._wait(scene)

    def tick(self) -> None:
        """Read the clock and say what it shows."""
        scene = self._scene
        if scene is None:
            return
        now = self._clock.now_ms()
        reading = scene.reading_at(now)
        if scene.is_past(reading, now):
            self.turned.emit()
        # Whoever has a new scene has said so by now; a clock never stops because nobody has.
        if self._scene is scene:
            self.ticked.emit(reading)
            self._wait(scene)

    def _wait(self, scene: LiveScene) -> None:
        now = self._clock.now_ms()
        reading = scene.reading_at(now)
        wait, sooner = next_tick(reading, now), scene.wakes_in(reading, now)
        self.timer.start(max(SOONEST_MS, wait if sooner is None else min(wait, sooner)))
