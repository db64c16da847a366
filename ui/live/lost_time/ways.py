"""Opens the ways on after an interruption, and goes the one that is picked."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.clock import FINISHED, READY
from app.domain.live import LiveScene
from app.domain.lost_time import WayOn
from app.ports import Clock
from app.services.live import LiveService
from app.services.lost_time import LostTimeService
from ui.format import clock_time
from ui.live.deeds import lesson_end
from ui.live.lost_time.box import MINUTE_MS, MOST_MINUTES, LostTimeBox
from ui.theme import Theme

USUAL_MINUTES = 5


class LostTime:
    """One box at a time over the teacher's window."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        live: LiveService,
        service: LostTimeService,
        clock: Clock,
    ) -> None:
        self._theme = theme
        self._window = window
        self._live = live
        self._service = service
        self._clock = clock
        self.box: LostTimeBox | None = None

    def open(self, scene: LiveScene) -> None:
        """Ask; without a running lesson there is nothing to ask."""
        now = self._clock.now_ms()
        now_scene = scene.at(now)
        if now_scene.reading.phase in (READY, FINISHED):
            return
        box = LostTimeBox(
            self._theme,
            now_scene,
            lambda lost: self._service.ways(now_scene, lost),
            lambda at: clock_time(self._clock.local(at)),
            partial(_planned_end, now_scene, now),
            self._service.next_day(now_scene),
            _stood_minutes(now_scene, now),
            self._window,
        )
        box.picked.connect(partial(self._go, now_scene))
        box.finished.connect(box.deleteLater)
        self.box = box
        box.open()

    def _go(self, scene: LiveScene, way: WayOn, lost_ms: int) -> None:
        self._service.take(scene, way, lost_ms)
        if self._live.reading(scene.session).paused:
            self._live.resume(scene.session)


def _planned_end(scene: LiveScene, now: int, lost_ms: int) -> int:
    """When the lesson was to end: a clock that stands has put the end off already."""
    return lesson_end(scene, now) - (lost_ms if scene.reading.paused else 0)


def _stood_minutes(scene: LiveScene, now: int) -> int:
    """How long the clock has stood, a usual interruption where it runs."""
    if not scene.reading.paused:
        return USUAL_MINUTES
    stood = now - max((event.at for event in scene.record.events), default=now)
    return min(MOST_MINUTES, max(1, -(-stood // MINUTE_MS)))
