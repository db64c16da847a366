"""Locks the teacher's window of one desk: by key, by the rail, by idle time, with the computer."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from ui.desk.main_window import PART_OF
from ui.lock.cover import HiddenDialogs, clear_away, cover, uncover
from ui.lock.idle import Idle
from ui.lock.lock_page import LockPage
from ui.lock.patient import PatientDialogs, Waiting
from ui.lock.safe import Safe
from ui.lock.system_lock import SystemLock
from ui.lock.unlock_form import UnlockForm

if TYPE_CHECKING:
    from ui.desk.desk import Desk


class LockUp(QObject):
    """With a `safe` the passphrase unlocks the window, without one a button.

    The database stays open and nothing is stopped: the lesson, its clock and the board go on.
    """

    def __init__(
        self,
        desk: "Desk",
        app: QApplication,
        safe: Safe | None,
        make_system_lock: Callable[[QApplication], SystemLock],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._app = app
        self._safe = safe
        self._waiting = Waiting()
        self._then: Callable[[], None] | None = None
        self._hidden: HiddenDialogs | None = None
        self.page: LockPage | None = None
        self.idle = Idle(app, desk.room.clock, self._is_board)
        self._system = make_system_lock(app)
        make = desk.make_dialogs
        desk.make_dialogs = lambda window: PatientDialogs(make(window), self._waiting)
        desk.lock_wanted.connect(self.lock)
        desk.live.page.handling.keys.lock.connect(self.lock)
        self.idle.passed.connect(self.lock)
        if safe is not None:
            self._system.listen(self._computer_locked)
        self.follow_settings()

    @property
    def is_locked(self) -> bool:
        return self.page is not None

    async def unlocked(self) -> None:
        """Come back when the window is not locked."""
        await self._waiting()

    def follow_settings(self) -> None:
        """Take the teacher's choice of minutes."""
        self.idle.set_minutes(self._desk.settings.lock_after)

    def lock(self) -> None:
        """Lock it now."""
        if self.page is not None:
            return
        window = self._desk.window
        self._waiting.set_locked(True)
        self._hidden = clear_away(self._app, window)
        self.page = LockPage(self._desk.theme, self._running(), self._form())
        self.page.wanted.connect(self.unlock)
        cover(window, self.page)
        window.setWindowTitle("Rondo")
        self.page.take_keyboard()

    def make_sure(self, then: Callable[[], None]) -> None:
        """Ask for the passphrase before what nobody else may do at an open window."""
        self.lock()
        self._then = then

    def unlock(self) -> None:
        """Show everything again, and what there was to say meanwhile."""
        if self.page is None:
            return
        self.page = None
        window = self._desk.window
        uncover(window)
        place = PART_OF.get(window.current, window.current)
        if window.rail.has(place):
            window.rail.set_current(place)
        self.idle.touch()
        hidden, self._hidden = self._hidden, None
        if hidden is not None:
            hidden.come_back()
        self._waiting.set_locked(False)
        then, self._then = self._then, None
        if then is not None:
            then()

    def stop(self) -> None:
        """Listen to nothing any more."""
        self.idle.stop()
        self._system.stop()
        self._waiting.set_locked(False)

    def _form(self) -> UnlockForm | None:
        safe = self._safe
        if safe is None:
            return None
        return UnlockForm(self._desk.theme, self._desk.tasks, safe.open, safe.seconds_left)

    def _running(self) -> bool:
        return self._desk.live.page.scene is not None

    def _computer_locked(self) -> None:
        if self._desk.settings.lock_with_system:
            self.lock()

    def _is_board(self, window: QWindow) -> bool:
        return window is not self._desk.window.windowHandle() and window.transientParent() is None


def make_lockup(desk: "Desk", app: QApplication, safe: Safe | None) -> LockUp:
    """The lock of a desk on a real computer."""
    from ui.lock.system_lock import system_lock  # nothing of it is for the start

    return LockUp(desk, app, safe, partial(system_lock))
