"""Whatever ends one desk so that another begins, once the teacher's notes are safe or let go."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ports import Clock
from ui.bootstrap import Key, OpenProfile, build_demo
from ui.desk.desk import Desk
from ui.opening.entrance import Wish
from ui.opening.own import Own
from ui.stage import Stage
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.backups.taking import Take


class Exchange:
    """To the demo class and back; another file, or another key, for the teacher's own class."""

    def __init__(self, stage: Stage, own: Own, tasks: Tasks, clock: Clock) -> None:
        self._stage = stage
        self._own = own
        self._tasks = tasks
        self._clock = clock

    @property
    def desk(self) -> Desk | None:
        """What is open; None while something is in the way of it."""
        return self._stage.desk

    def try_demo(self) -> None:
        """Make the demo class in a throw-away profile and open it."""
        self._tasks.spawn(self._try_demo())

    def leave_demo(self) -> None:
        """Back to the teacher's own profile."""
        self._tasks.spawn(self._leave_demo())

    def mend(self, opened: OpenProfile) -> None:
        """Close a class that is damaged, and show the ways on, if the teacher agrees."""
        self._tasks.spawn(self._mend(opened))

    async def may_go(self) -> bool:
        """Whether what is open may go: the teacher is asked where notes would go with it."""
        return self.desk is None or await self.desk.care.notes.may_go()

    async def restore(self, take: "Take") -> None:
        """Take a backup for the teacher's own class; what was there stays beside it."""
        from ui.backups.restoring import restored  # not for the start

        def work() -> Key | None:
            restored(self._own.profile, self._clock, *take)
            return take.own

        text = "The backup is copied, and the copy is read back."
        await self.rekeyed(work, QCoreApplication.translate("Exchange", text))

    async def rekeyed(self, work: "Callable[[], Key | None]", meanwhile: str) -> bool:
        """Close the class, change its file in a worker, and open it with the key that gives.

        `meanwhile` is all that is shown while it is done. False when the teacher would rather keep
        what is held of this one.
        """
        if not await self.may_go():
            return False
        key = self._stage.opened.key if self._stage.opened else None
        old = await self._shut(meanwhile)
        try:
            key = await self._tasks.off_thread(work)
        except Exception:
            self._stage.open(self._own.profile, Wish(key), old)
            raise
        self._stage.open(self._own.profile, Wish(key), old)
        return True

    async def _try_demo(self) -> None:
        profile = self._stage.scratch.new()
        await self._tasks.off_thread(build_demo, profile, self._clock)
        if await self.may_go():
            self._stage.open(profile)

    async def _leave_demo(self) -> None:
        if await self.may_go():
            self._stage.open(self._own.profile)

    async def _mend(self, opened: OpenProfile) -> None:
        from ui.opening.mending import before_mending, found_damaged  # not for the start

        desk = self.desk
        if desk is None or not await desk.dialogs.confirm(*before_mending()):
            return
        if await self.may_go():
            old = await self._shut()
            damage = found_damaged(opened.database)
            self._stage.tell(opened.profile, damage, Wish(opened.key), old)

    async def _shut(self, meanwhile: str = "") -> Desk | None:
        """Stop using the profile, and come back when no worker uses it any more."""
        old = self._stage.shut()
        if old is not None:
            if meanwhile:
                _cover(old, meanwhile)
            await old.care.rest()
        return old


def _cover(desk: Desk, text: str) -> None:
    from ui.lock.cover import cover  # not for the start
    from ui.lock.lock_page import WorkPage  # not for the start

    cover(desk.window, WorkPage(desk.theme, text))
