"""Holding off sleep and the screen saver, by wakepy, in a thread of its own."""

import logging
import sys
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from ui.tasks import beside

if TYPE_CHECKING:
    from wakepy import ActivationResult, DBusAdapter

_log = logging.getLogger(__name__)


class Waking:
    """Whoever asks is not kept waiting: a desktop that does not answer holds up that thread alone.

    When the process ends, however it does, the system lets the computer sleep again by itself.
    """

    def __init__(self) -> None:
        self._let_go: Callable[[], None] | None = None

    def set(self, lit: bool) -> None:
        """Keep the screen lit, or let it go dark again."""
        if lit and self._let_go is None:
            self._let_go = beside(_keep_lit)
        elif not lit and self._let_go is not None:
            self._let_go()
            self._let_go = None


def _keep_lit(until: Event) -> None:
    # Not for the start: 100 ms, and only in a lesson.
    from wakepy import keep

    # wakepy wants a mode to be entered and left in one thread.
    with keep.presenting(on_fail=_tell, dbus_adapter=_adapter()):
        until.wait()


def _tell(result: "ActivationResult") -> None:
    _log.info("The screen may go dark in the lesson: %s", result.get_failure_text(style="inline"))


def _adapter() -> "type[DBusAdapter] | None":
    if sys.platform != "linux":
        return None
    from ui.waking.linux import Named  # not for the start, and only there

    return Named
