"""Where every error ends that nobody caught: told in plain words, and the lesson goes on."""

import sys
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from app.errors import ClassroomError
from app.ports import Clock

WriteReport = Callable[[type[BaseException], TracebackType | None, datetime], object]


class Faults:
    """Tells the teacher what she can act on; keeps a report, without names, of our own bugs."""

    def __init__(self, write: WriteReport, clock: Clock, debug: bool) -> None:
        self._write = write
        self._clock = clock
        self._debug = debug
        self.say: Callable[[str], None] = _nobody_to_tell

    def catch_all(self) -> None:
        """Hear of errors in slots and everywhere else from now on."""
        sys.excepthook = self.caught

    def failed(self, error: BaseException) -> None:
        """An error of a background task."""
        self.caught(type(error), error, error.__traceback__)

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, ClassroomError):
            from ui.problems import problem  # nothing has gone wrong at the start

            self.say(problem(error))
            return
        self._write(kind, trace, self._clock.local(self._clock.now_ms()))
        if self._debug:
            sys.__excepthook__(kind, error, trace)
        text = "Something went wrong in Rondo itself. The lesson goes on, and nothing is lost."
        self.say(QCoreApplication.translate("Faults", text))


def _nobody_to_tell(text: str) -> None:
    sys.stderr.write(text + "\n")
