"""Time that goes only when it is told to."""

from datetime import UTC, datetime, timedelta, timezone

NINE_THIRTY = int(datetime(2026, 5, 14, 8, 30, tzinfo=UTC).timestamp() * 1000)
"""Thursday 14 May 2026, 09:30 in the classroom (an hour ahead of UTC)."""

ROOM = timezone(timedelta(hours=1))


class FakeClock:
    def __init__(self, start_ms: int = NINE_THIRTY) -> None:
        self.ms = start_ms

    def now_ms(self) -> int:
        return self.ms

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, ROOM)

    def advance(self, ms: int) -> None:
        self.ms += ms
