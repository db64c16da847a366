"""Settings that make no sense, and folders with any name."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.opened import ROOT, App, environment, filled, real_window, rondo


@pytest.mark.parametrize(
    "settings",
    [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"text_scale": 9, "window": [1], "scheme": "pink"}'],
)
def test_settings_that_make_no_sense_are_defaults(
    app: App, tmp_path: Path, settings: bytes
) -> None:
    filled(tmp_path)
    (tmp_path / "settings.json").write_bytes(settings)
    app.start(tmp_path)
    assert (app.desk.settings.scheme, app.desk.settings.text_scale) == ("system", 1.0)


def test_a_window_that_stood_outside_every_screen_is_seen(app: App, tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "settings.json").write_text('{"window": [90000, 90000, 800, 600]}')
    app.start(tmp_path)
    window = app.desk.window
    assert window.screen().availableGeometry().intersects(window.frameGeometry())


def test_a_folder_with_blanks_and_an_umlaut_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "Förderstufe & Übung %20 #1?"
    filled(folder)
    with real_window(folder) as window:
        window.communicate("", timeout=20)
        assert window.returncode == 0
    assert rondo(folder, "check").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Linux computer")
def test_the_program_runs_from_a_folder_it_cannot_write_and_asks_for_no_network(
    tmp_path: Path,
) -> None:
    """A copy of the program that is read-only, in a network of its own that leads nowhere."""
    program = tmp_path / "Programme Ü"
    for floor in ("app", "data", "ui", "resources"):
        shutil.copytree(ROOT / floor, program / floor, ignore=shutil.ignore_patterns("__pycache__"))
    for path in program.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(program.rglob("*"))
    words = [sys.executable, "-B", "-m", "ui", "demo", "--profile", str(tmp_path / "own")]
    alone = ["unshare", "--net", *words] if shutil.which("unshare") else words
    for command in (alone, words):
        ended = subprocess.run(
            [*command, "--years", "0.02"],
            cwd=program,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if ended.returncode == 0:
            break
    assert ended.returncode == 0, ended.stderr
    assert sorted(program.rglob("*")) == before
