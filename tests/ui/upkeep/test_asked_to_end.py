"""Log-out, shutdown, Ctrl+C: the app ends as if its window were closed."""

import signal
import sys
from pathlib import Path

import pytest

from tests.faults.opened import filled, real_window
from tests.faults.test_fault_59_real_process import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def is_watched(folder: Path) -> bool:
    return any((folder / "reports").glob("running-*.txt"))


@pytest.mark.parametrize("asked", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_it_makes_its_last_backup_and_leaves_no_word_of_a_crash(tmp_path: Path, asked: str) -> None:
    filled(tmp_path)
    with real_window(tmp_path) as window:
        until(lambda: is_watched(tmp_path))
        window.send_signal(getattr(signal, asked))
        assert window.wait(timeout=30) == 0
    assert list((tmp_path / "reports").iterdir()) == []
    assert len(list((tmp_path / "backups").glob("rondo-*.rondo"))) == 1
