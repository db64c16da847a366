"""A screen reader: a client of the accessibility bus that hears what is told there.

It speaks AT-SPI, as Orca does, to an app in a process of its own, and knows nothing else of it.
"""

import os
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import NamedTuple

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE_S = 20
NODE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"
STATES = {
    4: "checked",
    8: "enabled",
    9: "expandable",
    11: "focusable",
    12: "focused",
    23: "selected",
    25: "showing",
    41: "checkable",
}
"""The numbers of AT-SPI for what is looked at here."""

Spot = tuple[str, str]


class Gone(LookupError):
    """It was taken away while it was asked."""


class Thing(NamedTuple):
    """What a reader is told of one thing in a window."""

    spot: Spot
    role: str
    name: str
    states: frozenset[str]


class Reader:
    """Reads an app aloud; `heard` has every announcement.

    Menus are no windows of an app on the bus: a reader learns of them as the focus comes there.
    """

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._signals: deque[object] = deque()
        self._focused: deque[object] = deque()
        self.heard: list[str] = []

    def listen(self) -> None:
        """Ask for announcements and the way of the focus; only then do apps send them."""
        self._hear("Announcement", "object:announcement", self._signals)
        self._hear("StateChanged", "object:state-changed:focused", self._focused)

    def _hear(self, member: str, event: str, queue: deque[object]) -> None:
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member=member)
        self._ask_bus(message_bus.AddMatch(rule))
        self._bus.filter(rule, queue=queue)
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        self._ask_bus(new_method_call(registry, "RegisterEvent", "sass", (event, [], "")))

    def app(self, name: str) -> Spot:
        """An app by its name, once it is there."""
        root = (REGISTRY, "/org/a11y/atspi/accessible/root")
        return self._until(
            lambda: next((s for s in self._children(root) if self._name(s) == name), None)
        )

    def things(self, spot: Spot) -> Iterator[Thing]:
        """All that is shown there, in reading order."""
        thing = self.thing(spot)
        yield thing
        for child in self._children(spot):
            with suppress(Gone):
                if "showing" in self._states(child):
                    yield from self.things(child)

    def thing(self, spot: Spot) -> Thing:
        return Thing(spot, self._role(spot), self._name(spot), self._states(spot))

    def find(self, app: Spot, role: str, name: str) -> Thing:
        """What has this role and a name that begins so, once it is shown."""

        def there() -> Thing | None:
            found = self.things(app)
            return next((t for t in found if t.role == role and t.name.startswith(name)), None)

        return self._until(there)

    def press(self, thing: Thing) -> None:
        """Do what a click on it does."""
        action = DBusAddress(thing.spot[1], thing.spot[0], "org.a11y.atspi.Action")
        self._ask_bus(new_method_call(action, "DoAction", "i", (0,)))

    def wait(self, true: Callable[[], bool]) -> None:
        """Until something is so."""
        self._until(lambda: true() or None)

    def wait_to_hear(self, words: str) -> None:
        """Until something with these words is announced."""
        end = time.monotonic() + PATIENCE_S
        while not any(words in said for said in self.heard):
            left = end - time.monotonic()
            assert left > 0, f"“{words}” was not said: {self.heard}"
            self._take_in(left)

    def wait_for_focus(self, role: str, name: str) -> Thing:
        """Until the focus has come to what has this role and a name that begins so."""

        def there() -> Thing | None:
            signal = self._bus.recv_until_filtered(self._focused, timeout=PATIENCE_S)
            if signal.body[0] != "focused" or not signal.body[1]:
                return None
            fields = signal.header.fields
            thing = self.thing((fields[HeaderFields.sender], fields[HeaderFields.path]))
            return thing if thing.role == role and thing.name.startswith(name) else None

        return self._until(there)

    def window_of(self, thing: Thing) -> Thing:
        """The window or the menu a thing is in."""
        asked = Properties(DBusAddress(thing.spot[1], thing.spot[0], NODE)).get("Parent")
        bus, path = self._ask_bus(asked)[0][1]
        above = self.thing((bus, path)) if bus else None
        return thing if above is None or above.role == "application" else self.window_of(above)

    def _take_in(self, seconds: float) -> None:
        try:
            signal = self._bus.recv_until_filtered(self._signals, timeout=seconds)
        except TimeoutError:
            return
        self.heard.append(str(signal.body[3][1]))

    def _until(self, find: Callable[[], object | None]):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            with suppress(Gone):
                if (found := find()) is not None:
                    return found
        raise AssertionError(f"it never came; heard: {self.heard}")

    def _role(self, spot: Spot) -> str:
        return self._call(spot, "GetRoleName")

    def _name(self, spot: Spot) -> str:
        asked = Properties(DBusAddress(spot[1], spot[0], NODE)).get("Name")
        return self._ask_bus(asked)[0][1]

    def _states(self, spot: Spot) -> frozenset[str]:
        low, high = self._call(spot, "GetState")
        bits = low | high << 32
        return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)

    def _children(self, spot: Spot) -> list[Spot]:
        return self._call(spot, "GetChildren")

    def _call(self, spot: Spot, what: str):
        return self._ask_bus(new_method_call(DBusAddress(spot[1], spot[0], NODE), what))[0]

    def _ask_bus(self, message):
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE_S)
        if reply.header.message_type is MessageType.error:
            raise Gone(reply.body)
        return reply.body


@contextmanager
def reader(environment: Mapping[str, str]) -> Iterator[tuple[Reader, dict[str, str]]]:
    """A reader on a bus of its own, and the environment for apps that are to be read."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=dict(environment), pass_fds=(write,), stdout=quiet, stderr=quiet
    ) as daemon:
        try:
            os.close(write)
            session = os.read(read, 400).decode().strip()
            with open_dbus_connection(bus=_accessibility(session)) as bus:
                own = Reader(bus)
                own.listen()
                more = {"DBUS_SESSION_BUS_ADDRESS": session, "QT_ACCESSIBILITY": "1"}
                more["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
                yield own, {**environment, **more}
        finally:
            os.close(read)
            daemon.terminate()


def _accessibility(session: str) -> str:
    """The address of the bus that readers and apps meet on."""
    bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    with open_dbus_connection(bus=session) as asking:
        reply = asking.send_and_get_reply(new_method_call(bus, "GetAddress"))
        if reply.header.message_type is MessageType.error:
            lacking = "no accessibility bus; `python3 run.py test` as root installs at-spi2-core"
            pytest.fail(lacking) if os.environ.get("CI") == "true" else pytest.skip(lacking)
        return reply.body[0]
