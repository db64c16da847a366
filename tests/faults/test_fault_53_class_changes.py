"""53: the class goes, for a backup or another key, while something works for its window."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.journey.copies import open_backup, save_backup
from tests.journey.teacher import Teacher
from ui.desk.desk import Desk
from ui.widgets.text import Text


class Work:
    """In a worker until it is let go; what comes of it is shown in the window it was begun in."""

    def __init__(self, desk: Desk, end: Callable[[], str]) -> None:
        self._desk = desk
        self._end = end
        self._shown = Text(desk.theme, parent=desk.window)
        self.begun, self.free, self.over = Event(), Event(), Event()
        desk.tasks.spawn(self._go())

    async def _go(self) -> None:
        text = await self._desk.tasks.off_thread(self._slow)
        self._shown.setText(text)

    def _slow(self) -> str:
        self.begun.set()
        self.free.wait(10)
        try:
            return self._end()
        finally:
            self.over.set()


def fails() -> str:
    raise ValueError("the file it read is another one")


@pytest.mark.parametrize("end", [lambda: "done", fails], ids=["done", "failed"])
def test_what_is_not_over_shows_nothing_in_a_window_that_is_gone(
    lesson: Teacher, tmp_path: Path, end: Callable[[], str]
) -> None:
    backup = tmp_path / "stick" / "4B.rondo"
    save_backup(lesson, backup)
    work = Work(lesson.desk, end)
    lesson.wait(work.begun.is_set)
    open_backup(lesson, backup)
    told = lesson.desk.window.toast.message()
    work.free.set()
    lesson.wait(work.over.is_set)
    answered = list[int]()

    async def later() -> None:
        answered.append(await lesson.desk.tasks.off_thread(lambda: 1))

    lesson.desk.tasks.spawn(later())
    lesson.wait(lambda: answered == [1])
    assert lesson.desk.window.toast.message() == told
    assert list(lesson.desk.opened.profile.reports.glob("[0-9]*.txt")) == []
