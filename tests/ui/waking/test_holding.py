"""A desktop is really kept awake, in our name, and let go, also by a program that is killed."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journey.x_server import must_have
from tests.ui.waking.desktop import COOKIE, ScreenSaver, desktop, keeper_process
from ui.waking.holding import Waking

PATIENCE_S = 20


@pytest.fixture
def saver(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    """The desktop of whoever runs the test is left alone."""
    must_have()
    with desktop() as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
        yield found


def test_the_desktop_hears_that_rondo_teaches_and_that_it_is_over(saver: ScreenSaver) -> None:
    waking = Waking()
    waking.set(True)
    waking.set(True)
    assert saver.heard.get(timeout=PATIENCE_S) == ("Inhibit", "Rondo", "A lesson is running")
    waking.set(False)
    assert saver.heard.get(timeout=PATIENCE_S) == ("UnInhibit", COOKIE)
    waking.set(True)
    assert saver.heard.get(timeout=PATIENCE_S)[0] == "Inhibit"
    waking.set(False)
    assert saver.heard.get(timeout=PATIENCE_S)[0] == "UnInhibit"


def test_killed_it_is_off_the_bus_so_the_desktop_forgets_it(
    saver: ScreenSaver, qtbot: QtBot
) -> None:
    with keeper_process(saver.address) as keeper:
        assert saver.heard.get(timeout=PATIENCE_S)[0] == "Inhibit"
        assert saver.guests() != []
        keeper.kill()
    qtbot.waitUntil(lambda: saver.guests() == [])


def test_where_no_desktop_answers_there_is_a_line_in_the_log_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot, tmp_path: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("elsewhere the system always answers")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    caplog.set_level(logging.INFO, "ui.waking.holding")
    waking = Waking()
    waking.set(True)
    qtbot.waitUntil(lambda: "The screen may go dark in the lesson" in caplog.text)
    waking.set(False)


def test_a_bus_on_a_network_is_never_asked(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """No socket is opened: the guard of every test would say so."""
    if sys.platform != "linux":
        pytest.skip("only Linux has a D-Bus")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1")
    caplog.set_level(logging.INFO, "ui.waking.holding")
    waking = Waking()
    waking.set(True)
    qtbot.waitUntil(lambda: "not supported" in caplog.text)
    waking.set(False)
