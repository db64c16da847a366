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
    # Only one of them can be imported, and none is for the start.
    if platform == "win32":
        from ui.lock.system_windows import WindowsLock

        return WindowsLock(app)
    if platform == "darwin":
        from ui.lock.system_mac import MacLock

        return MacLock()
    from ui.lock.system_linux import LinuxLock

    return LinuxLock()
