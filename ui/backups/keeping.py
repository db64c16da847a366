"""Saving and opening backups from the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.errors import ClassroomError
from app.ports import Backups, Clock
from ui.backups.taking import Taking
from ui.backups.words import held_in
from ui.dialogs import Dialogs
from ui.problems import problem
from ui.tasks import Tasks

SUFFIX = ".rondo"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)


@dataclass(frozen=True, slots=True)
class Keeping:
    """`backups` are those of what is open; what `taking` opens takes the place of the class.

    `say` tells what is not as it should be, `done` what is.
    """

    backups: Backups
    taking: Taking
    dialogs: Dialogs
    tasks: Tasks
    clock: Clock
    say: Callable[[str], None]
    done: Callable[[str], None]

    async def save(self) -> None:
        """Ask where, copy in a worker, and say what the verified copy holds."""
        today = self.clock.local(self.clock.now_ms())
        suggestion = f"Rondo {today:%Y-%m-%d}{SUFFIX}"
        chosen = await self.dialogs.save_file(_tr("Save a backup"), suggestion, self._filter())
        if chosen is None:
            return
        target = chosen if chosen.suffix else chosen.with_name(chosen.name + SUFFIX)
        try:
            info = await self.tasks.off_thread(self.backups.save, target)
        except ClassroomError as error:
            self.say(problem(error))
            return
        self.done(_tr("Backup saved: {holds}").format(holds=held_in(info)))

    async def open(self) -> None:
        """Ask which, and offer it."""
        chosen = await self.dialogs.open_file(_tr("Open a backup"), self._filter())
        if chosen is not None:
            await self.offer(chosen)

    async def offer(self, chosen: Path) -> None:
        """Say what a backup holds, and open it if the teacher agrees."""
        await self.taking.offer(chosen)

    async def go_back(self, kept: Path) -> None:
        """Open what was there before a backup was opened."""
        await self.taking.go_back(kept)

    def _filter(self) -> str:
        return _tr("Rondo backups") + f" (*{SUFFIX} *.db);;" + _tr("All files") + " (*)"
