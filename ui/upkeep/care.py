"""What looks after one open profile while its window is shown."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from app.classroom import Classroom
from app.domain.changes import Step
from app.errors import ClassroomError, NotRead
from ui.bootstrap import OpenProfile
from ui.main_window import MainWindow
from ui.upkeep.leaving import Leaving

if TYPE_CHECKING:
    from app.domain.damage import CheckReport
    from app.settings import Settings
    from ui.dialogs import Dialogs
    from ui.keeping import Keeping
    from ui.live_link import LiveLink
    from ui.tasks import Tasks
    from ui.theme import Theme
    from ui.upkeep.backing import Backing
    from ui.upkeep.checkup import Checkup
    from ui.upkeep.holding import HoldingLink
    from ui.upkeep.stranded import Stranded
    from ui.upkeep.tidying import Tidying


class Cared(Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def window(self) -> MainWindow: ...
    @property
    def tasks(self) -> "Tasks": ...
    @property
    def dialogs(self) -> "Dialogs": ...
    @property
    def live(self) -> "LiveLink": ...
    @property
    def is_demo(self) -> bool: ...
    @property
    def theme(self) -> "Theme": ...
    @property
    def settings(self) -> "Settings": ...
    @property
    def keeping(self) -> "Keeping": ...

    def choose(self, settings: "Settings") -> None: ...

    def say(self, text: str) -> None: ...
    def go(self, key: str) -> None: ...
    def mend(self) -> None: ...

    def done(self, text: str) -> None: ...


class Care(QObject):
    """Hears of what was not written; begins its own work after the first picture.

    `redraw` shows on every page what is in the file.
    """

    def __init__(self, desk: Cared, opened: OpenProfile, redraw: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._redraw = redraw
        self._link: HoldingLink | None = None
        self._stranded: Stranded | None = None
        self._tidying: Tidying | None = None
        self.leaving = Leaving(desk, lambda: self._link)
        self.backing: Backing | None = None
        self.has_left = False
        self._stopped = False
        self.checkup: Checkup | None = None
        self._damaged = QTimer(self, singleShot=True, interval=0)
        self._damaged.timeout.connect(self._tell_damage)
        opened.be_quick()
        opened.hear_damage(self._damaged.start)
        desk.room.workspace.on_refused(self._refuse)
        desk.window.painted.connect(self._begin)

    @property
    def holding(self) -> "HoldingLink":
        """What is not written yet, made when there is something."""
        if self._link is None:
            self._link = self._make_link()
        return self._link

    def held(self) -> int:
        """How many notes are in no class file. Raises `OnlyReading` where nothing can be."""
        self._opened.must_write()
        return self._opened.held() if self._link is None else self._link.holding.kept

    @property
    def redrawing(self) -> bool:
        """Whether pages are about to show the truth of the file again."""
        return self._link is not None and self._link.redrawing

    def stop(self) -> None:
        """Touch the files no more."""
        self._stopped = True
        self.leaving.stop()
        self._desk.room.workspace.on_refused(None)
        if self._link is not None:
            self._link.stop()
        if self._tidying is not None:
            self._tidying.stop()
        if self.backing is not None:
            self.backing.keeper.stop()
        if self.checkup is not None:
            self.checkup.stop()
        self._damaged.stop()

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
        """Come back when nothing reads the file any more in a worker."""
        if self.backing is not None:
            await self.backing.keeper.rest()
        if self.checkup is not None:
            await self.checkup.rest()

    def _begin(self) -> None:
        """After the first picture: take up what was held, and begin to tidy."""
        from ui.upkeep.tidying import Tidying  # not for the start

        if self._opened.reading is not None:
            return  # what is held stays held until it can be written
        if self._opened.shelf(in_memory=self._desk.is_demo).load():
            self.holding.load()
        self._tidying = Tidying(self._opened, self)
        QTimer.singleShot(0, self, self._begin_slow_work)  # asyncio comes after this turn

    def _begin_slow_work(self) -> None:
        if self._stopped:
            return  # closed in the same moment
        if not self._desk.is_demo:
            self._begin_backups()
        if self._opened.erasure.unfinished():
            self._desk.tasks.spawn(self._finish_erasing())

    def _begin_backups(self) -> None:
        from ui.upkeep.backing import Backing  # not for the start

        desk, make = self._desk, self._opened.backup_service
        self.backing = Backing(desk, make, lambda: desk.window.banners, self._go_back, desk.window)
        self._begin_checkups()

    def _begin_checkups(self) -> None:
        from ui.upkeep.checkup import Checkup  # not for the start

        desk = self._desk
        self.checkup = Checkup(
            self._opened.check,
            desk.tasks,
            lambda: (scene := desk.live.page.scene) is not None and scene.reading.running,
            lambda: desk.settings.checked != self._today(),
            self,
        )
        self.checkup.done.connect(self._tell_found)

    def _today(self) -> str:
        clock = self._desk.room.clock
        return clock.local(clock.now_ms()).date().isoformat()

    def _tell_damage(self) -> None:
        """Something did not read or could not be written, wherever that was."""
        from ui.upkeep.checkup import tell_met  # nothing is damaged at the start

        tell_met(self._desk.window.banners, self._desk.mend)

    def _tell_found(self, report: "CheckReport") -> None:
        """A look is over; one that found nothing is enough for today."""
        from ui.upkeep.checkup import tell_found  # not for the start

        if not report.could_look:
            return
        desk = self._desk
        desk.choose(replace(desk.settings, checked=self._today()))
        tell_found(report, desk.window.banners, desk.mend, lambda: desk.go("settings"))

    async def _go_back(self, kept: Path) -> None:
        await self._desk.keeping.go_back(kept)

    async def _finish_erasing(self) -> None:
        """Go on with what was stopped in the middle, or waited for a place to be there."""
        from app.domain.erasing import silent  # not for the start

        try:
            done = await self._desk.tasks.off_thread(self._opened.erasure.finish, silent)
        except ClassroomError:
            return  # it waits for the next start
        if not done:
            return
        if any(receipt.again for receipt in done):
            self._desk.say(
                self.tr(
                    "The backup still told of students you had erased. They are erased again here"
                    " and in every copy that Rondo knows of; delete that backup where you keep it."
                )
            )
        else:
            self._desk.done(self.tr("An erasing that was interrupted is finished now."))

    def _refuse(self, step: Step, error: ClassroomError) -> ClassroomError:
        return self.holding.refuse(step, error)

    def _make_link(self) -> "HoldingLink":
        # Nothing is refused at the start.
        from app.services.holding import Holding
        from ui.upkeep.holding import HoldingLink
        from ui.upkeep.stranded import Stranded

        room, window = self._desk.room, self._desk.window
        shelf = self._opened.shelf(in_memory=self._desk.is_demo)
        holding = Holding(room.store, room.workspace, room.clock, shelf, self._opened.revive)
        link = HoldingLink(holding, lambda: window.banners, self._desk.say, self._desk.done)
        self._stranded = Stranded(holding, lambda: window.banners, self._desk, room.clock)
        link.stranded.connect(self._stranded.show)
        link.stale.connect(self._show_truth)
        link.written.connect(self._desk.live.panel.forget_problem)
        return link

    def _show_truth(self) -> None:
        """Show what is in the file; where even that cannot be read, what was known stays."""
        with suppress(NotRead):
            self._redraw()
