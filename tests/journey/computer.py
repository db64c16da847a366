"""The whole app in this process: real windows, real files, and time that goes when told to."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock, FakeDialogs
from tests.fakes.screens import LAPTOP, FakeScreens
from ui.board.screens import ScreenFacts
from ui.bootstrap import profile_at, settings_keeper
from ui.desk.desk import Desk
from ui.host import Host
from ui.options import Options
from ui.tasks import join_loops
from ui.theme import Theme

WAIT_MS = 15_000
PROJECTOR = ScreenFacts("HDMI-1", "A17", 1366, 0, 1024, 768)


class Computer:
    """The teacher's computer: a laptop with a projector, one profile folder, a fake clock.

    What the app keeps is in `folder`; the questions it asks are answered by `dialogs`.
    """

    def __init__(self, qtbot: QtBot, app: QApplication, theme: Theme, folder: Path) -> None:
        self._qtbot = qtbot
        self._app = app
        self._theme = theme
        self._hook = sys.excepthook
        self._leave: Callable[[], None] | None = None
        self._host: Host | None = None
        self.clock = FakeClock()
        self.dialogs = FakeDialogs()
        self.screens = FakeScreens(LAPTOP, PROJECTOR)
        self.use(folder)

    def use(self, folder: Path) -> None:
        """Keep everything in this folder from the next start on; nothing moves in its windows."""
        self.folder = folder
        keeper = settings_keeper(profile_at(folder).made())
        keeper.save(replace(keeper.load(), scheme="light", reduced_motion=True))

    @property
    def desk(self) -> Desk:
        """What is open."""
        assert self._host is not None
        assert self._host.desk is not None
        return self._host.desk

    @property
    def has_desk(self) -> bool:
        """Whether anything is open; not while a backup is being opened."""
        return self._host is not None and self._host.desk is not None

    def start(self, **options: bool) -> None:
        """Start the app and wait for its first picture."""
        chosen = Options(profile=self.folder, debug=True, **options)
        host = Host(
            self._app,
            self._theme,
            self.clock,
            chosen,
            lambda _window: self.screens,
            lambda _window: self.dialogs,
        )
        self._host = host
        host.painted.connect(self._join)
        host.start(profile_at(self.folder))
        self._qtbot.waitUntil(lambda: self._leave is not None, timeout=WAIT_MS)
        self.fill_the_laptop()

    def fill_the_laptop(self) -> None:
        """Qt without a screen believes in one of its own size; ours is the laptop's."""
        window = self.desk.window
        window.showNormal()
        window.setGeometry(0, 0, LAPTOP.width, LAPTOP.height)
        self._qtbot.waitUntil(lambda: window.width() == LAPTOP.width, timeout=WAIT_MS)
        self.come_back()

    def come_back(self) -> None:
        """Without a screen nobody gives the keyboard back to the window when a menu is closed."""
        window = self.desk.window

        def active() -> bool:
            """A window that closes just now may take it away again: then ask once more."""
            if not window.isActiveWindow():
                window.activateWindow()
            return window.isActiveWindow()

        self._qtbot.waitUntil(active, timeout=WAIT_MS)

    def stop(self) -> None:
        """Close the window as the teacher does, and end the program."""
        if self._host is not None and self._host.desk is not None:
            care = self._host.desk.care
            self._host.desk.window.close()
            self._qtbot.waitUntil(lambda: care.has_left, timeout=WAIT_MS)
        self._end()

    def bugs(self) -> list[str]:
        """Reports the app wrote about itself."""
        reports = profile_at(self.folder).reports
        return [file.read_text("utf-8") for file in reports.glob("*")] if reports.exists() else []

    def _join(self) -> None:
        self._leave = join_loops(self._app)

    def _end(self) -> None:
        host, self._host = self._host, None
        self.screens.forget()
        if host is not None:
            host.close()
            host.deleteLater()
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()
        # Whoever asked to quit asked a loop that was not there; the next one would end at once.
        QTimer.singleShot(0, self._app.quit)
        self._app.exec()
        sys.excepthook = self._hook
