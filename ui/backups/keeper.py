"""Backups that come by themselves: every half hour of use, and when the window is closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.backups import FAILED, SAVED, BackupService, Kept
from ui.tasks import Tasks, taking_turns

EVERY_MS = 30 * 60 * 1000
SOON_MS = 2 * 60 * 1000
"""What the session before left without a backup, by a power cut, gets one this soon."""

Told = Callable[[Sequence[Kept]], None]


class Keeper(QObject):
    """Makes backups in a worker, one at a time. `done` carries what came of each go.

    `waits` says whether backups wait for the teacher, as after a restore: then none come by
    themselves.
    """

    done = Signal(object)

    def __init__(
        self,
        make: Callable[[], BackupService],
        tasks: Tasks,
        waits: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._tasks = tasks
        self._waits = waits
        self._service: BackupService | None = None
        self._turn = taking_turns()
        self.skipped = False
        self._timer = QTimer(self, interval=SOON_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def service(self) -> BackupService:
        """What knows the places; its verbs belong in a worker."""
        if self._service is None:
            self._service = self._make()
        return self._service

    def renew(self) -> None:
        """The places are others now."""
        self._service = None

    def start(self) -> None:
        """Make backups by itself from now on."""
        self._timer.start()

    def stop(self) -> None:
        """No more of itself; what is being made is given up."""
        self._timer.stop()
        self.skipped = True

    def tick(self) -> None:
        """It is time to see whether there is anything new."""
        self._timer.setInterval(EVERY_MS)
        if not self._waits():
            self._tasks.spawn(self._by_itself())

    async def back_up(self, sure: bool = True) -> Sequence[Kept]:
        """Make a backup where there is anything new, after the one that is being made."""
        async with self._turn:
            kept = await self._tasks.off_thread(self._save, sure)
        if not self.skipped:
            self.done.emit(kept)
        return kept

    async def at_the_end(self) -> Sequence[Kept]:
        """The last backup of the session; none while they wait for the teacher."""
        self._timer.stop()
        return () if self._waits() else await self.back_up(sure=False)

    async def rest(self) -> None:
        """Give up what is being made and come back when its files are closed."""
        self.stop()
        async with self._turn:
            return

    async def _by_itself(self) -> None:
        await self.back_up()

    def _save(self, sure: bool) -> Sequence[Kept]:
        """In the worker, as is what the first one has to load: that would be seen to hold up."""
        return self.service.back_up(self._given_up, sure)

    def _given_up(self) -> bool:
        return self.skipped


def failed(kept: Sequence[Kept]) -> Kept | None:
    """The first that went wrong."""
    return next((one for one in kept if one.outcome == FAILED), None)


def saved(kept: Sequence[Kept]) -> Kept | None:
    """The first that was made."""
    return next((one for one in kept if one.outcome == SAVED), None)
