"""Filling a screen with a window, also where the window manager has not heard of the screen yet."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 250
TRIES = 8


def fill(window: QWidget, screen: QScreen) -> None:
    """Show a window all over a screen, without taking the keyboard."""
    window.hide()
    window.winId()
    # A window manager that is still taking the old one away would forget that it is to fill the
    # screen; a new native window has no past.
    window.windowHandle().destroy()
    window.windowHandle().setScreen(screen)
    window.setGeometry(screen.geometry())
    # Not showFullScreen(), which would also take the keyboard from the teacher.
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()


class Filling(QObject):
    """Sees that a window stays on the screen it was put on.

    A window manager that hears of a new screen later than we do puts the window on the one it
    knows, which is the teacher's. It is hidden at once then, and shown again a little later.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._screen: QScreen | None = None
        self._tries = 0
        self._watched: QWindow | None = None
        self._again = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._again.timeout.connect(self._show_again)

    def watch(self, window: QWidget, screen: QScreen) -> None:
        """From now on this window belongs on this screen."""
        self._window, self._screen, self._tries = window, screen, 0
        self._again.stop()
        handle = window.windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.screenChanged.connect(self._look)
        self._look(handle.screen())

    def forget(self) -> None:
        """It belongs nowhere now."""
        self._window = self._screen = None
        self._again.stop()

    def _look(self, screen: QScreen) -> None:
        window = self._window
        if window is None or not window.isVisible() or screen is self._screen:
            return
        window.hide()
        if self._tries < TRIES:
            self._tries += 1
            self._again.start()

    def _show_again(self) -> None:
        window, screen = self._window, self._screen
        if window is not None and screen is not None:
            fill(window, screen)
            self._look(window.windowHandle().screen())
