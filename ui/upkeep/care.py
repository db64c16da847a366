"""What looks after one open profile while its window is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.bootstrap import OpenProfile, clear_left
from ui.upkeep.notes import Notes
from ui.upkeep.soundness import Soundness

if TYPE_CHECKING:
    from ui.upkeep.backing import Backing
    from ui.upkeep.cared import Cared
    from ui.upkeep.finishing import Finishing
    from ui.upkeep.tidying import Tidying


class Care(QObject):
    """Lets each part begin and end in its turn: notes, soundness, backups, tidying, erasing.

    `redraw` shows on every page what is in the file. Nothing begins where it can only be read.
    """

    def __init__(self, desk: "Cared", opened: OpenProfile, redraw: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._stopped = False
        self._tidying: Tidying | None = None
        self.has_left = False
        self.backing: Backing | None = None
        self.notes = Notes(desk, opened, redraw)
        self.soundness = Soundness(desk, opened, self._index_anew, self)
        self._finishing: Finishing | None = None
        opened.be_quick()

    def stop(self) -> None:
        """Touch the files no more."""
        self._stopped = True
        keeper = self.backing.keeper if self.backing is not None else None
        for part in (self.notes, self._tidying, keeper, self.soundness):
            if part is not None:
                part.stop()

    def leave(self, then: Callable[[], None]) -> None:
        """The window has gone: make the last backup, then go on."""

        def go() -> None:
            self.has_left = True
            then()

        if self.backing is None:
            go()
        else:
            self.backing.leave(go)

    async def rest(self) -> None:
        """After `stop`: come back when nothing reads the file any more in a worker."""
        if self.backing is not None:
            await self.backing.keeper.rest()
        await self.soundness.rest()
        if self._finishing is not None:
            await self._finishing.rest()

    def begin(self) -> None:
        """After the first picture."""
        from ui.upkeep.tidying import Tidying  # not for the start

        if self._opened.reading is not None:
            return  # what is held stays held until it can be written
        self.notes.take_up()
        self._tidying = Tidying(self._opened, self)
        QTimer.singleShot(0, self, self._begin_slow_work)  # asyncio comes after this turn

    def _begin_slow_work(self) -> None:
        if self._stopped:
            return  # closed in the same moment
        self._desk.tasks.spawn(self._clear_left())
        if not self._desk.is_demo:
            self._begin_backups()
            self.soundness.begin()
        if self._opened.erasure.unfinished():
            self._finish_erasing()

    async def _clear_left(self) -> None:
        await self._desk.tasks.off_thread(clear_left)

    def _index_anew(self) -> None:
        if self._tidying is not None and not self._stopped:
            self._tidying.index_anew()

    def _finish_erasing(self) -> None:
        from ui.upkeep.finishing import Finishing  # not for the start

        desk = self._desk
        self._finishing = Finishing(desk.tasks, self._opened.erasure, desk.done, desk.say)
        desk.tasks.spawn(self._finishing.finish())

    def _begin_backups(self) -> None:
        from ui.upkeep.backing import Backing  # not for the start

        desk, make = self._desk, self._opened.backup_service
        self.backing = Backing(desk, make, lambda: desk.window.banners, self._go_back, desk.window)

    async def _go_back(self, kept: Path) -> None:
        await self._desk.keeping.go_back(kept)
