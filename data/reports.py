"""Reports of our own bugs: where it happened, never with whom. They stay on this computer."""

import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

KEPT = 20


class ReportFolder:
    """Writes a small text file for each bug and keeps the newest few."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(
        self, kind: type[BaseException], trace: TracebackType | None, at: datetime
    ) -> Path | None:
        """Write places and kinds alone, no messages and no values: those could hold names."""
        places = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return self.write_places(kind.__name__, places, at)

    def write_places(self, kind: str, places: Sequence[str], at: datetime) -> Path | None:
        """Write a kind of trouble and where it was; None where the disk refuses."""
        import platform  # not for the start: nothing has gone wrong

        machine = f"Python {platform.python_version()}, {platform.system()}"
        lines = [f"Rondo, {at:%Y-%m-%d %H:%M:%S}", kind, *places, machine]
        path = self._folder / f"{at:%Y-%m-%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            for old in sorted(self._folder.glob("[0-9]*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return path
