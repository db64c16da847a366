"""How the desktop is asked on Linux: on D-Bus, which is a Unix socket and never a network."""

from wakepy.core import DBusMethodCall
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

_APP = "Rondo"
_WHY = "A lesson is running"
_WORDS = {
    "application_name": _APP,
    "reason_for_inhibit": _WHY,
    "app_id": _APP,
    "reason": _WHY,
}


class Named(JeepneyDBusAdapter):
    """Desktops show who keeps them awake and why: that is Rondo, not a library it uses."""

    def process(self, call: DBusMethodCall) -> object:
        """Send a call, with our words in the place of the library's."""
        said = call.get_kwargs()
        if said:
            call = call.method.to_call({key: _WORDS.get(key, said[key]) for key in said})
        return super().process(call)

    def close_connections(self) -> None:
        """Close them; without a collection of all garbage, which would be in a strange thread."""
        for connection in self._connections.values():
            self.close_connection(connection)
        self._connections.clear()
