"""What a student says of a skill, beside what was seen: a ring where a level is a filled chip.

A ring and a chip are told apart without colour; where they differ the ring is heavier, and by how
much stands beside it.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme import Theme
from ui.widgets.paint import frame
from ui.widgets.write import write

RING = 20
BESIDE = 18
GAP = 3
MINUS = "\u2212"


def paint_own(painter: QPainter, theme: Theme, ring: QRectF, level: int, apart: int = 0) -> None:
    """Draw the ring of a level into a square; `apart` is how far it is from what was seen."""
    heavy = theme.px(2) if apart else 1
    frame(painter, ring, ring.width() / 2, theme.colour("surface"), theme.colour("text"), heavy)
    painter.setFont(theme.sized_font(max(theme.px(12), ring.height() * 0.58), 600, tabular=True))
    painter.setPen(theme.colour("text"))
    metrics, text = QFontMetricsF(painter.font()), str(level)
    x = ring.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(round(x), int(ring.center().y() + metrics.capHeight() / 2), text)


def paint_apart(painter: QPainter, theme: Theme, place: QRectF, apart: int, rtl: bool) -> None:
    """Write by how much the student's own level is above (+) or below (−)."""
    if apart:
        painter.setFont(theme.font("caption", 600, tabular=True))
        painter.setPen(theme.colour("text"))
        write(painter, place, signed(apart), rtl)


def signed(apart: int) -> str:
    """A difference with its sign in front, in either direction of reading."""
    return f"\u2066{'+' if apart > 0 else MINUS}{abs(apart)}\u2069"
