"""Time that goes by in steps, and a pointer that takes part in it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.desk.desk import Desk

EVERY_MS = 8
SETTLE_MS = 500
SIZE = (1920, 1080)
FRAME_MS = 1000 / 60
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

Deed = Callable[[], None]


def play(desk: Desk, deeds: Iterator[Deed]) -> None:
    """Do one thing after the other, each when the one before has been painted; then close.

    Both windows are as large as a full HD screen, and things move whatever the system wants.
    """
    desk.theme.choose(reduced_motion=False)
    desk.live.side.theme.choose(reduced_motion=False)
    for window in (desk.window, desk.live.board.window):
        window.showNormal()
        window.resize(*SIZE)
    timer = QTimer(desk.window, interval=EVERY_MS)

    def step() -> None:
        deed = next(deeds, None)
        if deed is not None:
            deed()
        else:
            timer.stop()
            desk.window.close()

    timer.timeout.connect(step)
    QTimer.singleShot(SETTLE_MS, timer.start)


def point(window: QWidget, kind: QEvent.Type, spot: QPointF) -> None:
    """Give a window what the system gives it of a mouse; `spot` is a point of the window."""
    handle = window.windowHandle()
    if handle is None:
        raise RuntimeError("the window is not on a screen")
    held = _NONE if kind == QEvent.Type.MouseButtonRelease else _LEFT
    button = _NONE if kind == QEvent.Type.MouseMove else _LEFT
    there = QPointF(window.mapToGlobal(spot.toPoint()))
    event = QMouseEvent(kind, spot, spot, there, button, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(handle, event)
