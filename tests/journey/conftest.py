"""A teacher at a computer, on her first day or in the middle of a lesson."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journey.computer import Computer
from tests.journey.prepared import prepare
from tests.journey.teacher import Teacher
from tests.journey.x_server import must_have, x_server
from ui.theme import Theme


@pytest.fixture(scope="session")
def journey_theme(qapp: QApplication) -> Theme:
    """One theme for the run: fonts are loaded once, as in the app."""
    theme = Theme()
    theme.apply(qapp)
    return theme


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a lesson that has just begun, to be copied."""
    folder = tmp_path_factory.mktemp("prepared") / "profile"
    prepare(folder)
    return folder


@pytest.fixture
def computer(
    qtbot: QtBot, qapp: QApplication, journey_theme: Theme, tmp_path: Path
) -> Iterator[Computer]:
    """A computer on which Rondo was never started; at the end it must have no bug to report."""
    made = Computer(qtbot, qapp, journey_theme, tmp_path / "profile")
    yield made
    made.stop()
    assert made.bugs() == []


@pytest.fixture
def teacher(qtbot: QtBot, computer: Computer) -> Teacher:
    """She has just started the app for the first time."""
    computer.start()
    return Teacher(qtbot, computer)


@pytest.fixture
def lesson(qtbot: QtBot, computer: Computer, prepared: Path) -> Teacher:
    """Her class of 28 is in round 1, and the board is on the projector."""
    shutil.copytree(prepared, computer.folder, dirs_exist_ok=True)
    computer.start()
    teaching = Teacher(qtbot, computer)
    teaching.wait_for_projector()
    return teaching


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A laptop and a projector."""
    must_have()
    with x_server(tmp_path / "server.log") as environment:
        yield environment
