"""Small work on the class file while nobody has to wait for it.

Notes that are not in the index yet come in, and what is too old to be undone is forgotten.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.errors import ClassroomError

FIRST_MS = 20_000
"""By then the window is used or looked at, and everything else of the start is over."""
PAUSE_MS = 300
INDEX_PAUSE_MS = 60
"""Shorter: while notes wait they are not found."""


class Upkept(Protocol):
    """Notes and steps; each call does a little and raises `errors.ClassroomError`."""

    def index_some(self) -> bool:
        """Whether more notes may wait for the index."""
        ...

    def index_anew(self) -> None:
        """Let every note wait for the index."""
        ...

    def forget_some(self) -> bool:
        """Whether there may be more steps that are too old."""
        ...


class Tidying(QObject):
    """Does one small piece after another, and rests until the next start when all is done."""

    def __init__(self, upkept: Upkept, parent: QObject) -> None:
        super().__init__(parent)
        self._upkept = upkept
        self.timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self.timer.timeout.connect(self._tidy)
        self.timer.start()

    def stop(self) -> None:
        """Touch the file no more."""
        self.timer.stop()

    def index_anew(self) -> None:
        """The index is not right: empty it, and fill it again piece by piece."""
        try:
            self._upkept.index_anew()
        except ClassroomError:
            return  # the next look finds it again
        self.timer.start(INDEX_PAUSE_MS)

    def _tidy(self) -> None:
        try:
            if self._upkept.index_some():
                self.timer.start(INDEX_PAUSE_MS)
            elif self._upkept.forget_some():
                self.timer.start(PAUSE_MS)
        except ClassroomError:
            return  # nobody waits for it, and the disk's trouble is told where it matters
