"""Opening a profile, also one that does not read."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.demo import lay_demo
from tests.fakes import FakeClock, FakeDialogs
from tests.fakes.screens import LAPTOP, FakeScreens
from ui.bootstrap import profile_at
from ui.host import Host
from ui.opening.trouble import TroubleWindow
from ui.options import Options
from ui.theme import Theme


@pytest.mark.parametrize("whole", [0, 4096])
def test_a_damaged_class_file_opens_a_window_that_says_so(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    tmp_path: Path,
    whole: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also when only the first page is whole, so that the damage shows as the file is read."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the host puts its own there
    profile = profile_at(tmp_path)
    lay_demo(profile)
    size = profile.database.stat().st_size
    head = profile.database.read_bytes()[:whole]
    profile.database.write_bytes(head + b"\x55" * (size - whole))
    host = Host(
        qapp,
        theme,
        FakeClock(),
        Options(profile=tmp_path),
        lambda _window: FakeScreens(LAPTOP),
        lambda _window: FakeDialogs(),
    )
    with qtbot.waitSignal(host.painted):
        host.start(profile)
    shown = [window for window in qapp.topLevelWidgets() if isinstance(window, TroubleWindow)]
    window = next(one for one in shown if one.isVisible())
    qtbot.addWidget(window)
    assert host.desk is None
    host.close()


def test_a_profile_that_is_no_folder_opens_a_window_that_says_so(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the host puts its own there
    file = tmp_path / "letter.txt"
    file.write_text("Dear Maya")
    host = Host(
        qapp,
        theme,
        FakeClock(),
        Options(profile=file),
        lambda _window: FakeScreens(LAPTOP),
        lambda _window: FakeDialogs(),
    )
    with qtbot.waitSignal(host.painted):
        host.start(profile_at(file))
    shown = [window for window in qapp.topLevelWidgets() if isinstance(window, TroubleWindow)]
    window = next(one for one in shown if one.isVisible())
    qtbot.addWidget(window)
    assert host.desk is None
    host.close()
