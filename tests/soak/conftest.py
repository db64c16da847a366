"""One budget for all soaks, and a school to live through."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import LogLines
from tests.faults.budget import Budget, asked_for
from tests.journey.computer import Computer
from tests.journey.conftest import computer, journey_theme
from tests.journey.teacher import Teacher
from tests.soak.school import MONDAY_MORNING, found_school
from tests.soak.week import Week

SECONDS = 8.0
"""What a short week may take."""
SEED = 20260518


def pytest_addoption(parser: pytest.Parser) -> None:
    """A failure names its seed."""
    parser.addoption("--soak-seed", type=int, default=SEED, help="which random week is lived")


@pytest.fixture(scope="session")
def budget(pytestconfig: pytest.Config) -> Budget:
    """How many turns a week has."""
    return Budget(asked_for(pytestconfig.getoption("markexpr")), seconds=SECONDS)


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with two classes, to be copied."""
    folder = tmp_path_factory.mktemp("school") / "profile"
    found_school(folder)
    return folder


@pytest.fixture
def week(
    qtbot: QtBot,
    computer: Computer,
    school: Path,
    log_lines: LogLines,
    pytestconfig: pytest.Config,
) -> Week:
    """It is Monday morning, and the app has just been started."""
    shutil.copytree(school, computer.folder, dirs_exist_ok=True)
    computer.clock.ms = MONDAY_MORNING
    computer.start()
    return Week(Teacher(qtbot, computer), pytestconfig.getoption("soak_seed"), log_lines)


__all__ = ["computer", "journey_theme"]
