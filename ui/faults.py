"""Where every error ends that nobody caught: told in plain words, and the lesson goes on."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.errors import ClassroomError
from app.ports import Clock

MOST = 20
"""Reports in one run: a picture that fails is painted again and again."""


class Reports(Protocol):
    """Keeps places and kinds; never raises."""

    def write(
        self, kind: type[BaseException], trace: TracebackType | None, at: datetime
    ) -> object: ...
    def write_places(self, kind: str, places: Sequence[str], at: datetime) -> object: ...


class _Relay(QObject):
    """Carries what a worker has to say to the thread that shows it."""

    told = Signal(str)


class Faults:
    """Tells the teacher what she can act on; keeps a report, without names, of our own bugs."""

    def __init__(self, reports: Reports, clock: Clock, debug: bool) -> None:
        self._reports = reports
        self._clock = clock
        self._debug = debug
        self._seen: set[tuple[str, int]] = set()
        self._telling = False
        self._relay = _Relay()
        self._relay.told.connect(self._say)
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
        if self._telling:
            return  # to tell of an error has failed: that must not go round for ever
        self._telling = True
        try:
            self._tell(kind, error, trace)
        finally:
            self._telling = False

    def noted(self, kind: str, place: str) -> None:
        """Trouble that is no error of Python, such as one of Qt's own: only a report is kept."""
        if self._is_new(kind, hash(place)):
            self._reports.write_places(kind, [place], self._now())

    def _tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, ClassroomError):
            from ui.problems import problem  # nothing has gone wrong at the start

            self._relay.told.emit(problem(error))
            return
        if self._is_new(kind.__name__, _place(trace)):
            self._reports.write(kind, trace, self._now())
        if self._debug:
            sys.__excepthook__(kind, error, trace)
        text = "Something went wrong in Rondo itself. The lesson goes on, and nothing is lost."
        self._relay.told.emit(QCoreApplication.translate("Faults", text))

    def _is_new(self, kind: str, place: int) -> bool:
        """Whether this kind was not met at that place yet, and not too many were met at all."""
        new = (kind, place) not in self._seen and len(self._seen) < MOST
        if new:
            self._seen.add((kind, place))
        return new

    def _now(self) -> datetime:
        return self._clock.local(self._clock.now_ms())

    def _say(self, text: str) -> None:
        self.say(text)


def _place(trace: TracebackType | None) -> int:
    """Where it was raised, as a number."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return 0 if trace is None else hash((trace.tb_frame.f_code.co_filename, trace.tb_lineno))


def _nobody_to_tell(text: str) -> None:
    sys.stderr.write(text + "\n")
