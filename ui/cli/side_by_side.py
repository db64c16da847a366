"""Two searches for one brief, one on each core of an ordinary computer; the better plan is taken.

A search that ends in another way than its neighbour finds other plans, so two find more than one
that goes on for twice as long, and nobody waits longer for them.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import thread_time
from typing import Protocol

from app.planner.answer import Answer, answer
from app.planner.brief import Brief
from ui.child.job import Ended, Job
from ui.child.process import Child

LEAST_SECONDS = 2.0
"""A shorter search is nearly over before another process has begun."""
OTHER_SEED = 1_000_000


class Worker(Protocol):
    """Does one job elsewhere; `ui.child.process.Child` is one."""

    def run(self, job: Job, hear: Callable[[object], None]) -> object: ...
    def end(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SearchJob:
    """One search."""

    brief: Brief
    seed: int
    seconds: float

    def run(self, go_on: Callable[[object], bool]) -> Answer:
        """What it finds with the time that this thread has of the processor."""
        return self.found(thread_time, go_on)

    def found(self, now: Callable[[], float], go_on: Callable[[object], bool]) -> Answer:
        """What it finds by this clock, in seconds."""
        return answer(self.brief, self.seed, self.seconds, now, lambda p: go_on(p.done))


def best_answer(
    brief: Brief,
    seed: int,
    seconds: float,
    make_worker: Callable[[], Worker] = Child,
    least: float = LEAST_SECONDS,
    now: Callable[[], float] = thread_time,
) -> Answer:
    """Answer as `answer` does; of two searches, unless they are shorter than `least` seconds.

    It is the same on a computer with one core, where it takes longer.
    """
    own = SearchJob(brief, seed, seconds)
    if brief.current is not None or seconds < least:
        return own.found(now, _on)
    other = SearchJob(brief, seed + OTHER_SEED, seconds)
    worker = make_worker()
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(worker.run, other, _hear)
        try:
            found = own.found(now, _on)
            second = None if found.conflict else _of(waiting, other, now)
        finally:
            worker.end()
    return _better(found, second)


def _of(waiting: Future[object], job: SearchJob, now: Callable[[], float]) -> object:
    """What the worker finds; without a process the same is found here, later."""
    try:
        return waiting.result()
    except Ended:
        return job.found(now, _on)


def _better(first: Answer, second: object) -> Answer:
    if not isinstance(second, Answer) or second.measured is None:
        return first
    if first.measured is None or second.measured.total < first.measured.total:
        return second
    return first


def _on(_done: object) -> bool:
    return True


def _hear(_done: object) -> None:
    """Nobody looks on."""
