"""The faults: one budget and one tally for all of them, and the figure at the end of the run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.faults.budget import Budget, asked_for
from tests.faults.opened import App
from tests.faults.tally import Tally
from tests.journey.conftest import computer, journey_theme, lesson, prepared, teacher
from ui.theme import Theme

_BUDGET = pytest.StashKey[Budget]()
_TALLY = pytest.StashKey[Tally]()


@pytest.fixture(scope="session")
def budget(pytestconfig: pytest.Config) -> Budget:
    """How many turns a long run takes."""
    whole = asked_for(pytestconfig.getoption("markexpr"))
    return pytestconfig.stash.setdefault(_BUDGET, Budget(whole))


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Tally:
    """Counts what came of the faults."""
    return pytestconfig.stash.setdefault(_TALLY, Tally())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where notes are held: not at home with whoever runs the tests."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("USERPROFILE", str(place))
    return place


@pytest.fixture(autouse=True)
def every_test_is_a_fault(request: pytest.FixtureRequest, tally: Tally) -> Iterator[None]:
    """A test of a fault that counts none itself has tried one."""
    before = tally.tried
    yield
    if tally.tried == before and "test_fault_" in request.node.nodeid:
        tally.fault()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """One line, whatever else was run."""
    tally = config.stash.get(_TALLY, None)
    if tally is not None:
        terminalreporter.write_sep("=", "faults")
        terminalreporter.write_line(tally.line())


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, journey_theme: Theme) -> Iterator[App]:
    """Starts the app on any folder."""
    made = App(qtbot, qapp, journey_theme)
    yield made
    made.stop()


__all__ = ["computer", "journey_theme", "lesson", "prepared", "teacher"]
