"""Whole processes: how long until the first picture, how much memory, how busy at rest."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

from ui.bench.figures import Figure, middle
from ui.bootstrap import profile_at, settings_keeper

ROOT = Path(__file__).resolve().parents[2]
SETTLE = 3.0
WATCH = 10.0
WINDOW = (0, 0, 1366, 768)
PAINTED = "painted"

BARE = """
import sys
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    told = False
    def paintEvent(self, event):
        if not self.told:
            self.told = True
            QTimer.singleShot(0, lambda: print("painted", flush=True))
app = QApplication([])
window = Bare()
window.setGeometry(0, 0, 1366, 768)
window.show()
end = QSocketNotifier(0, QSocketNotifier.Type.Read)
end.activated.connect(app.quit)
app.exec()
"""


def start(profile: Path, runs: int) -> Figure:
    """Process start to the first painted console, over a bare Qt window."""
    bare, ours = [], []
    for _ in range(runs + 1):  # the first of each warms the disk
        bare.append(until_painted(_bare()))
        ours.append(until_painted(rondo(profile)))
    return Figure(
        "start",
        "process start to first painted console with a year of data",
        "s",
        middle(ours[1:]),
        middle(bare[1:]),
        1.8,
    )


def memory(profile: Path, runs: int) -> Figure:
    """Memory (PSS) with console and board open, over the same bare window."""
    del runs
    return Figure(
        "memory",
        "memory with console and board open",
        "MB",
        settled(rondo(profile, "--board"), pss),
        settled(_bare(), pss),
        2.5,
    )


def idle(profile: Path, runs: int) -> Figure:
    """Share of one core while the clock runs and nobody touches anything."""
    del runs
    return Figure(
        "idle",
        "processor while the clock runs, console and board open",
        "share of a core",
        settled(rondo(profile, "--board"), busy),
        1.0,
        0.01,
    )


def _bare() -> list[str]:
    return [sys.executable, "-c", BARE]


def rondo(profile: Path, *more: str, module: str = "ui") -> list[str]:
    """Our window as large as the bare one: what a run before left in the settings may differ."""
    keeper = settings_keeper(profile_at(profile))
    keeper.save(replace(keeper.load(), window=WINDOW, maximised=False))
    return [sys.executable, "-m", module, "--profile", str(profile), "--until-painted", *more]


@contextmanager
def _said(command: Sequence[str], word: str = PAINTED) -> Iterator[subprocess.Popen[str]]:
    """The process from the picture on of which it says that word."""
    # A teacher's Python keeps what it compiled; one that is told not to starts twice as slowly.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        _wait_for(process, word)
        yield process
        process.communicate(input="", timeout=20)


def _wait_for(process: subprocess.Popen[str], word: str) -> None:
    if all(line.strip() != word for line in process.stdout or ()):
        process.kill()
        raise RuntimeError(f"no picture came from {process.args!r}")


def until_painted(command: Sequence[str]) -> float:
    """Seconds from the start of the process to its first picture."""
    began = time.perf_counter()
    with _said(command):
        return time.perf_counter() - began


def between(command: Sequence[str], word: str) -> float:
    """Seconds from the first picture to the one of which it says that word."""
    with _said(command) as process:
        began = time.perf_counter()
        _wait_for(process, word)
        return time.perf_counter() - began


def settled(command: Sequence[str], measure: Callable[[int], float], word: str = PAINTED) -> float:
    """What is measured of a process that has come to rest."""
    with _said(command, word) as process:
        _let_pass(SETTLE)
        return measure(process.pid)


def pss(pid: int) -> float:
    """Megabytes, shared pages counted in proportion (Linux: smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell memory in proportion")


def busy(pid: int) -> float:
    """Seconds of processor a second, over a while."""
    before = _worked(pid)
    _let_pass(WATCH)
    return (_worked(pid) - before) / WATCH


def _worked(pid: int) -> float:
    """Seconds of processor so far of all its threads, to the nanosecond; ticks would say 0."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _let_pass(seconds: float) -> None:
    """Time itself is what is waited for: the process shall come to rest, or be watched."""
    Event().wait(seconds)
