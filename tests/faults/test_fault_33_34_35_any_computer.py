"""33 to 35: dense, small and large screens; no sound, no graphics card, no fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.faults.killed import ROOT
from tests.journey.eyes import seen, spoken
from tests.journey.teacher import Teacher
from ui.bootstrap import build_demo, profile_at
from ui.clock import SystemClock

PAGES = ("Live", "Plan", "Progress", "Class", "Reports", "Settings")
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


ROOMS = [
    (1.0, (1024, 536)),  # 1024 by 600 without the bars of the desktop
    (1.0, (910, 452)),  # 1366 by 768 at 150 percent
    (1.0, (1097, 580)),  # 1920 by 1080 at 175 percent
    (1.3, (1024, 536)),
    (2.0, (1366, 728)),
    (1.0, (3840, 2120)),
]


@pytest.mark.parametrize(("scale", "size"), ROOMS, ids=str)
def test_the_window_fits_and_cuts_no_control(
    lesson: Teacher, scale: float, size: tuple[int, int]
) -> None:
    lesson.desk.theme.choose("light", scale, reduced_motion=True)
    lesson.window.resize(*size)
    for page in PAGES:
        lesson.desk.go(page.lower())
        lesson.wait(lambda: not cut_off(lesson))
        assert (lesson.window.width(), lesson.window.height()) == size, page
    lesson.desk.theme.choose("light", 1.0, reduced_motion=True)


def cut_off(teacher: Teacher) -> list[str]:
    """Controls of which a part is out of sight, and no scrolling up or down brings it back."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    controls = [w for kind in kinds for w in teacher.window.findChildren(kind) if w.isVisible()]
    return [spoken(control) for control in controls if is_cut(control)]


def is_cut(control: QWidget) -> bool:
    rect, inside = control.rect(), control
    while (parent := inside.parentWidget()) is not None and not inside.isWindow():
        rect.translate(inside.pos())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            across = parent.rect().left() <= rect.left() and rect.right() <= parent.rect().right()
            return not across and area.horizontalScrollBar().maximum() == 0
        if not parent.rect().contains(rect):
            return True
        inside = parent
    return False


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
