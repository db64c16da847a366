"""What a program that was ended leaves in the place for passing files goes with the next start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.passing import clear_left, passing_folder
from tests.faults.killed import ROOT

MAKES = """
import sys, tempfile
from data.passing import passing_folder
folder = passing_folder("check")
print(folder.name, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A folder of a process that was killed with it."""
    command = [sys.executable, "-c", MAKES]
    pipe, place = subprocess.PIPE, {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, cwd=ROOT, env=place, stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        (folder / "rondo.db").write_text("Zzyxqua")
        clear_left(tmp_path)
        assert folder.exists()  # it lives, and uses it
        process.kill()
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="TMPDIR is not asked there")
def test_a_folder_of_a_process_that_is_no_more_goes(left: Path) -> None:
    assert left.exists()
    clear_left(left.parent)
    assert not left.exists()


def test_what_is_in_use_or_not_ours_stays(tmp_path: Path) -> None:
    for name in ("rondo-notes-of-mine", "rondo-check-", "rondo-check-abc-x", "other-1-2"):
        (tmp_path / name).mkdir()
    before = sorted(tmp_path.iterdir())
    with passing_folder("look") as own:
        clear_left()
        assert Path(own).is_dir()
    clear_left(tmp_path)
    assert sorted(tmp_path.iterdir()) == before
    assert not Path(own).exists()
