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
        _settled(rondo(profile, "--board"), _pss),
        _settled(_bare(), _pss),
        2.5,
    )


def idle(profile: Path, runs: int) -> Figure:
    """Share of one core while the clock runs and nobody touches anything."""
    del runs
    return Figure(
        "idle",
        "processor while the clock runs, console and board open",
        "share of a core",
        _settled(rondo(profile, "--board"), _busy),
        1.0,
        0.01,
    )


def _bare() -> list[str]:
    return [sys.executable, "-c", BARE]


def rondo(profile: Path, *more: str) -> list[str]:
    """Our window as large as the bare one: what a run before left in the settings may differ."""
    keeper = settings_keeper(profile_at(profile))
    keeper.save(replace(keeper.load(), window=WINDOW, maximised=False))
    return [sys.executable, "-m", "ui", "--profile", str(profile), "--until-painted", *more]


@contextmanager
def _painted(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """The process from its first painted picture on."""
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
        stdout = process.stdout
        if stdout is None or stdout.readline().strip() != "painted":
            process.kill()
            raise RuntimeError(f"no picture came from {command[:3]}")
        yield process
        process.communicate(input="", timeout=20)


def until_painted(command: Sequence[str]) -> float:
    """Seconds from the start of the process to its first picture."""
    began = time.perf_counter()
    with _painted(command):
        return time.perf_counter() - began


def _settled(command: Sequence[str], measure: Callable[[int], float]) -> float:
    with _painted(command) as process:
        _let_pass(SETTLE)
        return measure(process.pid)


def _pss(pid: int) -> float:
    """Megabytes, shared pages counted in proportion (Linux: smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell memory in proportion")


def _busy(pid: int) -> float:
    """Seconds of processor a second, over a while."""
    before = _ticks(pid)
    _let_pass(WATCH)
    return (_ticks(pid) - before) / os.sysconf("SC_CLK_TCK") / WATCH


def _ticks(pid: int) -> int:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(after_name[11]) + int(after_name[12])


def _let_pass(seconds: float) -> None:
    """Time itself is what is waited for: the process shall come to rest, or be watched."""
    Event().wait(seconds)
