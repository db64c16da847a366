"""What a program that died leaves behind."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.crash import CrashMark
from tests.faults.killed import ROOT

RUNS = """
import sys
from pathlib import Path
from data.crash import CrashMark
mark = CrashMark(Path(sys.argv[1]), Path(sys.argv[2]))
mark.begin()
print("runs", flush=True)
if sys.stdin.readline().strip() == "end":
    mark.asked_to_end()
    print("asked", flush=True)
    sys.stdin.readline()
mark.end()
"""


def run(folder: Path) -> subprocess.Popen[str]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", RUNS, str(folder / "reports"), str(folder / "alive")]
    process = subprocess.Popen(command, text=True, cwd=ROOT, **pipes)
    assert process.stdout.readline().strip() == "runs"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")


def asked_to_end(process: subprocess.Popen[str]) -> None:
    process.stdin.write("end\n")
    process.stdin.flush()
    assert process.stdout.readline() == "asked\n"


def mark(folder: Path) -> CrashMark:
    return CrashMark(folder / "reports", folder / "alive")


def test_a_program_that_ends_leaves_nothing(tmp_path: Path) -> None:
    end(run(tmp_path))
    assert (mark(tmp_path).any_left(), mark(tmp_path).left()) == (False, None)
    assert list((tmp_path / "reports").iterdir()) == []


def test_one_that_still_runs_has_not_died(tmp_path: Path) -> None:
    process = run(tmp_path)
    assert mark(tmp_path).left() is None
    end(process)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_one_that_broke_says_where_and_is_told_once(tmp_path: Path) -> None:
    process = run(tmp_path)
    process.send_signal(signal.SIGSEGV)
    end(process)
    crash = mark(tmp_path).left()
    assert crash is not None
    assert "Segmentation fault" in crash.report.read_text("utf-8")
    assert re.search('File "<string>", line [78]', crash.text)  # saying so, or waiting
    assert mark(tmp_path).left() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_one_that_was_killed_ended_at_its_last_sign_of_life(tmp_path: Path) -> None:
    process = run(tmp_path)
    process.kill()
    end(process)
    (tmp_path / "alive").touch()
    os.utime(tmp_path / "alive", (4_000_000_000, 4_000_000_000))
    crash = mark(tmp_path).left()
    assert crash is not None
    assert crash.at_ms == 4_000_000_000_000


def test_one_that_was_killed_after_it_was_asked_to_end_did_not_crash(tmp_path: Path) -> None:
    process = run(tmp_path)
    asked_to_end(process)
    process.kill()
    end(process)
    assert mark(tmp_path).left() is None
    assert list((tmp_path / "reports").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_one_that_broke_while_it_was_ending_is_told(tmp_path: Path) -> None:
    process = run(tmp_path)
    asked_to_end(process)
    process.send_signal(signal.SIGSEGV)
    end(process)
    crash = mark(tmp_path).left()
    assert crash is not None
    assert "Segmentation fault" in crash.text


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("")
    own = mark(tmp_path)
    own.begin()
    own.end()
    assert own.left() is None
