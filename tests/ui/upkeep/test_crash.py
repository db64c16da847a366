"""The line that tells of an end nobody asked for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from data.crash import Crash
from tests.fakes import FakeClock
from ui.upkeep.crash import KEY, tell_of
from ui.widgets.banner import Banners

AT = FakeClock().now_ms() + 14 * 60_000


def test_it_says_when_and_the_report_can_be_copied_and_put_away(
    qtbot, theme, tmp_path: Path
) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    tell_of(Crash(AT, tmp_path / "report.txt", "Segmentation fault"), banners, FakeClock())
    line = banners.line(KEY)
    told = "Rondo ended unexpectedly on Thu 14 May 09:44. Nothing that was saved is lost."
    assert line.text() == told
    copy, _show, close = line.buttons
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Segmentation fault"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banners.line(KEY) is None
