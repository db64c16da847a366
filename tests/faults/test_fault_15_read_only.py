"""A file or folder that cannot be written: it is read, and nothing else fails."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.changes import Change, label
from app.errors import NotSaved
from data.surroundings import Surroundings
from tests.faults.disks import small_disk
from tests.faults.opened import App, filled, real_window, rondo
from tests.faults.tally import Tally
from ui.bootstrap import OpenProfile, open_profile, profile_at
from ui.clock import SystemClock


@contextmanager
def read_only_disk(folder: Path, log_left: bool = False) -> Iterator[Path]:
    """A disk with the demo class on it, which takes nothing more."""
    with small_disk(folder, 65_536) as disk:
        path = filled(disk)
        if log_left:
            leave_log(path)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield disk


def leave_log(path: Path) -> None:
    """As after a power cut: the newest commit is in the log alone."""
    code = (
        "import os, sys; from pathlib import Path; from data.database import connect;"
        "c = connect(Path(sys.argv[1])); c.execute(\"UPDATE class SET name = '5C'\"); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    path.with_name(f"{path.name}-shm").unlink()


def rename(opened: OpenProfile, name: str) -> None:
    [before] = opened.classroom.classes()
    after = replace(before, name=name)
    opened.classroom.workspace.edit(label("renamed"), Change(before, after))


@pytest.mark.parametrize("log_left", [False, True])
def test_a_folder_that_cannot_be_written_is_read(
    app: App, tmp_path: Path, tally: Tally, log_left: bool
) -> None:
    with read_only_disk(tmp_path / "disk", log_left) as disk, tally.untouched(disk):
        app.start(disk)
        assert "change nothing" in app.line("reading")
        room = app.desk.room
        assert [c.name for c in room.classes()] == ["5C" if log_left else "4B"]
        for page in ("plan", "progress", "class", "reports", "settings", "live"):
            app.desk.go(page)
        app.desk.choose(replace(app.desk.settings, scheme="dark"))
        assert app.desk.settings.scheme == "dark"
        app.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a disk of its own")
def test_a_write_is_refused_and_says_so(tmp_path: Path, tally: Tally) -> None:
    with read_only_disk(tmp_path / "disk") as disk, tally.untouched(disk):
        opened = open_profile(profile_at(disk), SystemClock())
        assert opened.read_only == "folder"
        with pytest.raises(NotSaved) as told:
            rename(opened, "6A")
        assert told.value.reason == "read_only"
        opened.close()
        ended = rondo(disk, "observe", "ama 3 add", "--class", "4B")
        assert (ended.returncode, ended.stdout) == (1, "")
        assert "change nothing" in ended.stderr
        assert rondo(disk, "progress", "--class", "4B").returncode == 0
        with real_window(disk) as window:
            out, complaints = window.communicate("", timeout=20)
            assert (window.returncode, out, "Traceback" in complaints) == (0, "", False)


def test_a_file_that_is_set_read_only_is_read(app: App, tmp_path: Path, tally: Tally) -> None:
    path = filled(tmp_path)
    path.chmod(0o400)
    around = Surroundings(may_write=lambda asked: asked != path)
    with tally.untouched(path):
        app.start(tmp_path, around)
        assert "read-only" in app.line("reading")
        app.stop()
    assert not path.with_name("rondo.db-wal").exists()


def test_an_empty_folder_that_cannot_be_written_says_so(app: App, tmp_path: Path) -> None:
    app.start(tmp_path, Surroundings(may_write=lambda _asked: False))
    assert "Choose another folder" in app.trouble.said.text()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_erased_from_it_nor_finished(tmp_path: Path, tally: Tally) -> None:
    """What waits on a disk that takes nothing is told of, and waits on."""
    with read_only_disk(tmp_path / "disk") as disk, tally.untouched(disk):
        for words in (["--finish"], ["--class", "4B", "--student", "Maya Lindqvist", "--yes"]):
            refused = rondo(disk, "erase", *words)
            assert refused.returncode == 1
            assert "Traceback" not in refused.stderr
            assert "change nothing" in refused.stderr
