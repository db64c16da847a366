"""Questions that wait while the teacher's window is locked."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from ui.dialogs import Dialogs


class PatientDialogs:
    """Asks when the window is open again; who was asking has waited."""

    def __init__(self, dialogs: Dialogs, unlocked: Callable[[], Awaitable[None]]) -> None:
        self._dialogs = dialogs
        self._unlocked = unlocked

    async def open_file(self, title: str, name_filter: str) -> Path | None:
        await self._unlocked()
        return await self._dialogs.open_file(title, name_filter)

    async def open_folder(self, title: str) -> Path | None:
        await self._unlocked()
        return await self._dialogs.open_folder(title)

    async def save_file(self, title: str, suggestion: str, name_filter: str) -> Path | None:
        await self._unlocked()
        return await self._dialogs.save_file(title, suggestion, name_filter)

    async def confirm(self, title: str, text: str, yes: str) -> bool:
        await self._unlocked()
        return await self._dialogs.confirm(title, text, yes)


class Waiting:
    """Those who wait for the window."""

    def __init__(self) -> None:
        self._locked = False
        self._waiting: list[asyncio.Future[None]] = []

    def set_locked(self, locked: bool) -> None:
        """Let them wait, or go on."""
        self._locked = locked
        if not locked:
            waiting, self._waiting = self._waiting, []
            for one in waiting:
                if not one.done():
                    one.set_result(None)

    async def __call__(self) -> None:
        while self._locked:
            one = asyncio.get_running_loop().create_future()
            self._waiting.append(one)
            await one
