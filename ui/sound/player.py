"""Plays one sound after another off the GUI thread; of those that wait only the newest is heard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import NoSound
from app.ports import Speaker
from ui.tasks import Tasks

AFTER_MS = 500


class Player(QObject):
    """`failed` carries the `NoSound` of a sound that could not be heard.

    The device is let go when the sound is over.
    """

    failed = Signal(object)

    def __init__(
        self, tasks: Tasks, make_speaker: Callable[[], Speaker], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._make_speaker = make_speaker
        self._speaker: Speaker | None = None
        self._wanted: tuple[Sequence[Path], int] | None = None
        self._busy = False
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.stop)

    def play(self, files: Sequence[Path], volume: int) -> None:
        """Let the first that is there be heard as soon as the device is free.

        `volume` is in per cent.
        """
        self._wanted = files, volume
        if not self._busy:
            self._busy = True
            self._tasks.spawn(self._play())

    def stop(self) -> None:
        """Be silent."""
        self._wanted = None
        self._over.stop()
        if self._speaker is not None and not self._busy:
            self._busy = True
            self._tasks.spawn(self._stop(self._speaker))

    async def _play(self) -> None:
        try:
            while (wanted := self._wanted) is not None:
                self._wanted = None
                speaker = self._speaker = self._speaker or self._make_speaker()
                seconds = await self._tasks.off_thread(_begin, speaker, *wanted)
                self._over.start(round(seconds * 1000) + AFTER_MS)
        except NoSound as error:
            self.failed.emit(error)
        finally:
            self._busy = False

    async def _stop(self, speaker: Speaker) -> None:
        try:
            await self._tasks.off_thread(speaker.stop)
        finally:
            self._busy = False
        if self._wanted is not None:
            self.play(*self._wanted)


def _begin(speaker: Speaker, files: Sequence[Path], volume: int) -> float:
    """In a worker: a folder that is slow or gone makes nobody wait."""
    there = (file for file in files if file.is_file())
    return speaker.play(next(there, files[-1]), volume)
