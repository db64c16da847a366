"""Nobody has touched the window for a while: that is told, whatever becomes of windows."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.fakes import FakeClock
from ui.lock.idle import MINUTE_MS, Idle


def shown(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_a_touch_puts_it_off_and_once_stopped_nothing_counts(qtbot, qapp) -> None:
    window, clock, told = shown(qtbot), FakeClock(), []
    idle = Idle(qapp, clock, lambda _window: False)
    idle.passed.connect(lambda: told.append(clock.ms))
    idle.set_minutes(5)
    clock.advance(4 * MINUTE_MS)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    clock.advance(4 * MINUTE_MS)
    idle.check()
    assert told == []
    clock.advance(MINUTE_MS)
    idle.check()
    assert len(told) == 1
    idle.stop()


def test_it_stops_when_what_stood_for_a_window_is_gone_before_the_window(qtbot, qapp) -> None:
    window = shown(qtbot)
    idle = Idle(qapp, FakeClock(), lambda _window: False)
    idle.set_minutes(5)
    shiboken6.invalidate(window.windowHandle())
    idle.stop()
    idle.set_minutes(5)
    idle.stop()
