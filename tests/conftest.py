"""What holds for every test: no network, no surprise in the log, no thread left behind."""

import logging
import os
import re
import socket
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt: a test needs no screen unless it asks for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every machine; `--hypothesis-profile=explore` looks further.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("house", unhurried, max_examples=60, derandomize=True)
settings.register_profile("explore", unhurried, max_examples=2000)
settings.load_profile("house")


class SocketOpened(AssertionError):
    """Rondo promises that everything stays on this computer."""


class SocketGuard:
    """Hears of every socket Python makes, also from C code, and refuses those of a network.

    An audit hook cannot be taken out again, so there is one for the whole run, switched on per
    test. AF_UNIX stays allowed: asyncio wakes itself with a pair of them.
    """

    def __init__(self) -> None:
        self.armed = False
        self.seen: list[str] = []

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if not self.armed or not event.startswith("socket.") or not self._network(event, args):
            return
        self.seen.append(f"{event} {args[1:]}")
        raise SocketOpened(self.seen[-1])

    @staticmethod
    def _network(event: str, args: tuple[object, ...]) -> bool:
        if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
            return True
        if sys.platform == "win32":  # has no AF_UNIX pair; asyncio joins two ends on the loopback
            return event == "socket.connect" and "127.0.0.1" not in str(args[1:])
        return event == "socket.__new__" and args[1] != socket.AF_UNIX


guard = SocketGuard()
sys.addaudithook(guard)


@pytest.fixture(autouse=True)
def no_sockets() -> Iterator[SocketGuard]:
    """Fail the test that opens a network socket, even when its code swallows the refusal."""
    guard.armed, guard.seen = True, []
    yield guard
    guard.armed = False
    assert not guard.seen, f"a network socket was opened: {guard.seen}"


class LogLines(logging.Handler):
    """Collects warnings and worse; a test names those it wants with `expect`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {self.format(record)}")

    def expect(self, pattern: str) -> None:
        """Allow, and from then on demand, a line in which the regular expression is found."""
        self.expected.append(pattern)

    def surprises(self) -> list[str]:
        return [line for line in self.lines if not any(re.search(p, line) for p in self.expected)]

    def missing(self) -> list[str]:
        return [p for p in self.expected if not any(re.search(p, line) for line in self.lines)]


@pytest.fixture(autouse=True)
def log_lines() -> Iterator[LogLines]:
    """Fail the test that logs a warning nobody expected, or not the one it expected."""
    lines = LogLines()
    logging.getLogger().addHandler(lines)
    yield lines
    logging.getLogger().removeHandler(lines)
    assert not lines.surprises(), "unexpected log lines"
    assert not lines.missing(), "expected log lines did not come"


@pytest.fixture(autouse=True)
def no_work_left_behind() -> Iterator[None]:
    """Wait for the thread pool, so that no test's work runs into the next one."""
    yield
    if qt := sys.modules.get("PySide6.QtCore"):  # a test without Qt shall not load it
        assert qt.QThreadPool.globalInstance().waitForDone(10_000), "work did not end"


@pytest.fixture(autouse=True, scope="session")
def nobodys_profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the data of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    names = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"]
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setenv(name, str(home / name.lower()))
        yield
