"""A picture being drawn: the painter, the look and the layout, and how to write on it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from ui.board.layout import BoardLayout
from ui.board.lettering import Face
from ui.board.look import BoardLook


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of the board is drawn with.

    `start` means px from the edge where reading starts: the left, or the right where mirrored.
    """

    painter: QPainter
    look: BoardLook
    layout: BoardLayout

    @property
    def unit(self) -> float:
        return self.layout.unit

    @property
    def ink(self) -> QColor:
        """The colour of words and digits in the head."""
        return self.look.theme.colour("on_ink" if self.layout.moving else "text")

    def width(self, text: str, px: float, face: Face) -> float:
        """How wide a line is."""
        return self.look.lettering.line_width(text, px, face)

    def write(self, text: str, start: float, baseline: float, px: float, face: Face) -> float:
        """Write a line with the painter's pen and return where it ends."""
        wide = self.width(text, px, face)
        at = QPointF(self._left(start, wide), round(baseline))
        self.look.lettering.draw(self.painter, at, text, px, face)
        return start + wide

    def icon(
        self,
        name: str,
        start: float,
        middle: float,
        px: float,
        colour: QColor,
        style: str = "bold",
    ) -> float:
        """Draw an icon around the height `middle` and return where it ends."""
        side = max(1, round(px))
        rtl = self.look.mirrored
        picture = self.look.theme.icon(name, side, colour, style, rtl=rtl, ratio=1.0)
        left = self._left(start, side)
        self.painter.drawPixmap(QPointF(round(left), round(middle - side / 2)), picture)
        return start + side

    def _left(self, start: float, wide: float) -> float:
        return self.layout.width - start - wide if self.look.mirrored else start
