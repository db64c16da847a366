"""Who saves and opens backups for a window: a desk's, or that of a guide."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ports import Backups, Clock
from ui.backups.keeping import Keeping
from ui.backups.taking import Take, Taken, Taking
from ui.bootstrap import Key, OpenProfile, backups_of, safe_of
from ui.dialogs import Dialogs
from ui.lock.asked import AskedKeys, Known
from ui.opening.own import Own
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.desk.desk import Desk
    from ui.lock.start import UnlockGuide
    from ui.opening.guide import Guide


class Keepings:
    """`reopen` lets a backup take the place of the teacher's `own` class."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        clock: Clock,
        own: Own,
        reopen: Callable[[Take], Awaitable[None]],
    ) -> None:
        self._theme = theme
        self._tasks = tasks
        self._clock = clock
        self._own = own
        self._reopen = reopen

    def of_desk(self, desk: "Desk", opened: OpenProfile) -> Keeping:
        """From the demo class, too, a backup takes the place of the teacher's own."""
        is_open = opened.profile == self._own.profile
        known = Known(opened.key if is_open else None, is_open)

        async def unlocked() -> None:
            if desk.secure is not None:
                await desk.secure.lockup.unlocked()

        keys = self._keys(desk.window, known, unlocked)
        taking = self._taking(keys, known, desk.dialogs, desk.say)
        return Keeping(
            opened.backups, taking, desk.dialogs, self._tasks, self._clock, desk.say, desk.done
        )

    def of_guide(self, guide: "Guide | UnlockGuide") -> Keeping:
        """The class cannot be opened; perhaps its key is known all the same."""
        known, window, dialogs = Known(guide.key, is_open=False), guide.window, guide.dialogs
        taking = self._taking(self._keys(window, known, _at_once), known, dialogs, window.say)
        backups = backups_of(self._own.profile, self._clock, guide.key)
        return Keeping(backups, taking, dialogs, self._tasks, self._clock, window.say, window.say)

    def _keys(
        self, window: QWidget, known: Known, unlocked: Callable[[], Awaitable[None]]
    ) -> AskedKeys:
        safe = safe_of(self._own.profile, self._clock)
        return AskedKeys(self._theme, self._tasks, window, safe, known, unlocked)

    def _taking(
        self, keys: AskedKeys, known: Known, dialogs: Dialogs, say: Callable[[str], None]
    ) -> Taking:
        profile, clock = self._own.profile, self._clock

        def with_key(key: Key | None) -> Backups:
            return backups_of(profile, clock, key)

        about = Taken(with_key(known.key), with_key, known.is_open)
        return Taking(about, keys, dialogs, self._tasks, clock, say, self._reopen)


async def _at_once() -> None:
    """A guide's window is never locked."""
