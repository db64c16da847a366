"""The computer's lock on Linux: what the desktop and logind say on D-Bus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SAVER, _LOCK = "1saver(bool)", "1lock()"
"""Slots as Qt writes them in C++."""

_LOGIN = "org.freedesktop.login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


class LinuxLock(QObject):
    """Listens to both buses; where there is none it hears nothing.

    `buses` are the session's and the system's.
    """

    def __init__(self, buses: tuple[QDBusConnection, QDBusConnection] | None = None) -> None:
        super().__init__()
        self._session, self._system = buses or (
            QDBusConnection.sessionBus(),
            QDBusConnection.systemBus(),
        )
        self._heard: Callable[[], None] | None = None

    def listen(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        # PySide takes the slot as text, whatever it says of the type.
        session_connect: Callable[..., bool] = self._session.connect
        system_connect: Callable[..., bool] = self._system.connect
        for name, path in _SAVERS:
            session_connect("", path, name, "ActiveChanged", self, _SAVER)
        # Of all sessions of the computer only this one's.
        session = self._own_session()
        if session:
            system_connect(_LOGIN, session, f"{_LOGIN}.Session", "Lock", self, _LOCK)
        manager = f"{_LOGIN}.Manager"
        system_connect(_LOGIN, "/org/freedesktop/login1", manager, "PrepareForSleep", self, _SAVER)

    def stop(self) -> None:
        self._heard = None

    @Slot(bool)
    def saver(self, begins: bool) -> None:
        """The screen is locked or dark, or the computer goes to sleep; or that is over."""
        if begins:
            self.lock()

    @Slot()
    def lock(self) -> None:
        """The session is locked."""
        if self._heard is not None:
            self._heard()

    def _own_session(self) -> str:
        if not self._system.isConnected():
            return ""
        ask = QDBusMessage.createMethodCall(
            _LOGIN, "/org/freedesktop/login1/session/auto", "org.freedesktop.DBus.Properties", "Get"
        )
        ask.setArguments([f"{_LOGIN}.Session", "Id"])
        answer = self._system.call(ask, timeout=300)
        found = answer.arguments()
        if answer.type() != QDBusMessage.MessageType.ReplyMessage or not found:
            return ""
        return f"/org/freedesktop/login1/session/{_escaped(str(found[0]))}"


def _escaped(name: str) -> str:
    """As sd-bus writes a name in a path: signs and a first digit as numbers."""
    return "".join(
        sign
        if sign.isascii() and (sign.isalpha() or (sign.isdigit() and at))
        else f"_{ord(sign):02x}"
        for at, sign in enumerate(name)
    )
