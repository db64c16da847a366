"""Hearing that the computer itself is locked, or goes to sleep, on each system."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

Heard = Callable[[], None]


class SystemLock(Protocol):
    """Tests have one that they lock themselves."""

    def listen(self, heard: Heard) -> None:
        """Call it whenever the computer is locked, until `stop`."""
        ...

    def stop(self) -> None:
        """Listen no more."""
        ...


class Unheard:
    """For a system that tells nobody."""

    def listen(self, heard: Heard) -> None:
        """Nothing will be heard."""

    def stop(self) -> None:
        """There is nothing to stop."""


def system_lock(app: "QGuiApplication", platform: str = sys.platform) -> SystemLock:
    """The listener of this system."""
    if platform == "win32":
        from ui.lock.system_windows import WindowsLock  # not for the start, and only there

        return WindowsLock(app)
    if platform == "darwin":
        from ui.lock.system_mac import MacLock  # not for the start, and only there

        return MacLock()
    from ui.lock.system_linux import LinuxLock  # not for the start

    return LinuxLock()
