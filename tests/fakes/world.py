"""Tasks that run at once, and a teacher who answers at once."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TypeVar

R = TypeVar("R")


class FakeTasks:
    """Everything happens before the call returns.

    What is spawned by something that runs comes after it, as on the real loop.
    """

    def __init__(self) -> None:
        self._waiting: list[Coroutine[object, object, None]] = []
        self._runs = False

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        self._waiting.append(work)
        if not self._runs:
            self._run()

    def _run(self) -> None:
        self._runs = True
        try:
            while self._waiting:
                asyncio.run(_finish(self._waiting.pop(0)))
        finally:
            self._runs = False

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        return work(*args)


class SlowTasks:
    """Keeps what is spawned until it is told to go on."""

    def __init__(self) -> None:
        self.waiting: list[Coroutine[object, object, None]] = []

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        self.waiting.append(work)

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        return work(*args)

    def go_on(self) -> None:
        while self.waiting:
            asyncio.run(_finish(self.waiting.pop(0)))


async def _finish(work: Coroutine[object, object, None]) -> None:
    await work


class FakeDialogs:
    def __init__(self, file: Path | None = None, agrees: bool = True) -> None:
        self.file = file
        self.agrees = agrees
        self.refused: frozenset[str] = frozenset()
        """Titles of questions that are answered with no, whatever else is agreed to."""
        self.asked: list[tuple[str, ...]] = []

    async def open_file(self, title: str, name_filter: str) -> Path | None:
        self.asked.append((title, name_filter))
        return self.file

    async def open_folder(self, title: str) -> Path | None:
        self.asked.append((title,))
        return self.file

    async def save_file(self, title: str, suggestion: str, name_filter: str) -> Path | None:
        self.asked.append((title, suggestion, name_filter))
        return self.file

    async def confirm(self, title: str, text: str, yes: str) -> bool:
        self.asked.append((title, text, yes))
        return self.agrees and title not in self.refused
