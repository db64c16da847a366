"""A desktop that hears who keeps it awake: a real D-Bus of our own, and a service on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Queue
from threading import Thread

if sys.platform == "linux":
    from jeepney import HeaderFields, MessageType, new_error, new_method_return
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

SERVICE = "org.freedesktop.ScreenSaver"
COOKIE = 4711
Said = tuple[object, ...]


class ScreenSaver:
    """Answers like a desktop; `heard` has each call: its name, and what was said."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.heard: Queue[Said] = Queue()
        self._bus = open_dbus_connection(bus=address)
        self._bus.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def guests(self) -> list[str]:
        """Who is on the bus, but for the service and whoever asks."""
        with open_dbus_connection(bus=self.address) as asking:
            (names,) = asking.send_and_get_reply(message_bus.ListNames()).body
            own = {asking.unique_name, self._bus.unique_name}
        return [name for name in names if name.startswith(":") and name not in own]

    def wait_for_the_end(self) -> None:
        """Its bus is gone."""
        self._thread.join()

    def _serve(self) -> None:
        with self._bus, suppress(ConnectionError):
            while True:
                call = self._bus.receive()
                if call.header.message_type is MessageType.method_call:
                    self._answer(call)

    def _answer(self, call) -> None:
        name = call.header.fields[HeaderFields.member]
        if name == "Inhibit":
            answer = new_method_return(call, "u", (COOKIE,))
        elif name == "UnInhibit":
            answer = new_method_return(call)
        else:
            answer = new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
        self._bus.send(answer)
        self.heard.put((name, *call.body))


@contextmanager
def desktop() -> Iterator[ScreenSaver]:
    """A bus, ended with the test."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"]
    with subprocess.Popen(command, pass_fds=(write,)) as daemon:
        os.close(write)
        saver = ScreenSaver(os.read(read, 400).decode().strip())
        try:
            yield saver
        finally:
            os.close(read)
            daemon.terminate()
            saver.wait_for_the_end()


KEEPER = """
import sys
from ui.waking.holding import Waking
waking = Waking()
waking.set(True)
sys.stdin.read()
"""


def keeper_process(address: str) -> "subprocess.Popen[bytes]":
    """A program that keeps the desktop awake until it is killed."""
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
    return subprocess.Popen([sys.executable, "-c", KEEPER], env=environment, stdin=subprocess.PIPE)
