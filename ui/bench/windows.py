"""The app's own windows in this process, for measurements that look at one thread from inside."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Clock
from ui.application import collect_again
from ui.board.screens import Screens
from ui.bootstrap import Key, profile_at
from ui.desk.desk import Desk
from ui.host import Host
from ui.lock.unlock_window import UnlockWindow
from ui.options import Options
from ui.tasks import join_loops
from ui.theme import QT_ARGUMENTS, Theme

SETTLE_MS = 500


def in_windows(
    profile: Path,
    clock: Clock,
    key: Key | None,
    work: Callable[[Desk], object],
    make_screens: Callable[[QWidget], Screens] | None = None,
) -> None:
    """Open a profile with console and board, let them settle, and do the work.

    With `make_screens` the computer has other screens than it has.

    It ends when the work closes the desk's window, as the app does: with a last backup.
    """
    app, theme = _application()
    host = Host(app, theme, clock, Options(profile=profile, board=True), make_screens)
    leave = list[Callable[[], bool]]()

    def begin() -> None:
        leave.append(join_loops(app))
        collect_again()  # as the app does: what is measured is no search through its modules
        if key is not None:
            unlock_window().opened.emit(key)
        QTimer.singleShot(SETTLE_MS, app, lambda: work(desk_of(host)))

    host.painted.connect(begin, Qt.ConnectionType.SingleShotConnection)
    host.start(profile_at(profile))
    app.exec()
    host.close()
    for end in leave:
        end()


@cache
def _application() -> tuple[QApplication, Theme]:
    """There can be but one, whatever is measured one after the other."""
    app = QApplication(QT_ARGUMENTS)
    app.setQuitOnLastWindowClosed(False)
    theme = Theme()
    theme.apply(app)
    return app, theme


def desk_of(host: Host) -> Desk:
    """What is open."""
    if host.desk is None:
        raise RuntimeError("there is no class open")
    return host.desk


def unlock_window() -> UnlockWindow:
    """The window that asks for the passphrase."""
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, UnlockWindow)]
    return next(window for window in shown if window.isVisible())
