"""Tasks at the end of the program: none is left behind, and none is taken for a fault."""

import asyncio
import gc
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.tasks import LoopTasks, join_loops


def test_what_waits_for_a_worker_at_the_end_is_broken_off(qapp: QApplication, caplog) -> None:
    leave = join_loops(qapp)
    failed, ended, begun, free = [], [], Event(), Event()
    tasks = LoopTasks(failed.append)

    def slow() -> None:
        begun.set()
        free.wait(10)

    async def wait(what: object) -> None:
        try:
            await what
        finally:
            ended.append(what)
            raise RuntimeError("its window has gone")

    tasks.spawn(wait(tasks.off_thread(slow)))
    tasks.spawn(wait(asyncio.get_running_loop().create_future()))
    while not begun.is_set():
        qapp.processEvents()
    free.set()
    assert leave()
    QTimer.singleShot(0, qapp.quit)  # the loop asked to quit one that was not there
    qapp.exec()
    del tasks
    gc.collect()
    assert len(ended) == 2
    assert not failed
    assert not caplog.records
