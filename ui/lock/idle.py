"""Notices when nobody has touched the teacher's window for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from app.ports import Clock

MINUTE_MS = 60_000
LOOK_EVERY_MS = 5_000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class Idle(QObject):
    """`passed` comes once after `minutes` without a key, a move or a touch; 0 switches it off.

    Only input that comes from outside counts, as the system hands it to a window: what the lesson
    does by itself does not. `is_board` tells the class's window from the teacher's.
    """

    passed = Signal()

    def __init__(
        self, app: QGuiApplication, clock: Clock, is_board: Callable[[QWindow], bool]
    ) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._is_board = is_board
        self._minutes = 0
        self._last = 0
        self._ear: _Ear | None = None
        self.look = QTimer(self, interval=LOOK_EVERY_MS)
        self.look.timeout.connect(self.check)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._minutes = minutes
        self.touch()
        if not minutes:
            self.stop()
        elif not self.look.isActive():
            self.look.start()
            self._ear = _Ear(self.touch, self)
            self._app.focusWindowChanged.connect(self._attend)
            for window in self._app.topLevelWindows():
                self._attend(window)

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self._clock.now_ms()

    def check(self) -> None:
        """Look at the clock. One that was set back starts the wait anew."""
        now = self._clock.now_ms()
        if now < self._last:
            self._last = now
        elif self._minutes and now - self._last >= self._minutes * MINUTE_MS:
            self._last = now
            self.passed.emit()

    def stop(self) -> None:
        """Listen no more."""
        if self.look.isActive():
            self.look.stop()
            self._app.focusWindowChanged.disconnect(self._attend)
        if self._ear is not None:
            self._ear.deleteLater()
            self._ear = None

    def _attend(self, window: QWindow | None) -> None:
        if window is not None and self._ear is not None and not self._is_board(window):
            window.installEventFilter(self._ear)  # once more than once is once


class _Ear(QObject):
    """Notes each touch, and lets it pass.

    Windows forget it when it goes, so that nobody has to remember them: a window may be gone by
    then, and what stands for it in Python before that.
    """

    def __init__(self, heard: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear of what is done to a window."""
        if event.type() in _TOUCHES:
            self._heard()
        return False
