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


def test_all_tests_run_once_in_a_few_processes() -> None:
    commands = checks.checks(Path("bin"), [])
    parts = [command[3:] for name, command in commands.items() if name.startswith("tests")]
    run, left_out = set(), set()
    for part in parts:
        run |= {one for one in part if not one.startswith("--")}
        left_out |= {one.removeprefix("--ignore=") for one in part if one.startswith("--")}
    assert run == {"tests"} | left_out
    assert all((checks.ROOT / room).is_dir() for room in run)


def test_a_crash_of_the_interpreter_is_said_and_the_check_runs_once_more(capsys) -> None:
    codes = {"crashes once": [-11, 0], "always": [-11, -11], "fails": [1]}
    failed = checks.run_all(
        {name: [name] for name in codes}, lambda command: codes[command[0]].pop(0)
    )
    assert failed == ["always", "fails"]
    assert all(not left for left in codes.values())
    assert "ended by signal 11; once more" in capsys.readouterr().err


def test_tests_that_fail_run_once_more_and_are_told_as_unsteady(capsys) -> None:
    ran = []

    def pass_the_second_time(command: list[str]) -> int:
        ran.append(command)
        return int(command in (["unsteady"], ["style"]))

    assert checks.run_all({"tests, a": ["unsteady"], "style": ["style"]}, pass_the_second_time) == [
        "style"
    ]
    assert ran == [["unsteady"], ["unsteady", *checks.ONLY_FAILED], ["style"]]
    assert "UNSTEADY" in capsys.readouterr().err


def test_tests_that_fail_twice_failed() -> None:
    assert checks.run_all({"tests": ["broken"]}, lambda _command: 1) == ["tests"]


def test_commands_run_without_a_screen_where_the_project_is(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    ask = "import os; assert os.environ['QT_QPA_PLATFORM'] == 'offscreen'; open('pyproject.toml')"
    assert checks.run([sys.executable, "-W", "ignore", "-c", ask]) == 0
