"""59: what a real process leaves on the disk of its user, however it ends and whatever it wrote.

Its home, its caches and its place for passing files are folders of the test, searched whole.
"""

import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.opened import real_window, rondo
from tests.faults.test_fault_59_secrets_nowhere import FIRST, LAST, NOTE, holders_of_secrets, tells
from ui.bootstrap import open_profile, profile_at, safe_of
from ui.clock import SystemClock

PATIENCE_S = 20
LOCKS = Path("/proc/locks")
WORDS = "blue bicycle in the rain"
PLACES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR")


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Where a program of this user may write, each a folder of its own."""
    made = {name: tmp_path / "user" / name.lower() for name in PLACES}
    for folder in made.values():
        folder.mkdir(parents=True)
    return {name: str(folder) for name, folder in made.items()}


@pytest.fixture
def profile(tmp_path: Path, places: dict[str, str]) -> Path:
    """A class with the secret name, and a note about the child."""
    folder, names = tmp_path / "profile", tmp_path / "names.csv"
    names.write_text(f"Name\n{FIRST} {LAST}\nBen Whitaker\n", "utf-8")
    assert rondo(folder, "import", str(names), "--class", "4B", **places).returncode == 0
    noted = rondo(folder, "observe", f"{FIRST} {NOTE}", "--class", "4B", **places)
    assert noted.returncode == 0, noted.stderr
    names.unlink()
    return folder


def until(true: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end


def others(folder: Path, profile: Path) -> list[str]:
    """Files with a secret in them that are not the class file, its log or its backups."""
    found = [Path(file) for file in holders_of_secrets(folder)]
    kept = {profile / f"rondo.db{end}" for end in ("", "-wal", "-shm")}
    return [str(f) for f in found if f not in kept and profile / "backups" not in f.parents]


def is_watched(profile: Path) -> bool:
    """Whether the program has locked its mark: from then on it says where it died."""
    marks = [mark.stat().st_ino for mark in (profile / "reports").glob("running-*.txt")]
    locks = LOCKS.read_text("utf-8").splitlines()
    return any(f":{mark} " in lock for mark in marks for lock in locks)


@pytest.mark.skipif(not LOCKS.exists(), reason="only Linux tells who holds which lock")
@pytest.mark.parametrize("end", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_program_that_breaks_leaves_a_report_without_the_name(
    tmp_path: Path, profile: Path, places: dict[str, str], end: signal.Signals
) -> None:
    with real_window(profile, "--board", **places) as window:
        until(lambda: is_watched(profile))
        window.send_signal(end)
        said, complaints = window.communicate(timeout=30)
    assert not tells(said + complaints)
    reports = [f for f in (profile / "reports").rglob("*") if f.is_file()]
    broke = end is not signal.SIGKILL
    assert any("Fatal" in report.read_text("utf-8", "replace") for report in reports) == broke
    assert others(tmp_path, profile) == []


def test_a_program_that_is_closed_leaves_nothing_at_home_that_tells(
    tmp_path: Path, profile: Path, places: dict[str, str]
) -> None:
    with real_window(profile, "--board", **places) as window:
        said, complaints = window.communicate("", timeout=30)
    assert not tells(said + complaints)
    assert others(tmp_path, profile) == []


def test_with_a_passphrase_no_file_at_all_tells(
    tmp_path: Path, profile: Path, places: dict[str, str]
) -> None:
    """Nor the class file, its log, its backups, or what a program that is killed leaves."""
    assert rondo(profile, "backup", **places).returncode == 0
    clock = SystemClock()
    safe = safe_of(profile_at(profile), clock)
    key = safe.set(WORDS, safe.new_code())
    assert safe.tidy(key) == []
    words = tmp_path / "words.txt"
    words.write_text(WORDS)
    unlocked = ("--passphrase-file", str(words))
    for command in (["observe", f"{FIRST} {NOTE} again", "--class", "4B"], ["backup"], ["check"]):
        done = rondo(profile, *command, *unlocked, **places)
        assert done.returncode == 0, done.stderr
    with closing(open_profile(profile_at(profile), clock, key)) as opened:
        opened.connection.execute("UPDATE student SET preferred = ?", (FIRST,))
        assert (profile / "rondo.db-wal").stat().st_size
        assert holders_of_secrets(tmp_path) == []
    with real_window(profile, **places) as window:
        window.kill()
        window.communicate(timeout=30)
    assert holders_of_secrets(tmp_path) == []
    assert len(list((profile / "backups").iterdir())) >= 2
