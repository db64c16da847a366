"""Measurements with the app's own windows end as the app does, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def measured(*names: str) -> tuple[list[dict[str, object]], str]:
    """The figures, and what else was said."""
    command = [sys.executable, "-W", "error", "-m", "ui", "bench", *names, "--runs", "1", "--json"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode in {0, 1}, done.stderr  # a bar may be missed where others work too
    return json.loads(done.stdout), done.stderr


@pytest.mark.long
def test_the_drag_ends_with_the_last_backup_and_without_a_warning() -> None:
    figures, said = measured("drag")
    assert [figure["name"] for figure in figures] == ["carry", "carry worst", "drop"]
    assert all(isinstance(f["value"], float) and f["value"] > 0 for f in figures)
    assert "never awaited" not in said
    assert "Traceback" not in said
