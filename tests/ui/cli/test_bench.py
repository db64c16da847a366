"""The names of the measures, and what the other commands are spared."""

import subprocess
import sys
from pathlib import Path

from ui.bench.measures import BY_NAME
from ui.cli.bench import MEASURES

ROOT = Path(__file__).resolve().parents[3]


def test_every_measure_has_its_name() -> None:
    assert tuple(BY_NAME) == MEASURES


def test_other_commands_import_no_page_and_no_planner() -> None:
    heavy = ("PySide6.QtTest", "ui.desk", "ui.plan", "ui.progress.page", "app.planner")
    told = f"import sys, ui.cli.main; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
