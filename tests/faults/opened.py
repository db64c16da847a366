"""The app opened in this process or in one of its own, on a real folder."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from data.surroundings import Surroundings
from tests.fakes import FakeClock, FakeDialogs
from tests.fakes.screens import LAPTOP, FakeScreens
from ui.bootstrap import build_demo, profile_at
from ui.desk.desk import Desk
from ui.host import Host
from ui.opening.trouble import TroubleWindow
from ui.options import Options
from ui.tasks import join_loops
from ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
WAIT_MS = 15_000


class App:
    """What a start on a folder shows: a trouble window or a desk."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
        self._qtbot = qtbot
        self.app = qapp
        self._theme = theme
        self._host: Host | None = None
        self._hook = sys.excepthook
        self._leave: Callable[[], bool] | None = None
        self.dialogs = FakeDialogs()

    def start(self, folder: Path, around: Surroundings | None = None) -> None:
        self.stop()
        host = Host(
            self.app,
            self._theme,
            FakeClock(),
            Options(profile=folder, debug=True),
            lambda _window: FakeScreens(LAPTOP),
            lambda _window: self.dialogs,
            around,
        )
        self._host = host
        host.painted.connect(self._join)
        with self._qtbot.waitSignal(host.painted, timeout=WAIT_MS):
            host.start(profile_at(folder))

    @property
    def desk(self) -> Desk:
        assert self._host is not None
        assert self._host.desk is not None, self.trouble.said.text()
        return self._host.desk

    def windows(self) -> list[QWidget]:
        """Every window that is seen."""
        return [window for window in self.app.topLevelWidgets() if window.isVisible()]

    @property
    def has_trouble(self) -> bool:
        return any(isinstance(window, TroubleWindow) for window in self.windows())

    @property
    def trouble(self) -> TroubleWindow:
        shown = [w for w in self.app.topLevelWidgets() if isinstance(w, TroubleWindow)]
        return next(window for window in shown if window.isVisible())

    def take(self, way: str) -> None:
        """Press the button of a way on."""
        self.trouble.buttons[way].click()

    def line(self, key: str) -> str:
        """What stands above the page."""
        line = self.desk.window.banners.line(key)
        return line.text() if line else ""

    def copied(self) -> str:
        """What lies on the clipboard."""
        return self.app.clipboard().text()

    def wait(self, true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(true, timeout=WAIT_MS)

    @property
    def has_desk(self) -> bool:
        return self._host is not None and self._host.desk is not None

    def hear(self, listener: Callable[[object], None]) -> None:
        """Hear what other copies of the app ask for."""
        assert self._host is not None
        self._host.asked.connect(listener)

    def _join(self) -> None:
        if self._leave is None:
            self._leave = join_loops(self.app)

    def stop(self) -> None:
        """End it as `run_app` does."""
        host, self._host = self._host, None
        if host is None:
            return
        windows = [w for w in self.app.topLevelWidgets() if isinstance(w, TroubleWindow)]
        host.close()
        host.deleteLater()
        for window in windows:
            window.hide()
            window.deleteLater()  # else a collection in a worker may destroy it
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()
        # Whoever asked to quit asked a loop that was not there; the next one would end at once.
        QTimer.singleShot(0, self.app.quit)
        self.app.exec()
        sys.excepthook = self._hook


def filled(folder: Path) -> Path:
    """A profile with the demo class; its database."""
    profile = profile_at(folder)
    build_demo(profile, FakeClock())
    return profile.database


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "ui", *words, "--profile", str(folder)]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}


def rondo(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The rondo command in a process of its own, to its end."""
    return subprocess.run(
        command(folder, *words),
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def real_window(folder: Path, *words: str, **more: str) -> Iterator["subprocess.Popen[str]"]:
    """A window of another process, from its first picture on."""
    with subprocess.Popen(
        command(folder, *words, "--until-painted"),
        cwd=ROOT,
        env=environment(**more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "painted\n"
            yield process
        finally:
            process.kill()
