"""How long it takes to find the largest names for the board."""

import json
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.demo.class_4b import MORE_GIVEN
from app.domain.board.fit import fit_board
from app.domain.board.places import Canvas
from app.domain.board.scene import BoardName, BoardStation
from app.ports import Clock
from ui.bench.figures import Figure, middle, p95
from ui.bench.processes import ROOT
from ui.board.lettering import Lettering
from ui.theme import QT_ARGUMENTS, Theme

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
COUNTS = (1, 5, 6, 12)
STUDENTS = 60


def board_fit(_folder: Path, _clock: Clock, runs: int) -> list[Figure]:
    """Sixty names at one to twelve stations on three pictures, every width unknown at first.

    The floor is to measure these names once. It is a process of its own, as an app has one face.
    """
    command = [sys.executable, "-m", "ui.bench.fitting", str(max(7, runs))]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    took, floor = json.loads(said.stdout)
    return [
        Figure(
            "board fit",
            "the largest names for 60 students at 1 to 12 stations, p95, over measuring them once",
            "ms", p95(took), middle(floor), 10.0, "value",
        )
    ]  # fmt: skip


def _measured(runs: int) -> tuple[list[float], list[float]]:
    """Milliseconds of every kind of fit (the middle of its runs), and of measuring the names."""
    app = QApplication([*QT_ARGUMENTS, "-platform", "offscreen"])
    theme = Theme()
    theme.apply(app)
    floor = [_measuring(Lettering(theme)) for _ in range(runs)]
    took = [
        middle([_fitting(Lettering(theme), count, size) for _ in range(runs)])
        for count in COUNTS
        for size in SIZES
    ]
    return took, floor


def _names() -> list[str]:
    return [f"{MORE_GIVEN[n % len(MORE_GIVEN)]} {chr(65 + n % 26)}." for n in range(STUDENTS)]


def _measuring(face: Lettering) -> float:
    names = _names()
    face.width("a", 1)  # the first word of a face loads it
    began = time.perf_counter()
    for name in names:
        face.width(name, 1)
    return (time.perf_counter() - began) * 1000


def _fitting(face: Lettering, count: int, size: tuple[int, int]) -> float:
    names = [BoardName(n, text) for n, text in enumerate(_names())]
    stations = [
        BoardStation(n, f"Station {n}", "books", "blue", tuple(names[n::count]))
        for n in range(count)
    ]
    face.width("a", 1)
    began = time.perf_counter()
    fit_board(stations, Canvas(*size), face)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    json.dump(_measured(int(sys.argv[1])), sys.stdout)
