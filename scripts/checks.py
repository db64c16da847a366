"""Run every check and test of the house, whatever the ones before said: `python3 run.py test`.

Arguments go to pytest. The exit code is 0 only when all of them passed.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


ROOMS = {
    "faults": ["tests/faults"],
    "journeys": ["tests/journey", "tests/soak"],
    "the lesson": ["tests/ui/live", "tests/ui/lesson", "tests/ui/board", "tests/ui/capture"],
}
"""Tests that have a process of their own: thousands of windows in one would outlive each other."""

TESTS = "tests"
ONLY_FAILED = ["--last-failed", "--last-failed-no-failures=none"]
"""Real windows, signals and disks of a busy machine: one of thousands may miss its moment."""


def checks(programs: Path, arguments: list[str]) -> dict[str, list[str]]:
    """Each check's name and command; the quick ones come first.

    All tests run in a few processes, whatever pytest is told to run in one.
    """
    quick = {
        "style": [str(programs / "ruff"), "check", "."],
        "format": [str(programs / "ruff"), "format", "--check", "."],
        "import rules": [str(programs / "lint-imports"), "--no-logo"],
        "types": [str(programs / "mypy")],
    }
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return quick | {TESTS: [*pytest, *arguments]}
    elsewhere = [f"--ignore={room}" for rooms in ROOMS.values() for room in rooms]
    parts = {
        TESTS: ["tests", "--ignore=tests/ui", *elsewhere],
        "tests, windows": ["tests/ui", *elsewhere],
    }
    parts |= {f"tests, {name}": rooms for name, rooms in ROOMS.items()}
    return quick | {name: [*pytest, *part] for name, part in parts.items()}


def run(command: list[str]) -> int:
    """Run one command where the project is, without a screen, and return its exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(text: str) -> None:
    """Speak on stderr, at once, so that it stands before what the checks say."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def run_all(commands: dict[str, list[str]], run: Callable[[list[str]], int]) -> list[str]:
    """Run each and print a summary; return the names of those that failed."""
    failed, summary = [], ""
    for name, command in commands.items():
        say(f"\n== {name}")
        begun = time.monotonic()
        code, again = run(command), ""
        if code < 0:  # the interpreter itself ended: no test failed, and none may be left out
            say(f"{name}: the interpreter was ended by signal {-code}; once more")
            code, again = run(command), ", once more"
        if code == 1 and name.startswith(TESTS):
            say(f"{name}: what failed runs once more; if it passes now it is unsteady, so mend it")
            code, again = run([*command, *ONLY_FAILED]), ", UNSTEADY"
        if code:
            failed.append(name)
        verdict = f"failed ({code})" if code else f"passed{again}"
        summary += f"\n{name:20}{verdict:24}{time.monotonic() - begun:6.1f} s"
    last = f"{len(failed)} of {len(commands)} failed." if failed else "Everything passed."
    say(f"{summary}\n{last}")
    return failed


if __name__ == "__main__":
    sys.exit(bool(run_all(checks(Path(sys.executable).parent, sys.argv[1:]), run)))
