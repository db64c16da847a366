"""What is left behind when the program ends without saying so."""

import contextlib
import faulthandler
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

PREFIX = "running-"
_ASKED = "The computer asked it to end.\n"


class Crash(NamedTuple):
    """An end that nobody asked for: its last sign of life (ms UTC), and the report of it."""

    at_ms: int
    report: Path
    text: str


class CrashMark:
    """A file in the reports that is there, and locked, as long as the program runs.

    Python writes into it where it was when it dies: places, no values. Empty, it says that the
    program was ended from outside; that it was asked to end stands there too, and is no crash.
    `pulse` is a file whose time is a sign of life too.
    """

    def __init__(self, folder: Path, pulse: Path) -> None:
        self._folder = folder
        self._pulse = pulse
        self._own = folder / f"{PREFIX}{os.getpid()}.txt"
        self._file: IO[str] | None = None

    def begin(self) -> None:
        """Be there from now on. Does nothing where the disk refuses."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._own.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
            _lock(self._file)  # last: whoever finds it locked knows that it is watched
        except OSError:
            self._file = None

    def asked_to_end(self) -> None:
        """Log-out, say: whoever takes too long over it is ended, and nothing is wrong with that."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.write(_ASKED)
                self._file.flush()

    def end(self) -> None:
        """The program ends as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with contextlib.suppress(OSError):
            self._own.unlink()

    def any_left(self) -> bool:
        """Whether there may have been such an end; cheap."""
        return any(mark != self._own for mark in self._folder.glob(f"{PREFIX}*.txt"))

    def left(self) -> Crash | None:
        """The newest end that nobody asked for since the last call, made into a report."""
        found = [self._taken(mark) for mark in sorted(self._folder.glob(f"{PREFIX}*.txt"))]
        return max((crash for crash in found if crash), default=None)

    def _taken(self, mark: Path) -> Crash | None:
        try:
            with mark.open("r+", encoding="utf-8", errors="replace") as file:
                if mark == self._own or not _lock(file):
                    return None
                said = file.read(100_000)
            if said.startswith(_ASKED) and not (said := said.replace(_ASKED, "").strip()):
                mark.unlink()
                return None
            at_ms = max(_changed_ms(mark), _changed_ms(self._pulse))
            text = said.strip() or "The program was ended from outside. No place is known."
            when = datetime.fromtimestamp(at_ms / 1000).astimezone()
            report = self._folder / f"{when:%Y-%m-%d-%H%M%S-%f}.txt"
            text = f"Rondo, {when:%Y-%m-%d %H:%M:%S}\nended unexpectedly\n{text}\n"
            report.write_text(text, encoding="utf-8")
            mark.unlink()
        except OSError:
            return None
        return Crash(at_ms, report, text)


def _changed_ms(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns // 1_000_000
    except OSError:
        return 0


def _lock(file: IO[str]) -> bool:
    """Whether nobody else has it: the lock of a program that died is gone with it."""
    if sys.platform == "win32":
        import msvcrt  # not for the start, and only there

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # not for the start, and not on Windows

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
