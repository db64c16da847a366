"""An erasing that waits is finished in a worker, and its files are not replaced under it."""

import asyncio
from dataclasses import dataclass

import pytest

from app.errors import NotSaved
from ui.upkeep.finishing import Finishing


@dataclass(frozen=True)
class Receipt:
    again: bool = False


class Waiting:
    """Erasings that wait; `again` when a backup brought somebody back."""

    def __init__(self, *receipts: Receipt, refused: bool = False) -> None:
        self.receipts = receipts
        self.refused = refused

    def finish(self, _tell: object) -> tuple[Receipt, ...]:
        if self.refused:
            raise NotSaved("busy")
        return self.receipts


class Worker:
    """Lets the work end when it is told to."""

    def __init__(self) -> None:
        self.may_end = asyncio.Event()

    async def off_thread(self, work, *args: object):
        await self.may_end.wait()
        return work(*args)


class Told:
    def __init__(self) -> None:
        self.done: list[str] = []
        self.warned: list[str] = []

    def finishing(self, worker: Worker, waiting: Waiting) -> Finishing:
        return Finishing(worker, waiting, self.done.append, self.warned.append)


def test_whoever_replaces_the_files_waits_for_the_worker() -> None:
    async def run() -> list[str]:
        order, worker = [], Worker()
        finishing = Told().finishing(worker, Waiting(Receipt()))
        work = asyncio.create_task(finishing.finish())
        await asyncio.sleep(0)
        work.add_done_callback(lambda _task: order.append("finished"))
        rest = asyncio.create_task(finishing.rest())
        rest.add_done_callback(lambda _task: order.append("rested"))
        await asyncio.sleep(0)
        assert order == []
        worker.may_end.set()
        await asyncio.gather(work, rest)
        await asyncio.sleep(0)
        return order

    assert sorted(asyncio.run(run())) == ["finished", "rested"]


@pytest.mark.parametrize(
    ("waiting", "done", "warned"),
    [
        (Waiting(), 0, 0),
        (Waiting(Receipt()), 1, 0),
        (Waiting(Receipt(), Receipt(again=True)), 0, 1),
        (Waiting(refused=True), 0, 0),
    ],
)
def test_what_came_of_it_is_told_once(waiting: Waiting, done: int, warned: int) -> None:
    async def run() -> Told:
        told, worker = Told(), Worker()
        worker.may_end.set()
        await told.finishing(worker, waiting).finish()
        return told

    told = asyncio.run(run())
    assert (len(told.done), len(told.warned)) == (done, warned)
