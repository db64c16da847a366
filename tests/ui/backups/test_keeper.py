"""Who makes the backups that come by themselves, and where the work is done."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from app.services.backups import BackupService
from tests.fakes import FakeClock
from ui.backups.keeper import Keeper

R = TypeVar("R")


class WatchedTasks:
    """Knows whether it is in the worker."""

    def __init__(self) -> None:
        self.in_worker = False

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        self.in_worker = True
        try:
            return work(*args)
        finally:
            self.in_worker = False


def test_what_the_first_backup_has_to_load_is_loaded_in_the_worker() -> None:
    """It takes some 50 ms: on the window's own thread that would be seen."""
    tasks, made = WatchedTasks(), list[bool]()

    def make() -> BackupService:
        made.append(tasks.in_worker)
        return BackupService([], lambda: None, FakeClock())

    keeper = Keeper(make, tasks, lambda: False)
    asyncio.run(keeper.back_up())
    assert made == [True]
