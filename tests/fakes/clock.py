"""Time that goes only when it is told to."""

from datetime import UTC, datetime, timedelta, timezone

from app.domain.beats import Beat

NINE_THIRTY = int(datetime(2026, 5, 14, 8, 30, tzinfo=UTC).timestamp() * 1000)
"""Thursday 14 May 2026, 09:30 in the classroom (an hour ahead of UTC)."""

ROOM = timezone(timedelta(hours=1))


class FakeClock:
    def __init__(self, start_ms: int = NINE_THIRTY) -> None:
        self.ms = start_ms
        self._up = 0
        self._slept = 0

    def now_ms(self) -> int:
        return self.ms

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, ROOM)

    def beat(self) -> Beat:
        return Beat(self.ms, self._up, self._up - self._slept)

    def advance(self, ms: int) -> None:
        """Time passes."""
        self.ms += ms
        self._up += ms

    def sleep(self, ms: int) -> None:
        """The computer sleeps so long."""
        self.advance(ms)
        self._slept += ms

    def set_on(self, ms: int) -> None:
        """Somebody sets the computer's clock, back when below zero."""
        self.ms += ms


class FakePulse:
    def __init__(self, last_ms: int | None = None) -> None:
        self.last_ms = last_ms

    def beat(self, at_ms: int) -> None:
        self.last_ms = at_ms

    def last(self) -> int | None:
        return self.last_ms
