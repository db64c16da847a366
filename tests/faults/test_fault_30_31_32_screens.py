"""30 to 32: the projector goes, comes, changes, mirrors the laptop, or is the main screen."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.fakes.screens import LAPTOP, MIRROR
from tests.faults.killed import ROOT
from tests.journey.computer import PROJECTOR
from tests.journey.teacher import Teacher
from ui.board.screens import ScreenFacts
from ui.board.whereabouts import projector

OTHER_PROJECTOR = ScreenFacts("DP-3", "C9", 1366, 0, 3840, 2160)


def place_of(screen: ScreenFacts) -> QRect:
    return QRect(screen.x, screen.y, screen.width, screen.height)


def covers(window: QWidget, screen: ScreenFacts) -> bool:
    """Whether anything of a window that can be seen is on a screen."""
    return window.isVisible() and window.geometry().intersects(place_of(screen))


def test_unplugged_the_board_hides_and_plugged_in_again_it_is_where_it_was(
    lesson: Teacher,
) -> None:
    screens, window = lesson.computer.screens, lesson.window
    place = window.geometry()
    for _time in range(3):
        screens.become(LAPTOP)
        lesson.wait(lambda: not lesson.board.isVisible())
        assert not covers(lesson.board, LAPTOP)
        assert window.geometry() == place
        assert not window.isFullScreen()
        screens.become(LAPTOP, PROJECTOR)
        lesson.wait_for_projector()
        assert lesson.board.geometry() == place_of(PROJECTOR)
    assert lesson.board_places() == lesson.console_places()


def test_of_two_projectors_the_board_comes_back_to_the_one_it_was_on(lesson: Teacher) -> None:
    lesson.computer.screens.become(LAPTOP)
    lesson.wait(lambda: not lesson.board.isVisible())
    other = replace(OTHER_PROJECTOR, x=3000)
    lesson.computer.screens.become(LAPTOP, other, PROJECTOR)
    lesson.wait_for_projector()
    assert lesson.board.geometry() == place_of(PROJECTOR)


def test_another_resolution_is_filled_and_every_name_is_still_there(lesson: Teacher) -> None:
    before = lesson.board_places()
    small = replace(PROJECTOR, width=800, height=600)
    lesson.computer.screens.become(LAPTOP, small)
    lesson.wait(lambda: lesson.board.geometry() == place_of(small))
    assert lesson.board_places() == before


def test_a_mirror_of_the_laptop_or_no_second_screen_opens_no_board_by_itself(
    lesson: Teacher,
) -> None:
    for screens in ((LAPTOP, MIRROR), (LAPTOP,)):
        lesson.computer.stop()
        lesson.computer.screens.become(*screens)
        lesson.computer.start()
        lesson.wait_to_read("Not in the room")
        assert not covers(lesson.board, LAPTOP)


def test_the_board_goes_to_the_screen_the_teacher_is_not_on_whichever_is_the_main_one() -> None:
    for first, second in ((LAPTOP, PROJECTOR), (PROJECTOR, LAPTOP)):
        assert projector((first, second), LAPTOP, "") == PROJECTOR
        assert projector((first, second), PROJECTOR, "") == LAPTOP


FIRST_START = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from app.settings import Settings
from ui.place import show_in_place
app = QApplication(sys.argv)
window = QWidget()
show_in_place(window, Settings())
sys.stdout.write(window.screen().name())
"""
BOTH = [("HDMI-1", 0), ("eDP-1", 1920)]
ROOMS = [(BOTH, "eDP-1"), (BOTH[::-1], "eDP-1"), ([("HDMI-1", 0), ("DP-1", 1920)], "HDMI-1")]


@pytest.mark.parametrize(("screens", "teachers"), ROOMS)
def test_on_the_first_day_the_teachers_window_opens_on_the_laptop_itself(
    tmp_path: Path, screens: list[tuple[str, int]], teachers: str
) -> None:
    """The first screen named is the main one; where no name tells, the window opens there."""
    facts = [{"name": n, "x": x, "y": 0, "width": 1920, "height": 1080} for n, x in screens]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": facts}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", FIRST_START],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == teachers, done.stderr


REMEMBERED = """
import json, sys
from PySide6.QtWidgets import QApplication, QWidget
from app.settings import Settings
from ui.place import show_in_place, show_small, with_place
app = QApplication(sys.argv)
kept = json.loads(sys.argv[1])
settings = Settings(**{**kept, "window": tuple(kept.get("window", ()))})
window, message = QWidget(), QWidget()
message.resize(400, 300)
show_in_place(window, settings)
show_small(message, settings)
place = window.geometry().getRect()
found = [window.screen().name(), list(place), message.screen().name()]
sys.stdout.write(json.dumps([*found, with_place(window, "live", settings).window_screen]))
"""
HDMI, DP = "HDMI-1||||0|0", "DP-1||||1920|0"
PLACE = (2020, 100, 900, 600)
ALONE, PAIR = [("DP-1", 0)], [("HDMI-1", 0), ("DP-1", 1920)]
Rect = list[int]


@pytest.mark.parametrize(
    ("screens", "kept", "where", "rect"),
    [
        (PAIR, {"board_screen": HDMI}, "DP-1", None),
        (PAIR[::-1], {"board_screen": HDMI}, "DP-1", None),
        (PAIR, {"window": PLACE, "window_screen": DP}, "DP-1", [2020, 100, 900, 600]),
        (ALONE, {"window": PLACE, "window_screen": DP}, "DP-1", [100, 100, 900, 600]),
        (ALONE, {"window": (9000, 9000, 900, 600), "window_screen": HDMI}, "DP-1", None),
        (ALONE, {"window": (9000, 9000, 900, 600)}, "DP-1", None),
        (ALONE, {"window": (1900, 0, 5000, 9000), "window_screen": "DP-1||||0|0"}, "DP-1", None),
    ],
)
def test_the_next_day_the_window_is_on_its_screen_wherever_that_stands_and_whole(
    tmp_path: Path,
    screens: list[tuple[str, int]],
    kept: dict[str, object],
    where: str,
    rect: Rect | None,
) -> None:
    facts = [{"name": n, "x": x, "y": 0, "width": 1920, "height": 1080} for n, x in screens]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": facts}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", REMEMBERED, json.dumps(kept)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )
    screen, place, message, told = json.loads(done.stdout)
    assert (screen, message) == (where, where), done.stderr
    assert told.startswith(f"{where}|")
    assert place == rect or rect is None
    left = dict(screens)[where]
    assert QRect(left, 0, 1920, 1080).contains(QRect(*place))
