"""When windows are painted."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Notes when each of some windows was painted last."""

    def __init__(self, *windows: QWidget) -> None:
        super().__init__()
        self._left: set[QObject] = set()
        self._windows = windows
        self.done_at = 0.0
        for window in windows:
            window.installEventFilter(self)

    def begin(self) -> None:
        """Wait for every window anew."""
        self._left = set(self._windows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window is being painted; what it asks of its children comes in the same go."""
        if event.type() == QEvent.Type.UpdateRequest and watched in self._left:
            self._left.discard(watched)
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        """The event is over, and with it the painting."""
        self.done_at = time.perf_counter()
