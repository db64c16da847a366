"""The runner of the checks: all of them, whatever the ones before said."""

import sys
from pathlib import Path

from scripts import checks


def test_every_check_runs_although_one_fails(capsys) -> None:
    ran = []

    def fail_the_first(command: list[str]) -> int:
        ran.append(command[0])
        return int(len(ran) == 1)

    failed = checks.run_all({"a": ["one"], "b": ["two"], "c": ["three"]}, fail_the_first)
    assert ran == ["one", "two", "three"]
    assert failed == ["a"]
    assert capsys.readouterr().err.endswith("1 of 3 failed.\n")


def test_nothing_failed_is_said_plainly(capsys) -> None:
    assert checks.run_all({"a": ["one"]}, lambda _command: 0) == []
    assert capsys.readouterr().err.endswith("Everything passed.\n")


def test_arguments_go_to_pytest_and_to_nothing_else() -> None:
    commands = checks.checks(Path("bin"), ["-k", "clock"])
    assert commands["tests"] == [sys.executable, "-m", "pytest", "-k", "clock"]
    assert not any("clock" in command for name, command in commands.items() if name != "tests")


def test_commands_run_without_a_screen_where_the_project_is(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    ask = "import os; assert os.environ['QT_QPA_PLATFORM'] == 'offscreen'; open('pyproject.toml')"
    assert checks.run([sys.executable, "-W", "ignore", "-c", ask]) == 0
