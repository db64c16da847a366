"""The computer's lock on Windows: the session message that every window may ask for."""

import ctypes
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtGui import QGuiApplication

WM_WTSSESSION_CHANGE = 0x02B1
WM_POWERBROADCAST = 0x0218
WTS_SESSION_LOCK = 0x7
PBT_APMSUSPEND = 0x4
_THIS_SESSION = 0


class WindowsLock(QAbstractNativeEventFilter):
    """Looks at the messages of our windows; one of them has asked to be told of the session."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._app = app
        self._heard: Callable[[], None] | None = None

    def listen(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        self._app.installNativeEventFilter(self)
        for window in self._app.topLevelWindows():
            if _register(window.winId()):
                return

    def stop(self) -> None:
        self._heard = None
        self._app.removeNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message, and let it pass."""
        if QByteArray(kind).startsWith(b"windows"):
            found = wintypes.MSG.from_address(int(message))
            if self._heard is not None and means_lock(found.message, found.wParam):
                self._heard()
        return False, 0


def means_lock(message: int, reason: int) -> bool:
    """Whether a message says that the computer is locked, or goes to sleep."""
    if message == WM_WTSSESSION_CHANGE:
        return reason == WTS_SESSION_LOCK
    return message == WM_POWERBROADCAST and reason == PBT_APMSUSPEND


def _register(window: int) -> bool:
    """Ask the system to tell this window (WTSRegisterSessionNotification)."""
    windows: object = getattr(ctypes, "windll", None)
    ask = getattr(getattr(windows, "wtsapi32", None), "WTSRegisterSessionNotification", None)
    return ask is not None and bool(ask(window, _THIS_SESSION))
