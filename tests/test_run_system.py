"""run.py and what pip cannot bring: Qt's libraries and the programs of the real-window tests."""

import sys
from pathlib import Path

import pytest

from tests.fakes.machine import PYPROJECT, PretendMachine, run, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


def test_missing_libraries_are_installed_by_root_on_debian(folder: Path) -> None:
    machine = PretendMachine(lacking=("libEGL.so.1", "libxcb-cursor.so.0"))
    machine.is_root = True
    start(folder, machine=machine)
    apt = [command for command in machine.ran if command.startswith("apt-get")]
    assert apt[-1].endswith("libegl1 libxcb-cursor0")


def test_missing_libraries_are_one_command_to_type_for_anyone_else(folder: Path) -> None:
    machine = start(folder, machine=PretendMachine(lacking=("libEGL.so.1",)))
    assert machine.said[-1].endswith("\n  sudo apt-get install -y libegl1")
    assert not any("apt-get" in command for command in machine.ran)


def test_another_linux_is_told_the_names_of_the_libraries(folder: Path) -> None:
    machine = PretendMachine(lacking=("libEGL.so.1",))
    machine.is_debian = False
    start(folder, machine=machine)
    assert machine.said[-1].endswith("Install the packages that hold libEGL.so.1")


def test_apt_that_fails_ends_in_the_command_to_type(folder: Path) -> None:
    machine = PretendMachine(("libGL.so.1",), lambda command: "apt-get" in command)
    machine.is_root = True
    start(folder, machine=machine)
    assert machine.said[-1].endswith("sudo apt-get install -y libgl1")
    assert machine.became


def test_the_ten_libraries_are_those_qt_needs() -> None:
    assert len(run.LIBRARIES) == len(set(run.LIBRARIES.values())) == 10


def test_the_tests_bring_their_programs_and_the_app_does_not(folder: Path) -> None:
    machine = PretendMachine(lacking=("xdotool",))
    machine.is_root = True
    start(folder, machine=machine)
    assert not any("xdotool" in command for command in machine.ran)
    start(folder, "test", machine=machine)
    assert machine.ran[-1].endswith("xdotool")


def test_a_library_or_program_is_found_where_there_is_one() -> None:
    wanted = {"libno-such-thing.so.1": "a", "no-such-program": "b", "os": "c"}
    machine = run.Machine()
    machine.platform = "linux"
    assert machine.missing(wanted) == {"libno-such-thing.so.1": "a", "no-such-program": "b"}


def test_every_line_a_command_says_is_heard_and_its_exit_code_kept() -> None:
    heard: list[str] = []
    code = run.Machine().run(
        [sys.executable, "-c", "print('one'); print('two'); raise SystemExit(3)"], heard.append
    )
    assert (heard, code) == (["one", "two"], 3)


def test_a_debian_python_without_pip_gets_it_from_its_own_package(folder: Path) -> None:
    machine = PretendMachine(lacking=("ensurepip",))
    machine.is_root = True
    start(folder, machine=machine)
    assert machine.ran[2].endswith("python{}.{}-venv".format(*sys.version_info))
    assert machine.became
