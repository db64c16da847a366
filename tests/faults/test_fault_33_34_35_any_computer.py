"""33 to 35: dense, small and large screens; no sound, no graphics card, no fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.faults.killed import ROOT
from tests.journey.eyes import seen, spoken
from tests.journey.teacher import Teacher
from ui.bootstrap import build_demo, profile_at
from ui.clock import SystemClock

PAGES = ("Live", "Plan", "Progress", "Class", "Settings")
SIZES = ((1024, 600), (1366, 768), (3840, 2160))
SMALLEST = 24
"""CSS px of a target (WCAG 2.5.8)."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_button_can_be_hit(lesson: Teacher, size: tuple[int, int], scale: float) -> None:
    lesson.desk.theme.choose("light", scale, reduced_motion=True)
    lesson.window.resize(*size)
    for page in PAGES:
        lesson.click(page)
        lesson.wait(lambda: not too_small(lesson))  # what is new takes its place first
    lesson.desk.theme.choose("light", 1.0, reduced_motion=True)


def too_small(teacher: Teacher) -> list[str]:
    """Buttons that no finger hits."""
    buttons = seen(QAbstractButton, teacher.window)
    return [spoken(one) for one in buttons if min(one.width(), one.height()) < SMALLEST]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any") / "profile"
    build_demo(profile_at(folder), SystemClock())
    return folder


COMPUTERS = {
    "150 percent": {"QT_SCALE_FACTOR": "1.5"},
    "175 percent": {"QT_SCALE_FACTOR": "1.75"},
    "no graphics card": {"LIBGL_ALWAYS_SOFTWARE": "1", "QT_OPENGL": "software"},
    "no fonts": {"FONTCONFIG_FILE": os.devnull, "QT_QPA_FONTDIR": "/nowhere"},
    "no sound": {"PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": os.devnull},
}


@pytest.mark.parametrize("computer", COMPUTERS)
def test_the_first_picture_comes_on_any_computer(profile: Path, computer: str) -> None:
    """The real app in a process of its own, until it has painted; it complains of nothing."""
    command = [sys.executable, "-m", "ui", "--profile", str(profile), "--until-painted", "--board"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **COMPUTERS[computer]},
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "painted", done.stderr
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    reports = profile_at(profile).reports
    assert not reports.exists() or not list(reports.glob("*.txt"))
