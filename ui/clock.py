"""The computer's own clock."""

import sys
import time
from datetime import datetime

from app.domain.beats import Beat


class SystemClock:
    """Wall time; `local` is in the time zone of this computer."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000).astimezone()

    def beat(self) -> Beat:
        up, awake = _since_start(sys.platform)
        return Beat(self.now_ms(), up, awake)


def _since_start(platform: str) -> tuple[int, int]:
    """Milliseconds since the computer was started, with sleep counted and without.

    Linux counts sleep in CLOCK_BOOTTIME alone (PEP 418), macOS in the monotonic clocks but not
    in CLOCK_UPTIME_RAW (clock_gettime(3)), Windows in the tick count but not in the unbiased
    interrupt time (QueryUnbiasedInterruptTime, in units of 100 ns).
    """
    if platform == "win32":
        return time.monotonic_ns() // 1_000_000, _windows_awake()
    if platform == "darwin":
        return _clock("CLOCK_MONOTONIC_RAW"), _clock("CLOCK_UPTIME_RAW")
    return _clock("CLOCK_BOOTTIME"), _clock("CLOCK_MONOTONIC")


def _clock(name: str) -> int:
    """That clock, or the ordinary one where the system has none of the name."""
    which: object = getattr(time, name, None)
    read = time.clock_gettime_ns(which) if isinstance(which, int) else time.monotonic_ns()
    return read // 1_000_000


def _windows_awake() -> int:
    import ctypes  # not for the start, and only there

    units = ctypes.c_ulonglong()
    windows: object = getattr(ctypes, "windll", None)
    kernel: object = getattr(windows, "kernel32", None)
    ask = getattr(kernel, "QueryUnbiasedInterruptTime", None)
    if ask is None or not ask(ctypes.byref(units)):
        return time.monotonic_ns() // 1_000_000
    return units.value // 10_000
