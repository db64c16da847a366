"""Before a desk goes: notes that are in memory alone would go with it, so the teacher is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ui.upkeep.cared import Cared
from ui.upkeep.words import tr

if TYPE_CHECKING:
    from ui.upkeep.holding import HoldingLink


class _Words(NamedTuple):
    """A question, about one note and about more."""

    title: str
    one: str
    more: str
    lose_one: str
    lose_more: str


_CLOSE = _Words(
    "Close without saving?",
    "1 note could not be written yet, and is in Rondo’s memory alone. To close now loses it."
    " Free space or put the stick back, then try again.",
    "{count} notes could not be written yet, and are in Rondo’s memory alone. To close now loses"
    " them. Free space or put the stick back, then try again.",
    "Close and lose it",
    "Close and lose them",
)
_GO_ON = _Words(
    "Go on without saving?",
    "1 note could not be written yet, and is in Rondo’s memory alone. To go on now loses it."
    " Free space or put the stick back, then try again.",
    "{count} notes could not be written yet, and are in Rondo’s memory alone. To go on now loses"
    " them. Free space or put the stick back, then try again.",
    "Go on and lose it",
    "Go on and lose them",
)


class Leaving:
    """`link` gives what is held, None while that is nothing."""

    def __init__(self, desk: Cared, link: "Callable[[], HoldingLink | None]") -> None:
        self._desk = desk
        self._link = link
        self._asking = False
        self._over = False
        desk.window.may_close = self._may_close

    def stop(self) -> None:
        """The desk goes: whatever there was to ask has been asked."""
        self._over = True

    async def may_go(self) -> bool:
        """Whether another class may take the place of this one; asked where a note goes with it."""
        return self._loses_nothing() or await self._ask(_GO_ON)

    def _may_close(self) -> bool:
        """Whether the window may be closed now; else the teacher is asked first, once."""
        if self._over or self._loses_nothing():
            return True
        if not self._asking:
            self._asking = True
            self._desk.tasks.spawn(self._ask_and_close())
        return False

    async def _ask_and_close(self) -> None:
        try:
            self._over = await self._ask(_CLOSE)
        finally:
            self._asking = False
        if self._over:
            self._desk.window.close()

    def _loses_nothing(self) -> bool:
        link = self._link()
        return link is None or link.may_close()

    async def _ask(self, words: _Words) -> bool:
        link = self._link()
        count = link.holding.kept if link is not None else 0
        text = tr(words.one if count == 1 else words.more).format(count=count)
        yes = tr(words.lose_one if count == 1 else words.lose_more)
        return await self._desk.dialogs.confirm(tr(words.title), text, yes)
