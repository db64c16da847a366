"""Hearing of every kind of failure, and telling once of an end that nobody asked for."""

import asyncio
import re
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.ports import Clock
from ui.faults import Faults
from ui.format import clock_time, day_short
from ui.upkeep.words import tr
from ui.widgets.banner import Banners, Way

if TYPE_CHECKING:
    from ui.bootstrap import Crash, CrashMark

KEY = "crash"
_SERIOUS = {QtMsgType.QtCriticalMsg: "Qt critical", QtMsgType.QtFatalMsg: "Qt fatal"}
_FUNCTION = re.compile(r"Q\w*(::~?\w+)+")


class CrashWatch:
    """Begins after the first picture; `end` says that all was well.

    `banners` gives the lines of the window that is shown, None while there is none: then it is
    told the next time.
    """

    def __init__(
        self,
        faults: Faults,
        mark: "CrashMark",
        clock: Clock,
        banners: Callable[[], Banners | None],
    ) -> None:
        self._mark = mark
        self._clock = clock
        self._banners = banners
        hear_all(faults)
        self._tell()
        mark.begin()

    def asked_to_end(self) -> None:
        """From now on it is no crash if the computer ends the app before it has closed all."""
        self._mark.asked_to_end()

    def end(self) -> None:
        """The app ends as it should."""
        qInstallMessageHandler(None)
        self._mark.end()

    def _tell(self) -> None:
        if not self._mark.any_left():
            return
        banners = self._banners()
        crash = self._mark.left() if banners is not None else None
        if banners is not None and crash is not None:
            tell_of(crash, banners, self._clock)


def tell_of(crash: "Crash", banners: Banners, clock: Clock) -> None:
    """Say once that the last end was none, with the report to copy or to look at."""
    at = clock.local(crash.at_ms)
    day = f"{day_short(at.date())} {clock_time(at)}"
    told = "Rondo ended unexpectedly on {day}. Nothing that was saved is lost."
    told = tr(told).format(day=day)
    folder = QUrl.fromLocalFile(str(crash.report.parent))
    ways = [
        Way(tr("Copy the report"), lambda: QGuiApplication.clipboard().setText(crash.text)),
        Way(tr("Show the file"), lambda: _open(folder)),
        Way(tr("Close"), lambda: banners.take_away(KEY)),
    ]
    banners.show_line(KEY, "info", told, ways)


def hear_all(faults: Faults) -> None:
    """Errors of threads, of the loop and of what Python takes apart; and Qt's own words."""

    def of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            faults.failed(args.exc_value)

    def unraisable(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            faults.failed(args.exc_value)

    def of_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            faults.failed(error)

    threading.excepthook = of_thread
    sys.unraisablehook = unraisable
    asyncio.get_event_loop().set_exception_handler(of_loop)
    qInstallMessageHandler(qt_handler(faults.noted))


def qt_handler(
    noted: Callable[[str, str], None],
) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """What Qt says goes where it went; of what is serious the place is kept, never the words."""

    def handler(mode: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
        kind = _SERIOUS.get(mode)
        if kind is not None:
            found = _FUNCTION.match(message)
            place = f"{context.category} {context.file}:{context.line} {context.function}"
            noted(kind, f"{place} {found[0] if found else ''}".strip())

    return handler


def _open(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)
