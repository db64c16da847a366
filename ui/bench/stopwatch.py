"""When windows are painted."""

import time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Frame(NamedTuple):
    """One picture of a window: when its painting began and was done, in seconds."""

    window: QWidget
    began: float
    done: float


class Painted(QObject):
    """Notes every picture of some windows.

    It has the window do its painting itself, so that it knows when that is over: pixels are in
    the window's picture then, and handed to the system.
    """

    def __init__(self, *windows: QWidget) -> None:
        super().__init__()
        self._windows = windows
        self.frames: list[Frame] = []
        for window in windows:
            window.installEventFilter(self)

    def begin(self) -> None:
        """Forget what was painted before."""
        self.frames = []

    def all_at(self) -> float | None:
        """The first moment at which every window had been painted; None while one has not."""
        first = {frame.window: frame.done for frame in reversed(self.frames)}
        return max(first.values()) if first.keys() == set(self._windows) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window is to be painted; what it asks of its children comes in the same go."""
        if event.type() != QEvent.Type.UpdateRequest or not isinstance(watched, QWidget):
            return False
        began = time.perf_counter()
        watched.event(event)
        self.frames.append(Frame(watched, began, time.perf_counter()))
        return True
