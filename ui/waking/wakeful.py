"""When the computer must not fall asleep: while a lesson runs and somebody is there to run it."""

from collections.abc import Callable

from app.domain.board.scene import BoardClock
from app.ports import Clock

RUNNING = ("round", "transition")
FORGOTTEN_MS = 2 * 60 * 60_000
"""No round is as long: the lesson was left open, and a laptop may save its battery."""


class Wakeful:
    """Hears the clock of the board; `stay_lit` is told when it is to begin and to end."""

    def __init__(self, clock: Clock, stay_lit: Callable[[bool], None]) -> None:
        self._clock = clock
        self._stay_lit = stay_lit
        self._lit = False
        self._seen: tuple[object, ...] = ()
        self._since = 0

    def follow(self, reading: BoardClock) -> None:
        """Look at the lesson: it counts while it runs or stands, not before and not after."""
        seen = (reading.phase, reading.round, reading.paused, reading.total_ms)
        now = self._clock.now_ms()
        if seen != self._seen:
            self._seen, self._since = seen, now
        self._set(reading.phase in RUNNING and now - self._since < FORGOTTEN_MS)

    def stop(self) -> None:
        """Let the computer sleep."""
        self._set(lit=False)

    def _set(self, lit: bool) -> None:
        if lit != self._lit:
            self._lit = lit
            self._stay_lit(lit)
