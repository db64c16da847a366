"""Starting the other process, hearing from it, and ending it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ui.child.job import Ended, Job
from ui.child.values import plain, valued
from ui.options import JOB

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 1.0
"""How long a job may take to come to its end once it was told to."""


def command() -> list[str]:
    """How this program starts itself for a job."""
    if getattr(sys, "frozen", False):
        return [sys.executable, JOB]
    return [sys.executable, "-m", "ui", JOB]


class Child:
    """One job in a process of its own. `run` waits for it, so it is called in a worker."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def run(self, job: Job, hear: Callable[[object], None]) -> object:
        """The job's answer; `hear` is told how far it is. Raises `Ended` when there is none."""
        with self._start() as process:
            self._process = process
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(json.dumps(plain(job)) + "\n")
                process.stdin.flush()
                if self._stopped:
                    self._close(process.stdin)
                return self._answer(process.stdout, hear)
            except OSError as error:
                raise Ended from error
            finally:
                self._close(process.stdin)
                process.kill()
                self._process = None

    def stop(self) -> None:
        """Let the job come to its end: it answers with the best it has. From any thread."""
        self._stopped = True
        process = self._process
        if process is not None and process.stdin is not None:
            self._close(process.stdin)

    def end(self) -> None:
        """End it now, without an answer."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def _start(self) -> "subprocess.Popen[str]":
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=flags,
        )

    def _answer(self, lines: IO[str], hear: Callable[[object], None]) -> object:
        for line in lines:
            told = json.loads(line)
            if "answer" in told:
                return valued(told["answer"])
            hear(valued(told["progress"]))
        raise Ended

    @staticmethod
    def _close(pipe: IO[str]) -> None:
        try:
            pipe.close()
        except OSError:
            return  # it has gone by itself
