"""Something to take hold of, to drag a card up or down."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import centred, start


class Grip(QWidget):
    """For the pointer alone; the arrows beside it do the same with the keyboard."""

    lifted = Signal()
    dropped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square as high as the buttons beside it."""
        return QSize(self._theme.px(32), self._theme.px(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.lifted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; says at which height of the screen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(round(event.globalPosition().y()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hand."""
        painter = start(self)
        side = self._theme.px(16)
        picture = self._theme.icon("hand-grabbing", side, self._theme.colour("text2"))
        painter.drawPixmap(centred(QRectF(self.rect()), side), picture)
        painter.end()
