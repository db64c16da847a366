"""The backups of one open profile: by themselves, at the end, and waiting after a restore."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from app.services.backups import BackupService, Kept
from app.settings import Settings
from ui.backups.closing import Closing
from ui.backups.keeper import Keeper, failed
from ui.backups.words import why_not
from ui.place import show_small
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.banner import Banners, Way

RESTORED = "restored"
TROUBLE = "backup"


class Backed(Protocol):
    """What it needs of the desk."""

    @property
    def theme(self) -> Theme: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def settings(self) -> Settings: ...

    def choose(self, settings: Settings) -> None: ...


class Backing(QObject):
    """Begins after the first picture. `go_back` opens what was there before a restore."""

    def __init__(
        self,
        desk: Backed,
        make: Callable[[], BackupService],
        banners: Callable[[], Banners],
        go_back: Callable[[Path], Awaitable[None]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banners = banners
        self._open_before = go_back
        self._closing: Closing | None = None
        self.keeper = Keeper(make, desk.tasks, lambda: bool(desk.settings.restored), self)
        self.keeper.done.connect(self._tell)
        self.keeper.start()
        if desk.settings.restored:
            self._ask()

    def leave(self, then: Callable[[], None]) -> None:
        """Make the last backup, and go on when that is over, however it went."""
        desk = self._desk
        show = partial(show_small, settings=desk.settings)
        self._closing = Closing(desk.theme, desk.tasks, self.keeper, then, show)
        self._closing.begin()

    def _tell(self, kept: Sequence[Kept]) -> None:
        """A line says why there is no backup, until there is one."""
        trouble = failed(kept)
        if trouble is None or trouble.reason is None:
            self._banners().take_away(TROUBLE)
        else:
            self._banners().show_line(TROUBLE, "warn", why_not(trouble.reason))

    def _ask(self) -> None:
        """After a restore nothing goes over the older backups before the teacher has looked."""
        text = self.tr(
            "You opened a backup. No new backups are made until you say that it is the right one."
        )
        ways = [Way(self.tr("Keep this"), self._keep)]
        if self._desk.settings.before_restore:
            ways.append(Way(self.tr("Go back to before"), self._go_back))
        self._banners().show_line(RESTORED, "info", text, ways)

    def _keep(self) -> None:
        self._desk.choose(replace(self._desk.settings, restored="", before_restore=""))
        self._banners().take_away(RESTORED)

    def _go_back(self) -> None:
        self._desk.tasks.spawn(self._back())

    async def _back(self) -> None:
        await self._open_before(Path(self._desk.settings.before_restore))
