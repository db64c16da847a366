"""Notes that are not in the class file yet: held, told, and asked about before their desk goes."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.changes import Step
from app.errors import ClassroomError, NotRead
from ui.bootstrap import OpenProfile

if TYPE_CHECKING:
    from ui.upkeep.cared import Cared
    from ui.upkeep.holding import HoldingLink
    from ui.upkeep.leaving import Leaving
    from ui.upkeep.stranded import Stranded


class Notes:
    """Hears of every step that was not written. `redraw` shows what is in the file."""

    def __init__(self, desk: "Cared", opened: OpenProfile, redraw: Callable[[], None]) -> None:
        self._desk = desk
        self._opened = opened
        self._redraw = redraw
        self._link: HoldingLink | None = None
        self._stranded: Stranded | None = None
        self._leaving: Leaving | None = None
        desk.room.workspace.on_refused(self._refuse)

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

    def count(self) -> int:
        """How many notes are in no class file. Raises `OnlyReading` where nothing can be."""
        self._opened.must_write()
        return self._opened.held() if self._link is None else self._link.holding.kept

    async def may_go(self) -> bool:
        """Whether another class may take the place of this one; asked where a note goes with it."""
        return self._leaving is None or await self._leaving.may_go()

    def take_up(self) -> None:
        """Write what was held when the window was last closed, or hold it on."""
        if self._opened.shelf(in_memory=self._desk.is_demo).load():
            self.holding.load()

    def stop(self) -> None:
        """Touch the file no more."""
        if self._leaving is not None:
            self._leaving.stop()
        self._desk.room.workspace.on_refused(None)
        if self._link is not None:
            self._link.stop()

    def _refuse(self, step: Step, error: ClassroomError) -> ClassroomError:
        return self.holding.refuse(step, error)

    def _make_link(self) -> "HoldingLink":
        # Nothing is refused at the start.
        from app.services.holding import Holding
        from ui.upkeep.holding import HoldingLink
        from ui.upkeep.leaving import Leaving
        from ui.upkeep.stranded import Stranded

        room, window = self._desk.room, self._desk.window
        shelf = self._opened.shelf(in_memory=self._desk.is_demo)
        holding = Holding(room, shelf, self._opened.revive)
        link = HoldingLink(holding, lambda: window.banners, self._desk.say, self._desk.done)
        self._stranded = Stranded(holding, lambda: window.banners, self._desk, room.clock)
        self._leaving = Leaving(self._desk, lambda: self._link)
        link.stranded.connect(self._stranded.show)
        link.stale.connect(self._show_truth)
        link.written.connect(self._desk.live.panel.forget_problem)
        return link

    def _show_truth(self) -> None:
        """Show what is in the file; where even that cannot be read, what was known stays."""
        with suppress(NotRead):
            self._redraw()
