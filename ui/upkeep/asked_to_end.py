"""The computer asks the program to end: at log-out or shutdown, or from a terminal.

Python hears of a signal only between its own steps, and Qt's loop may rest for hours; so the signal
also writes into a pipe, which wakes the loop.
"""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier

ASKED = ("SIGTERM", "SIGINT", "SIGHUP")
"""By name, as Windows has not all of them; there a session that ends says so to Qt."""
_AT_ONCE = 64


def hear_asked_to_end(app: QCoreApplication, asked: Callable[[], object]) -> None:
    """Call `asked` in the loop's own turn, each time; once for the whole program."""
    if sys.platform == "win32":
        return
    reads, writes = os.pipe()
    for end in (reads, writes):
        os.set_blocking(end, False)

    def hear() -> None:
        os.read(reads, _AT_ONCE)
        asked()

    QSocketNotifier(reads, QSocketNotifier.Type.Read, app).activated.connect(hear)
    signal.set_wakeup_fd(writes, warn_on_full_buffer=False)
    for name in ASKED:
        signal.signal(getattr(signal, name), _leave_it_to_the_loop)


def _leave_it_to_the_loop(_number: int, _frame: object) -> None:
    """Else Python would raise an error wherever it is just then."""
