"""Saying aloud, through the screen reader, what only the eye would see."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for one widget. `said` is the last sentence, for who missed it."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.said = ""
        self._listeners: list[Callable[[str], None]] = []

    def listen(self, listener: Callable[[str], None]) -> None:
        """Hear every sentence too."""
        self._listeners.append(listener)

    def __call__(self, text: str) -> None:
        self.said = text
        if not self._widget.window().isVisible():
            return  # the teacher's window is locked, and nobody may hear what is behind
        for listener in self._listeners:
            listener(text)
        # At the start there is nothing to say, and both cost 3 ms.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._widget, text)
            QAccessible.updateAccessibility(event)
