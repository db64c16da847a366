"""The only door to asyncio and to other threads."""

from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import asyncio
    from threading import Event

R = TypeVar("R")

WORKERS = 2
"""An old PC has two cores; planner, parser and backup never run three at once."""
LAST_TURNS = 20
"""How often the loop turns at the end of the program, so that all that waits can end."""
PATIENCE_S = 5.0
"""How long the end of the program waits for a worker: a stick that was pulled may hold one."""


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
        if error is not None and not task.cancelling():  # its window may be gone by then
            self._failed(error)


class DeskTasks:
    """The tasks of one desk. What still waits for a worker when it stops is broken off there.

    By the time that the worker answers, the windows that would show it are gone, and another file,
    or the same with another key, may be in the place of the one it worked on.
    """

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._stopped = False

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        self._tasks.spawn(work)

    async def off_thread(self, work: Callable[..., R], *args: object) -> R:
        try:
            return await self._tasks.off_thread(work, *args)
        finally:
            if self._stopped:
                import asyncio  # not for the start: 25 ms

                raise asyncio.CancelledError

    def stop(self) -> None:
        """Its windows go."""
        self._stopped = True


class Early(Generic[R]):
    """Slow work in a thread of its own, for what comes before there is a loop."""

    def __init__(self, work: Callable[[], R]) -> None:
        from concurrent.futures import ThreadPoolExecutor  # not for the start

        worker = ThreadPoolExecutor(1)
        self._future = worker.submit(work)
        worker.shutdown(wait=False)  # it takes nothing more

    def is_over(self, within_s: float = 0.0) -> bool:
        """Whether it has ended, or ends within so many seconds."""
        from concurrent.futures import wait  # not for the start

        return bool(wait((self._future,), within_s).done)

    def result(self) -> R:
        """What came of it, when it is over. Raises what it raised."""
        return self._future.result()


def taking_turns() -> AbstractAsyncContextManager[None]:
    """`async with` it: one after the other, in the order they came."""
    import asyncio  # not for the start: 25 ms

    return asyncio.Lock()


def beside(work: "Callable[[Event], None]") -> Callable[[], None]:
    """Run work that stays until the returned call lets it go, in a thread of its own.

    It waits for the event it is given. Nobody waits for it, not even the end of the program.
    """
    from threading import Event, Thread  # not for the start

    until = Event()
    Thread(target=work, args=(until,), daemon=True).start()
    return until.set


def join_loops(app: QApplication) -> Callable[[], bool]:
    """Let asyncio run on Qt's loop, which must be running.

    The returned call ends that, and says whether all workers have ended too. One that is stuck is
    not waited for; the process then has to be ended without it. What still waits for a worker is
    broken off where it waits, and learns nothing of what came of it.
    """
    # After the first paint: to import them would delay the start.
    import asyncio
    from asyncio.events import _set_running_loop
    from concurrent.futures import ThreadPoolExecutor
    from threading import Thread

    import qasync

    loop = qasync.QEventLoop(app, already_running=True)
    workers = ThreadPoolExecutor(WORKERS)
    loop.set_default_executor(workers)
    asyncio.set_event_loop(loop)

    def leave() -> bool:
        end = Thread(target=workers.shutdown, kwargs={"cancel_futures": True}, daemon=True)
        end.start()
        end.join(PATIENCE_S)
        ending = asyncio.all_tasks(loop)  # turning the loop by hand: no other work goes on by now
        for task in ending:
            task.cancel()
        for _ in range(LAST_TURNS if ending else 0):
            app.processEvents()
        loop.stop()
        loop.set_default_executor(ThreadPoolExecutor(1))  # the loop would wait for ours for ever
        loop.close()
        # qasync says that it runs and never takes that back; asyncio offers this to loops.
        _set_running_loop(None)
        asyncio.set_event_loop(None)
        return not end.is_alive()

    return leave
