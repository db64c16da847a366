"""Heavy work in a process of its own: it answers, tells how far it is, and comes to an end."""

import io
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.ui.child.jobs import Broken, Count, Forever, Step
from ui.child.inside import serve
from ui.child.job import Ended
from ui.child.process import Child, command


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def test_it_answers_and_tells_how_far_it_is() -> None:
    heard: list[object] = []
    job = Count(50, {1: ("one",)})
    assert Child().run(job, heard.append) == job
    assert heard[0] == Step(0, frozenset({"so", "far"}))


def test_it_comes_to_its_end_when_it_is_stopped(worker: ThreadPoolExecutor) -> None:
    child, heard = Child(), list[object]()

    def hear(step: object) -> None:
        heard.append(step)
        child.stop()

    before = time.monotonic()
    answer = worker.submit(child.run, Forever(), hear).result(20)
    assert isinstance(answer, Step)
    assert len(heard) == 1
    assert time.monotonic() - before < 20


def test_what_is_stopped_before_it_began_answers_too() -> None:
    child = Child()
    child.stop()
    assert isinstance(child.run(Forever(), lambda _step: None), Step)


def test_it_is_ended_without_an_answer() -> None:
    child = Child()
    with pytest.raises(Ended):
        child.run(Forever(), lambda _step: child.end())


def test_a_job_that_breaks_has_no_answer() -> None:
    with pytest.raises(Ended):
        Child().run(Broken(), lambda _step: None)


def test_the_other_process_needs_no_window() -> None:
    assert command() == [sys.executable, "-m", "ui", "--job"]


def test_it_says_no_more_than_is_looked_at() -> None:
    told, over = io.StringIO(), Event()
    line = '{"is": "tests.ui.child.jobs:Count", "of": [40, {"is": "map", "of": []}]}\n'
    moments = iter(range(1000))

    class Pipe(io.StringIO):
        """Stays open after the job was said, as a pipe does."""

        def readline(self, size: int = -1, /) -> str:
            return super().readline(size) or str(over.wait())

    serve(Pipe(line), told, lambda: next(moments) / 100)
    over.set()
    said = told.getvalue().splitlines()
    assert "answer" in said[-1]
    assert 1 < len(said) < 20
