"""Saving and opening backups from the window."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.backups import BackupInfo
from app.errors import ClassroomError
from app.ports import Backups, Clock
from ui.backups.words import contents, moment
from ui.dialogs import Dialogs
from ui.problems import problem
from ui.tasks import Tasks

SUFFIX = ".rondo"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Backups with the teacher's consent; `say` shows a line, `reopen` takes the new database."""

    backups: Backups
    dialogs: Dialogs
    tasks: Tasks
    clock: Clock
    say: Callable[[str], None]
    reopen: Callable[[Path], Awaitable[None]]

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
        self.say(_tr("Backup saved: {holds}").format(holds=self._holds(info)))

    async def open(self) -> None:
        """Ask which, read it whole, say what it holds, and open it if the teacher agrees."""
        chosen = await self.dialogs.open_file(_tr("Open a backup"), self._filter())
        if chosen is None:
            return
        await self.offer(chosen)

    async def offer(self, chosen: Path) -> None:
        """Say what a backup holds beside what is open now, and open it if the teacher agrees."""
        try:
            info = await self.tasks.off_thread(self.backups.inspect, chosen)
        except ClassroomError as error:
            self.say(problem(error))
            return
        text = _tr(
            "This backup holds {holds}.\nIt takes the place of what is open now,"
            " which is kept beside it."
        ).format(holds=self._holds(info))
        if now := await self.tasks.off_thread(self._open_now):
            text = f"{text}\n\n{self._beside(info, now)}"
        agreed = await self.dialogs.confirm(_tr("Open this backup?"), text, _tr("Open backup"))
        if agreed:
            await self.reopen(chosen)

    def _open_now(self) -> BackupInfo | None:
        """What is open says it holds; None where nothing is, or nothing can be read."""
        try:
            return self.backups.live()
        except (ClassroomError, OSError):
            return None

    def _beside(self, info: BackupInfo, now: BackupInfo) -> str:
        if info.newest_step == now.newest_step:
            return _tr("It holds the same as what is open now.")
        lines = _tr("The backup, {then}: {holds}.\nOpen now, {now}: {held}.")
        return lines.format(
            then=moment(info.saved_at, self.clock),
            holds=contents(info, self.clock),
            now=moment(now.saved_at, self.clock),
            held=contents(now, self.clock),
        )

    def _filter(self) -> str:
        return _tr("Rondo backups") + f" (*{SUFFIX} *.db);;" + _tr("All files") + " (*)"

    def _holds(self, info: BackupInfo) -> str:
        size = QLocale().formattedDataSize(info.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        classes = ", ".join(info.classes) or _tr("no class")
        text = _tr("{classes}: {students} students, {observations} observations, {size}, whole")
        return text.format(
            classes=classes, students=info.students, observations=info.observations, size=size
        )
