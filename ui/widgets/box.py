"""A box over the teacher's window."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Theme
from ui.widgets.paint import fill, start


class Box(QDialog):
    """A dialog on the theme's own ground: Qt's would be that of the system."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        painter.end()
