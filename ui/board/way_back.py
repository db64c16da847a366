"""The corner of a board that covers the teacher's screen: a click leads back to her window."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.board.strokes import rounded, smooth
from ui.theme import Theme
from ui.widgets.pressable import Pressable

_MARGIN = 40 / 1080
"""Of the board's height: names never stand there."""
_LEAST = 24
"""Px that a finger or a shaking hand still hits."""


class WayBack(Pressable):
    """In the margin, in a quiet paint, for who knows it; keys do the same."""

    def __init__(self, theme: Theme, board: QWidget) -> None:
        super().__init__(theme, board)
        self._board = board
        self.setAccessibleName(self.tr("Back to your window"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def place(self) -> None:
        """Lie in the corner where reading ends."""
        board = self._board
        side = max(_LEAST, round(board.height() * _MARGIN))
        left = 0 if board.isRightToLeft() else board.width() - side
        self.setGeometry(left, board.height() - side, side, side)
        self.raise_()

    def sizeHint(self) -> QSize:
        """As it lies."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, and under the pointer its ground."""
        painter = QPainter(self)
        smooth(painter)
        if self.underMouse() or self.isDown():
            rounded(painter, self.rect().toRectF(), 4, self.theme.colour(self.box_paints()[0]))
        side = self.width() // 2
        icon = self.theme.icon("laptop", side, self.theme.colour("text3"))
        at = (self.width() - side) / 2
        painter.drawPixmap(QPointF(at, at), icon)
        painter.end()
