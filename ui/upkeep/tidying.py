"""Forgetting what is too old to be undone, while nobody has to wait for it."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.errors import ClassroomError

FIRST_MS = 20_000
"""By then the window is used or looked at, and everything else of the start is over."""
PAUSE_MS = 300


class Journal(Protocol):
    """Steps, of which old ones are forgotten a few at a time."""

    def forget_some(self) -> bool:
        """Whether there may be more. Raises `errors.ClassroomError`."""
        ...


class Tidying(QObject):
    """Does one small piece after another, and rests until the next start when all is done."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self.timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self.timer.timeout.connect(self._tidy)
        self.timer.start()

    def stop(self) -> None:
        """Touch the file no more."""
        self.timer.stop()

    def _tidy(self) -> None:
        try:
            more = self._journal.forget_some()
        except ClassroomError:
            return  # nobody waits for it, and the disk's trouble is told where it matters
        if more:
            self.timer.start(PAUSE_MS)
