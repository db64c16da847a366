"""The ground a row is drawn on: the same in the names, which stay, and the cells, which scroll."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import Theme

RADIUS = 6.0
BEYOND = 20.0


def paint_row(
    painter: QPainter, theme: Theme, rect: QRectF, ground: str, is_open: bool, left_end: bool
) -> None:
    """Fill one half of a row: `left_end` is the half whose rounded end is at the left.

    The other half lies in another widget, so the box runs on beyond `rect` there.
    """
    box = rect.adjusted(0, 0, BEYOND, 0) if left_end else rect.adjusted(-BEYOND, 0, 0, 0)
    radius = min(RADIUS * theme.scale, rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_open:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), radius, radius)
    elif ground:
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, radius, radius)


def ground_of(row: int, hovered: bool) -> str:
    """The paint of a row's ground; every second one is shaded, none is empty."""
    if hovered:
        return "pressed" if row % 2 else "hover"
    return "sunken" if row % 2 else ""
