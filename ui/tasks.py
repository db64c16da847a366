"""The only door to asyncio and to other threads."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import asyncio

R = TypeVar("R")

WORKERS = 2
"""An old PC has two cores; planner, parser and backup never run three at once."""


class Tasks(Protocol):
    """What pages may ask for; tests have one that runs everything at once."""

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        """Run it on the GUI thread's loop; an error in it is reported, never lost."""
        ...

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        """Run slow work on plain values in a worker and wait for its answer."""
        ...


class LoopTasks:
    """Tasks on the running event loop. `failed` hears every error that nobody caught."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._running: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        import asyncio  # not for the start: 25 ms

        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._finished)

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        import asyncio  # not for the start: 25 ms

        return await asyncio.get_running_loop().run_in_executor(None, lambda: work(*args))

    def _finished(self, task: "asyncio.Task[None]") -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._failed(error)


def join_loops(app: QApplication) -> Callable[[], None]:
    """Let asyncio run on Qt's loop, which must be running; the returned call ends that."""
    # After the first paint: to import them would delay the start.
    import asyncio
    from asyncio.events import _set_running_loop
    from concurrent.futures import ThreadPoolExecutor

    import qasync

    loop = qasync.QEventLoop(app, already_running=True)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS))
    asyncio.set_event_loop(loop)

    def leave() -> None:
        loop.stop()
        loop.close()
        # qasync says that it runs and never takes that back; asyncio offers this to loops.
        _set_running_loop(None)
        asyncio.set_event_loop(None)

    return leave
