"""Saying aloud, through the screen reader, what only the eye would see."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for one widget. `said` is the last sentence, for who missed it."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.said = ""

    def __call__(self, text: str) -> None:
        self.said = text
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._widget, text)
            QAccessible.updateAccessibility(event)
