"""What looks after one open profile while its window is shown."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from app.classroom import Classroom
from app.domain.changes import Step
from app.errors import ClassroomError, NotRead
from ui.bootstrap import OpenProfile
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from ui.dialogs import Dialogs
    from ui.live_link import LiveLink
    from ui.tasks import Tasks
    from ui.upkeep.holding import HoldingLink
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

    def say(self, text: str) -> None: ...


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
        self._tidying: Tidying | None = None
        self._leaving = False
        opened.be_quick()
        desk.room.workspace.on_refused(self._refuse)
        desk.window.may_close = self._may_close
        desk.window.painted.connect(self._begin)

    @property
    def holding(self) -> "HoldingLink":
        """What is not written yet, made when there is something."""
        if self._link is None:
            self._link = self._make_link()
        return self._link

    @property
    def redrawing(self) -> bool:
        """Whether pages are about to show the truth of the file again."""
        return self._link is not None and self._link.redrawing

    def stop(self) -> None:
        """Touch the files no more."""
        self._desk.room.workspace.on_refused(None)
        if self._link is not None:
            self._link.stop()
        if self._tidying is not None:
            self._tidying.stop()

    def _begin(self) -> None:
        """After the first picture: take up what was held, and begin to tidy."""
        from ui.upkeep.tidying import Tidying  # not for the start

        if self._opened.reading is not None:
            return  # what is held stays held until it can be written
        if self._opened.shelf(in_memory=self._desk.is_demo).load():
            self.holding.load()
        self._tidying = Tidying(self._opened, self)
        if self._opened.erasure.unfinished():
            self._desk.tasks.spawn(self._finish_erasing())

    async def _finish_erasing(self) -> None:
        """Go on with what was stopped in the middle, or waited for a place to be there."""
        from app.domain.erasing import silent  # not for the start

        try:
            done = await self._desk.tasks.off_thread(self._opened.erasure.finish, silent)
        except ClassroomError:
            return  # it waits for the next start
        if done:
            self._desk.say(self.tr("An erasing that was interrupted is finished now."))

    def _refuse(self, step: Step, error: ClassroomError) -> ClassroomError:
        return self.holding.refuse(step, error)

    def _make_link(self) -> "HoldingLink":
        # Nothing is refused at the start.
        from app.services.holding import Holding
        from ui.upkeep.holding import HoldingLink

        room, window = self._desk.room, self._desk.window
        shelf = self._opened.shelf(in_memory=self._desk.is_demo)
        holding = Holding(room.store, room.workspace, room.clock, shelf, self._opened.revive)
        link = HoldingLink(holding, lambda: window.banners, self._desk.say)
        link.stale.connect(self._show_truth)
        link.written.connect(self._desk.live.panel.forget_problem)
        return link

    def _show_truth(self) -> None:
        """Show what is in the file; where even that cannot be read, what was known stays."""
        with suppress(NotRead):
            self._redraw()

    def _may_close(self) -> bool:
        """Whether the window may be closed now; else the teacher is asked first."""
        if self._leaving or self._link is None or self._link.may_close():
            return True
        self._desk.tasks.spawn(self._ask())
        return False

    async def _ask(self) -> None:
        title = self.tr("Close without saving?")
        text = self.tr(
            "{count} notes could not be written yet, and are in Rondo’s memory alone."
            " To close now loses them. Free space or put the stick back, then try again."
        )
        count = self.holding.holding.held
        said = text.format(count=count)
        if await self._desk.dialogs.confirm(title, said, self.tr("Close and lose them")):
            self._leaving = True
            self._desk.window.close()
