"""Starting the app: one look, one profile at a time, the first picture before the rest."""

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from app.ports import Clock, Speaker
from ui.bootstrap import profile_at
from ui.host import Host
from ui.icons import app_icon
from ui.options import Options
from ui.tasks import join_loops
from ui.theme import QT_ARGUMENTS, Theme
from ui.tokens import RESOURCES

if TYPE_CHECKING:
    from ui.upkeep.crash import CrashWatch


def nobody(_host: Host) -> None:
    """Nobody waits for the app but whoever sits before it."""


def run_app(options: Options, clock: Clock, ready: Callable[[Host], None] = nobody) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `ready` is given the host before it starts.
    """
    app = QApplication(QT_ARGUMENTS)
    app.setApplicationName("Rondo")
    app.setApplicationDisplayName("Rondo")
    theme = Theme()
    theme.apply(app)
    app.setQuitOnLastWindowClosed(False)  # between two profiles there may be none
    host = Host(app, theme, clock, options)
    host.hear_with(_loudspeaker)
    leave = _Once()
    watches: list[CrashWatch] = []

    def begin() -> None:
        """What waited for the first picture; a second profile's comes later and changes nothing."""
        if options.until_painted:
            _tell_painted(app)
        leave.set(join_loops(app))
        collect_again()
        app.setWindowIcon(app_icon(RESOURCES))
        _leave_when_asked(app, host, watches)
        watches.append(host.watch())

    host.painted.connect(begin, Qt.ConnectionType.SingleShotConnection)
    ready(host)
    host.start(profile_at(options.profile))
    code = app.exec()
    host.close()
    for watch in watches:
        watch.end()
    if not leave():
        _end_without_the_workers(code)
    return code


def _loudspeaker() -> Speaker:
    from ui.sound.loudspeaker import Loudspeaker  # not for the start

    return Loudspeaker()


class _Once:
    """Keeps what is to be done at the end, from the first time it is set."""

    def __init__(self) -> None:
        self._then: Callable[[], bool] | None = None

    def set(self, then: Callable[[], bool]) -> None:
        self._then = then

    def __call__(self) -> bool:
        return self._then() if self._then is not None else True


def _end_without_the_workers(code: int) -> None:
    """Python would wait for a worker for ever; all that was said to be saved is on the disk."""
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a program without a console has none
        stream.flush()
    os._exit(code)


def _leave_when_asked(app: QApplication, host: Host, watches: "list[CrashWatch]") -> None:
    """At log-out the app ends as if its window were closed, and calls that no crash."""
    from ui.upkeep.asked_to_end import hear_asked_to_end  # not for the start

    def ends() -> None:
        for watch in watches:
            watch.asked_to_end()

    def asked() -> None:
        ends()
        host.leave()

    hear_asked_to_end(app, asked)
    app.aboutToQuit.connect(ends)  # on Windows a session ends with no other word


def collect_again() -> None:
    """What the start made stays until the end, so the collector need not look at it again."""
    gc.freeze()
    gc.enable()


def _tell_painted(app: QApplication) -> None:
    """Say it to whoever measures, and end with standard input."""
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    end.activated.connect(app.quit)
