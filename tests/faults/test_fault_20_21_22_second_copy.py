"""A second copy of the app, another user's, another computer's, and a lock nobody holds."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from data.surroundings import Surroundings
from tests.faults.opened import App, filled, real_window, rondo
from tests.faults.tally import Tally


def test_the_first_window_is_raised_and_given_the_arguments(app: App, tmp_path: Path) -> None:
    filled(tmp_path)
    around = Surroundings()
    app.start(tmp_path, around)
    asked: list[object] = []
    app.wait((tmp_path / "requests").is_dir)
    app.hear(asked.append)
    (tmp_path / "requests" / "1.json").write_text(json.dumps({"board": False}))
    app.wait(lambda: asked == [{"board": False}])
    assert app.desk.window.isActiveWindow()
    app.stop()
    assert not (tmp_path / "requests").exists()
    assert not (tmp_path / "rondo.lock").exists()


def test_a_second_start_ends_with_0_and_says_nothing(tmp_path: Path, tally: Tally) -> None:
    filled(tmp_path)
    with real_window(tmp_path) as first:
        ended = rondo(tmp_path, "--board")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
        said = rondo(tmp_path, "observe", "ama 3 add", "--class", "4B")
        tally.must_be_kept("saved" in said.stdout, "a line beside an open window")
        assert rondo(tmp_path, "restore", str(tmp_path / "rondo.db")).returncode == 1
        first.communicate("", timeout=20)
        assert first.returncode == 0
    assert not (tmp_path / "rondo.lock").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped there")
def test_a_first_window_that_does_not_answer_is_said(app: App, tmp_path: Path) -> None:
    filled(tmp_path)
    with real_window(tmp_path) as first:
        os.kill(first.pid, signal.SIGSTOP)
        app.start(tmp_path)
        assert "does not answer" in app.trouble.said.text()
        app.take("read")
        assert "change nothing" in app.line("reading")
        app.stop()
        os.kill(first.pid, signal.SIGCONT)


def test_another_users_window_is_named_and_all_can_be_read(
    app: App, tmp_path: Path, tally: Tally
) -> None:
    path = filled(tmp_path)
    with real_window(tmp_path, USER="Frau Öz", LOGNAME="", USERNAME="") as first:
        with tally.untouched(path, tmp_path / "rondo.lock"):
            app.start(tmp_path)
            assert "Frau Öz has this class open on" in app.line("reading")
            ended = rondo(tmp_path, "observe", "ama 3 add", "--class", "4B")
            assert ended.returncode == 1
            assert "Frau Öz" in ended.stderr
            assert rondo(tmp_path, "progress", "--class", "4B").returncode == 0
        first.communicate("", timeout=20)
        app.desk.window.banners.line("reading").buttons[0].click()
        assert app.line("reading") == ""


def test_a_window_that_was_killed_leaves_a_lock_that_is_taken_over(
    app: App, tmp_path: Path
) -> None:
    filled(tmp_path)
    with real_window(tmp_path, USER="Frau Öz") as first:
        first.kill()
        first.wait()
    left = json.loads((tmp_path / "rondo.lock").read_text("utf-8"))
    assert left["user"] == "Frau Öz"
    app.start(tmp_path)
    assert app.line("reading") == ""
    assert json.loads((tmp_path / "rondo.lock").read_text("utf-8"))["pid"] == os.getpid()


def test_another_computers_words_on_a_share_count_until_the_teacher_knows_better(
    app: App, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    filled(share)
    words = {"user": "Frau Öz", "host": "LAB-3", "pid": 7, "born": "x", "since": 0}
    (share / "rondo.lock").write_text(json.dumps(words), "utf-8")
    app.start(share, Surroundings(mounts=lambda: f"s:/x {share.resolve()} nfs rw 0 0\n"))
    app.take("stay")
    assert "Frau Öz has this class open on LAB-3." in app.line("reading")
    app.desk.window.banners.line("reading").buttons[1].click()
    app.wait(lambda: app.line("reading") == "")
    assert json.loads((share / "rondo.lock").read_text("utf-8"))["pid"] == os.getpid()
