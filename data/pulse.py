"""A sign of life: the time of an empty file."""

import os
from pathlib import Path


class NoPulse:
    """Where nothing may be written."""

    def beat(self, at_ms: int) -> None:
        """Leave no sign."""

    def last(self) -> int | None:
        return None


class FilePulse:
    """Keeps the newest time as the file's own."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def beat(self, at_ms: int) -> None:
        try:
            if not self._path.exists():
                self._path.touch()
            os.utime(self._path, ns=(at_ms * 1_000_000, at_ms * 1_000_000))
        except OSError:
            return  # a full or vanished disk is told about where something is lost by it

    def last(self) -> int | None:
        try:
            return self._path.stat().st_mtime_ns // 1_000_000
        except OSError:
            return None
