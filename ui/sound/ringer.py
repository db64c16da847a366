"""Rings for the lesson's clock, and says the same to the eye and to a screen reader."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.domain.clock import Reading
from app.domain.cues import BEGINS, FIVE_MINUTES, OVER, WARNING, Cue, is_due, newest_cue
from app.domain.ids import SessionId
from app.ports import Clock
from app.settings import Settings
from ui.live.page import LivePage
from ui.sound.chimes import chime
from ui.sound.player import Player

NOTICE_MS = 15_000


class Ringer(QObject):
    """Looks whenever the clock is drawn. Make it after the first picture.

    `player` is None where nothing can be heard; then what is due is only seen.
    """

    def __init__(
        self,
        page: LivePage,
        clock: Clock,
        player: Player | None,
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._clock = clock
        self._player = player
        self._settings = settings
        self._session: SessionId | None = None
        self._last: Cue | None = None
        # After the event: whoever stops the clock in the same tick, as after sleep, comes first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        page.ticked.connect(lambda _reading: self._soon.start())
        page.scene_changed.connect(lambda _scene: self._soon.start())
        self.look()

    def look(self) -> None:
        """Whether a cue has come due since the last look; what was due before the first is past."""
        scene, now = self._page.scene, self._clock.now_ms()
        if scene is None:
            self._end()
            return
        reading = scene.reading_at(now)
        cue = newest_cue(scene.timing, reading, now, self._settings().five_minutes)
        if scene.session.id != self._session:
            self._session, self._last = scene.session.id, cue
            return
        if reading.running:
            due, self._last = is_due(cue, self._last, now), cue
            if due and cue is not None:
                self._tell(cue, reading)

    def stop(self) -> None:
        """Ring no more."""
        self._soon.stop()
        if self._player is not None:
            self._player.stop()

    def _end(self) -> None:
        """With the lesson its music ends too."""
        if self._session is not None and self._player is not None:
            self._player.stop()
        self._session = None

    def _tell(self, cue: Cue, reading: Reading) -> None:
        said = self._sentence(cue, reading)
        self._page.say(said)
        if cue.kind == FIVE_MINUTES:
            self._page.top_bar.timer.tell(said, NOTICE_MS)
        if self._player is not None and self._settings().sound:
            self._player.play(chime(self._settings(), cue.kind), self._settings().volume)

    def _sentence(self, cue: Cue, reading: Reading) -> str:
        if cue.kind == FIVE_MINUTES:
            return self.tr("5 min left")
        if cue.kind == WARNING:
            return self.tr("The round is nearly over")
        number = reading.round - (cue.kind == OVER and reading.phase == "transition")
        if cue.kind == BEGINS:
            return self.tr("Round {round} begins").format(round=number)
        return self.tr("Round {round} is over").format(round=number)
