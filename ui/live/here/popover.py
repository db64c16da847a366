"""Small windows at a point of the console that go when something else is clicked."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.surface import Surface

LONGEST = 80
"""Letters of a reason."""


class Popover(Surface):
    """Enter says what was chosen, Esc nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=1, edge="control", parent=parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def say(self) -> None:
        """Tell what was chosen."""
        raise NotImplementedError

    def show_at(self, spot: QPoint) -> None:
        """Show it above or below a point of the screen, wherever it fits."""
        size = self.sizeHint()
        self.resize(size)
        self.move(self._on_screen(spot, size))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says it, Esc goes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.say()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_screen(self, spot: QPoint, size: QSize) -> QPoint:
        """A place above the point, kept on the screen that shows the window."""
        area = self.screen().availableGeometry()
        top = spot.y() - size.height()
        if top < area.top():
            top = min(spot.y(), area.bottom() - size.height())
        left = min(max(spot.x(), area.left()), area.right() - size.width())
        return QPoint(left, top)
