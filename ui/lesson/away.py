"""After the computer slept or Rondo was closed in a lesson: the clock stands, and the teacher says.

A clock that somebody sets, or a program that hangs for a while, changes nothing and asks nothing.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject

from app.domain.beats import SLEPT_MS, gap_between
from app.domain.clock import READY
from app.domain.live import LiveScene
from app.errors import NotSaved
from app.ports import Clock, Pulse
from app.services.gaps import GapService
from app.services.live import LiveService
from ui.format import clock_time, duration
from ui.live.page import LivePage
from ui.widgets.banner import Banners, Way

KEY = "away"
CLOSED_MS = 30_000
"""A start that comes this soon after the last sign of life asks nothing: the clock simply ran."""
PULSE_MS = 10_000


class Away(QObject):
    """Looks whenever the lesson's clock is drawn. Make it after the first picture."""

    def __init__(
        self,
        live: LiveService,
        gaps: GapService,
        clock: Clock,
        pulse: Pulse,
        page: LivePage,
        banners: Callable[[], Banners],
        ask_lost_time: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._live = live
        self._gaps = gaps
        self._clock = clock
        self._pulse = pulse
        self._banners = banners
        self._ask_lost_time = ask_lost_time
        self._beat = clock.beat()
        self._beaten_at = 0
        self._asking = False
        self._scene: LiveScene | None = None
        page.scene_changed.connect(self._follow)
        page.clockwork.woke.connect(self.look)
        self._follow(page.scene)
        self._look_back()

    def look(self) -> None:
        """Whether time went by since the last look that nobody saw."""
        before, self._beat = self._beat, self._clock.beat()
        gap, now = gap_between(before, self._beat), self._beat.wall
        if gap.set_ms and self._scene is not None and self._scene.reading.phase != READY:
            with suppress(NotSaved):  # then the lesson goes by the clock as it was set
                self._gaps.shift(self._scene.session, now, gap.set_ms)
        if gap.slept_ms:
            self._stand(self.tr("The computer slept from {since} to {now}."), now - gap.slept_ms)
        if abs(now - self._beaten_at) >= PULSE_MS:
            self.stop()

    def stop(self) -> None:
        """Leave a sign of life."""
        if self._scene is not None:
            self._beaten_at = self._clock.now_ms()
            self._pulse.beat(self._beaten_at)

    def _look_back(self) -> None:
        """Whether the lesson went on while Rondo was closed."""
        last, now = self._pulse.last(), self._clock.now_ms()
        if self._scene is not None and last is not None:
            since = max(last, self._gaps.last_event(self._scene.session))
            if now - since > CLOSED_MS:
                self._stand(self.tr("Rondo was closed from {since} to {now}."), since)
            elif now < since - SLEPT_MS and self._scene.reading.phase != READY:
                self._set_back(since, now)
        self.stop()

    def _set_back(self, since: int, now: int) -> None:
        """Nobody knows how long Rondo was closed: the clock stands where it was."""
        if self._scene is None:
            return
        try:
            self._gaps.shift(self._scene.session, now, now - since)
        except NotSaved:
            return
        said = self.tr("The computer’s clock was set back while Rondo was closed.")
        self._stand(said, now)

    def _stand(self, what: str, since: int) -> None:
        scene = self._scene
        if scene is None or not self._gaps.was_running(scene.session, since):
            return
        now = self._clock.now_ms()
        try:
            self._gaps.pause(scene.session, since)
        except NotSaved:
            return  # a class that can only be looked at goes on by itself
        self._asking = True
        left = self._live.reading(scene.session).remaining_ms
        text = what + " " + self.tr("The clock stands at {left}.")
        times = {"since": self._time(since), "now": self._time(now), "left": duration(left)}
        ways = [
            Way(self.tr("Go on from there"), lambda: self._live.resume(scene.session)),
            Way(self.tr("Count that time"), lambda: self._gaps.count(scene.session, since)),
            Way(self.tr("We lost time…"), self._ask_lost_time),
        ]
        self._banners().show_line(KEY, "warn", text.format(**times), ways)

    def _follow(self, scene: LiveScene | None) -> None:
        """Once the clock runs again, however that came, nothing is left to be asked."""
        self._scene = scene
        if self._asking and (scene is None or not scene.reading.paused):
            self._asking = False
            self._banners().take_away(KEY)

    def _time(self, at_ms: int) -> str:
        return clock_time(self._clock.local(at_ms))
