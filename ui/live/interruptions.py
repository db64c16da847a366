"""What ends a carry from outside: then nothing moves, and nothing is left hanging."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.live.carry import Carry
from ui.live.console import Console
from ui.live.finger import Finger
from ui.widgets.focus import holds

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_ENDS = {QEvent.Type.WindowDeactivate, QEvent.Type.Hide}


class Interruptions(QObject):
    """The window goes to the back, the page goes (to another, or behind the lock), keys go away.

    A carry by keyboard ends when the keyboard goes to something that is no part of the stations.
    """

    def __init__(self, page: QWidget, console: Console, carry: Carry, finger: Finger) -> None:
        super().__init__(page)
        self._page = page
        self._console = console
        self._carry = carry
        self._finger = finger
        self._window: QWindow | None = None
        carry.changed.connect(self._watch_keyboard)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put everything back when the page is seen or heard no more."""
        if event.type() in _ENDS:
            self._finger.cancel()
            self._carry.cancel()
        return False

    def _watch_keyboard(self) -> None:
        lifted = self._carry.lifted
        if self._window is not None:
            self._window.focusObjectChanged.disconnect(self._on_keyboard)
            self._window = None
        if lifted is not None and lifted.keyed:
            self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._window.focusObjectChanged.connect(self._on_keyboard)

    def _on_keyboard(self, now: QObject | None) -> None:
        if not isinstance(now, QWidget) or now is self._page:
            return
        if not any(holds(part, now) for part in (self._console.columns, self._console.tray)):
            self._carry.cancel()
