"""The one timer of the live console."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.live import LiveScene
from app.ports import Clock
from ui.live.clock_words import next_tick

SOONEST_MS = 5


class Clockwork(QObject):
    """Wakes when the clock shows something else, and at no other time.

    `ticked` gives the reading; `turned` says that phase or round are others than in the scene, or
    that a pull-out has begun, ended or is to be told of, so a new scene is due.
    """

    ticked = Signal(object)
    turned = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._scene: LiveScene | None = None
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
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
        woken = scene.wakes_at is not None and now >= scene.wakes_at
        if woken or (reading.phase, reading.round) != (scene.reading.phase, scene.reading.round):
            self.turned.emit()
        # Whoever has a new scene has said so by now; a clock never stops because nobody has.
        if self._scene is scene:
            self.ticked.emit(reading)
            self._wait(scene)

    def _wait(self, scene: LiveScene) -> None:
        now = self._clock.now_ms()
        wait = next_tick(scene.reading_at(now), now)
        if scene.wakes_at is not None and scene.wakes_at > now:
            wait = min(wait, scene.wakes_at - now)
        self.timer.start(max(SOONEST_MS, wait))
