"""A window that belongs on one screen is never left on another."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.faults.killed import ROOT
from ui.board.filling import Filling, fill

DISPLACED = """
import json, sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui.board.filling import TRIES, Filling, fill
app = QApplication(sys.argv)
laptop, projector = app.screens()
stubborn = sys.argv[1] == "stubborn"
owner, board = QObject(), QWidget()
filling = Filling(owner)
fill(board, projector)
filling.watch(board, projector)
seen = []

def take_it_away():
    '''A window manager puts it on the screen that it knows.'''
    board.windowHandle().setScreen(laptop)
    seen.append(board.isVisible())
    QTimer.singleShot(300, look)

def look():
    shown_again = board.isVisible() and board.screen() is projector
    seen.append(shown_again)
    if stubborn and shown_again and len(seen) < 50:
        take_it_away()
    else:
        app.quit()

QTimer.singleShot(0, take_it_away)
app.exec()
sys.stdout.write(json.dumps([seen, TRIES]))
"""


def taken_away(folder: Path, how: str) -> tuple[list[bool], int]:
    """Whether it was seen at once on the other screen, and a little later on its own."""
    facts = [
        {"name": n, "x": x, "y": 0, "width": 800, "height": 600} for n, x in (("a", 0), ("b", 800))
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": facts}))
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", DISPLACED, how],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )
    seen, tries = json.loads(done.stdout)
    return seen, tries


def test_put_elsewhere_it_is_hidden_at_once_and_comes_back_where_it_belongs(
    tmp_path: Path,
) -> None:
    seen, _tries = taken_away(tmp_path, "once")
    assert seen == [False, True]


def test_a_window_manager_that_insists_is_not_argued_with_for_ever(tmp_path: Path) -> None:
    seen, tries = taken_away(tmp_path, "stubborn")
    assert seen == [False, True] * tries + [False, False]


def test_hidden_on_purpose_it_stays_hidden(qtbot: QtBot, qapp: QGuiApplication) -> None:
    window, owner = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(owner)
    filling = Filling(owner)
    fill(window, qapp.primaryScreen())
    filling.watch(window, qapp.primaryScreen())
    filling.forget()
    window.hide()
    window.windowHandle().screenChanged.emit(qapp.primaryScreen())
    assert not window.isVisible()
