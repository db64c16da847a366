"""Before a desk goes: notes that are in memory alone would go with it, so the teacher is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from ui.main_window import MainWindow
from ui.upkeep.words import tr

if TYPE_CHECKING:
    from ui.dialogs import Dialogs
    from ui.tasks import Tasks
    from ui.upkeep.holding import HoldingLink


class Left(Protocol):
    """What it needs of the desk."""

    @property
    def window(self) -> MainWindow: ...
    @property
    def tasks(self) -> "Tasks": ...
    @property
    def dialogs(self) -> "Dialogs": ...


class Leaving:
    """`link` gives what is held, None while that is nothing."""

    def __init__(self, desk: Left, link: "Callable[[], HoldingLink | None]") -> None:
        self._desk = desk
        self._link = link
        self._agreed = False
        self._over = False
        desk.window.may_close = self._may_close

    def stop(self) -> None:
        """The desk goes: whatever there was to ask has been asked."""
        self._over = True

    async def may_go(self) -> bool:
        """Whether another class may take the place of this one; asked where a note goes with it."""
        if self._loses_nothing():
            return True
        return await self._ask(
            tr("Go on without saving?"),
            tr("To go on now loses {what}."),
            tr("Go on and lose {what}"),
        )

    def _may_close(self) -> bool:
        """Whether the window may be closed now; else the teacher is asked first."""
        if self._over or self._agreed or self._loses_nothing():
            return True
        self._desk.tasks.spawn(self._ask_and_close())
        return False

    async def _ask_and_close(self) -> None:
        self._agreed = await self._ask(
            tr("Close without saving?"),
            tr("To close now loses {what}."),
            tr("Close and lose {what}"),
        )
        if self._agreed:
            self._desk.window.close()

    def _loses_nothing(self) -> bool:
        link = self._link()
        return link is None or link.may_close()

    async def _ask(self, title: str, loses: str, yes: str) -> bool:
        link = self._link()
        count = link.holding.kept if link is not None else 0
        one = "1 note could not be written yet, and is in Rondo’s memory alone."
        more = "{count} notes could not be written yet, and are in Rondo’s memory alone."
        text = " ".join([tr(one if count == 1 else more).format(count=count), loses, tr(_FIRST)])
        what = tr("it" if count == 1 else "them")
        return await self._desk.dialogs.confirm(
            title, text.format(what=what), yes.format(what=what)
        )


_FIRST = "Free space or put the stick back, then try again."
