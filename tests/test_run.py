"""run.py on pretended machines: what it sets up, when, and after every kind of interruption."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from tests.fakes.machine import PYPROJECT, ROOT, PretendMachine, load_run, run, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


def stamp(folder: Path) -> set[str]:
    return run.Setup(folder, PretendMachine()).stamped()


def test_a_fresh_folder_gets_the_locked_packages_and_no_others(folder: Path) -> None:
    machine = start(folder)
    assert machine.installed() == ["lite==2.0", "qt==6.1"]
    assert any("--no-deps" in command for command in machine.ran)
    assert any(
        command.endswith("pip --disable-pip-version-check --no-input check")
        for command in machine.ran
    )


def test_a_second_start_runs_nothing_and_says_nothing(folder: Path) -> None:
    start(folder)
    second = start(folder)
    assert (second.ran, second.said) == ([], [])
    assert second.became


def test_the_app_gets_every_argument_that_is_not_test(folder: Path) -> None:
    machine = start(folder, "import", "list.csv", "--class", "4B")
    assert machine.became[1:] == ["-P", "-m", "ui", "import", "list.csv", "--class", "4B"]


def test_the_word_test_installs_the_test_packages_and_runs_the_checks(folder: Path) -> None:
    machine = start(folder, "test", "-k", "clock")
    assert machine.installed() == ["lite==2.0", "qt==6.1", "tester==9.0"]
    assert machine.became[1:] == [str(folder / "scripts" / "checks.py"), "-k", "clock"]


def test_tests_after_the_app_only_add_what_is_missing(folder: Path) -> None:
    start(folder)
    machine = start(folder, "test")
    assert machine.installed() == ["tester==9.0"]
    assert not any("venv" in command.split() for command in machine.ran)


def test_the_app_after_the_tests_needs_nothing(folder: Path) -> None:
    start(folder, "test")
    assert start(folder).ran == []


def test_another_version_in_the_lock_makes_the_environment_anew(folder: Path) -> None:
    start(folder, "test")
    (folder / "pyproject.toml").write_text(PYPROJECT.replace("lite==2.0", "lite==2.1"))
    machine = start(folder)
    assert machine.installed() == ["lite==2.1", "qt==6.1"]
    assert "tester==9.0" not in stamp(folder)


@pytest.mark.parametrize("line", ["Python 3.10", "folder /elsewhere"])
def test_an_environment_of_another_python_or_place_is_made_anew(folder: Path, line: str) -> None:
    start(folder)
    kept = {x for x in stamp(folder) if not x.startswith(line.partition(" ")[0])}
    (folder / ".venv" / "rondo.stamp").write_text("\n".join({*kept, line}))
    assert start(folder).installed() == ["lite==2.0", "qt==6.1"]


def test_an_environment_without_a_stamp_is_not_trusted(folder: Path) -> None:
    stray = folder / ".venv" / "lib" / "half-installed"
    stray.mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir()
    (folder / ".venv" / "bin" / "python").touch()
    machine = start(folder)
    assert not stray.exists()
    assert machine.installed() == ["lite==2.0", "qt==6.1"]


def test_an_environment_whose_python_is_gone_is_made_anew(folder: Path) -> None:
    start(folder)
    (folder / ".venv" / "bin" / "python").unlink()
    assert start(folder).installed() == ["lite==2.0", "qt==6.1"]


@pytest.mark.parametrize("moment", range(4))
def test_a_set_up_stopped_at_any_command_is_whole_after_the_next_start(
    folder: Path, moment: int
) -> None:
    def stop(_command: str) -> int:
        if len(stopped.ran) > moment:
            raise KeyboardInterrupt
        return 0

    stopped = PretendMachine(trouble=stop)
    with pytest.raises(KeyboardInterrupt):
        start(folder, machine=stopped)
    mended = start(folder)
    assert mended.became
    assert {"qt==6.1", "lite==2.0", "Qt loads"} <= stamp(folder)
    assert (stopped.installed() + mended.installed())[-2:] == ["lite==2.0", "qt==6.1"]


def test_packages_that_do_not_come_are_told_in_words_and_leave_no_stamp(folder: Path) -> None:
    machine = PretendMachine(trouble=lambda command: " install " in command)
    assert run.main([], machine, folder) == 1
    assert "The packages did not come. ERROR: it went wrong" in machine.said[-1]
    assert not stamp(folder)
    assert not machine.became


def test_a_qt_that_cannot_be_loaded_is_told_and_asked_again_without_new_packages(
    folder: Path,
) -> None:
    machine = PretendMachine(trouble=lambda command: "QtWidgets" in command)
    assert run.main([], machine, folder) == 1
    assert "Qt cannot be loaded" in machine.said[-1]
    again = start(folder)
    assert again.installed() == []
    assert again.became


def test_a_folder_that_cannot_be_written_is_told_in_words(folder: Path) -> None:
    (folder / ".venv").write_text("a file in the way")
    machine = PretendMachine()
    assert run.main([], machine, folder) == 1
    assert machine.said[-1].startswith("Rondo could not be set up.")


def test_no_screen_is_one_sentence_and_costs_nothing(folder: Path) -> None:
    machine = PretendMachine()
    machine.environment = {}
    assert run.main(["--demo"], machine, folder) == 2
    assert len(machine.said) == 1
    assert machine.ran == []


@pytest.mark.parametrize("word", ["import", "board", "bench", "--help", "test"])
def test_commands_without_a_window_need_no_screen(folder: Path, word: str) -> None:
    machine = PretendMachine()
    machine.environment = {}
    assert run.main([word], machine, folder) == 0
    assert machine.became


def test_a_mac_or_windows_needs_no_display_variable(folder: Path) -> None:
    machine = PretendMachine()
    machine.environment, machine.platform = {}, "darwin"
    assert run.main([], machine, folder) == 0


@pytest.fixture
def two_ends(tmp_path: Path) -> Iterator[tuple[int, int]]:
    path = tmp_path / "lock"
    with path.open("a") as one, path.open("a") as other:
        yield one.fileno(), other.fileno()


def test_a_lock_is_held_by_one(two_ends: tuple[int, int]) -> None:
    one, other = two_ends
    assert run.lock(one, patient=False)
    assert not run.lock(other, patient=False)


def test_a_lock_ends_with_its_owner(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("a") as gone:
        assert run.lock(gone.fileno(), patient=False)
    with (tmp_path / "lock").open("a") as next_one:
        assert run.lock(next_one.fileno(), patient=False)


def test_a_start_that_waited_finds_the_work_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first try for the lock fails; before the second, the other start has finished."""

    def busy_once(_descriptor: int, *, patient: bool) -> bool:
        if patient:
            monkeypatch.undo()
            start(folder)
        return patient

    monkeypatch.setattr(run, "lock", busy_once)
    machine = start(folder)
    assert machine.said == ["Another start is setting Rondo up; waiting for it."]
    assert machine.ran == []
    assert machine.became


def test_an_old_python_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 1))
    with pytest.raises(SystemExit, match=r"^Rondo needs Python 3.11 or newer, and this is"):
        load_run()


def test_an_old_python_can_read_as_far_as_that_sentence() -> None:
    assert ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))


def test_run_needs_nothing_but_python() -> None:
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [alias.name for node in imports for alias in node.names] + [n.module for n in froms]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts the app as a second process")
def test_a_second_start_loads_nothing_that_only_a_set_up_needs(folder: Path) -> None:
    start(folder)
    copyfile(ROOT / "run.py", folder / "run.py")
    watch = "import os, runpy, sys; os.execv = lambda *_: sys.exit(' '.join(sys.modules))"
    command = [sys.executable, "-I", "-c", f"{watch}; runpy.run_path('run.py', None, '__main__')"]
    environment = {**os.environ, "DISPLAY": ":0"}
    ended = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    loaded = set(ended.stderr.split())
    assert "tomllib" in loaded
    assert not loaded & {"subprocess", "ctypes", "shutil", "argparse", "logging"}
