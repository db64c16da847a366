"""The other process: takes a job from standard input, tells how far it is, and gives the answer.

One line of JSON each way. When standard input says or has no more, the job is to come to its end.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Protocol, TextIO, cast

from ui.child.job import Job
from ui.child.values import plain, valued

TELL_S = 0.1
"""Seconds between two lines about how far it is."""
POLITE = 10


class Told(Protocol):
    """Standard output, as far as it is needed."""

    def write(self, text: str, /) -> int: ...
    def flush(self) -> None: ...


def main() -> int:
    """Do what standard input asks for; the exit code is 0."""
    step_back()
    gc.disable()  # nothing here makes rings; to look for them in a school's tables takes a while
    serve(sys.stdin, sys.stdout, monotonic)
    return 0


def step_back() -> None:
    """Windows and clock come first on an old computer."""
    if sys.platform != "win32":
        os.nice(POLITE)


def serve(told: TextIO, tell: Told, now: Callable[[], float]) -> None:
    """Do one job."""
    job = cast(Job, valued(json.loads(told.readline())))
    stopped = Event()

    def hear() -> None:
        told.readline()
        stopped.set()

    Thread(target=hear, daemon=True).start()
    last = now() - TELL_S

    def go_on(progress: object) -> bool:
        nonlocal last
        if now() - last >= TELL_S:
            last = now()
            _say(tell, "progress", progress)
        return not stopped.is_set()

    _say(tell, "answer", job.run(go_on))


def _say(tell: Told, word: str, value: object) -> None:
    tell.write(json.dumps({word: plain(value)}) + "\n")
    tell.flush()
