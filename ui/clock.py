"""The computer's own clock."""

import time
from datetime import datetime


class SystemClock:
    """Wall time; `local` is in the time zone of this computer."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000).astimezone()
