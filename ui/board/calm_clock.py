"""The calm clock: a disc that shrinks like a cake, without digits and without a sound."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.domain.board.scene import BoardClock

_RIM = 0.035
_TURN = 360 * 16
_TOP = 90 * 16


def part_left(clock: BoardClock) -> float:
    """The part of the time that is left, from 0 to 1; nothing of time that is over."""
    if clock.over or clock.total_ms <= 0:
        return 0.0
    return min(1.0, clock.remaining_ms / clock.total_ms)


def paint_disc(
    painter: QPainter, box: QRectF, clock: BoardClock, full: QColor | QBrush, rim: QColor
) -> None:
    """Draw what is left as a piece of the disc, which ends at the top as a clock's hand does."""
    edge = max(1.0, _RIM * box.width())
    inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(full)
    painter.drawPie(inner, _TOP, round(_TURN * part_left(clock)))
    painter.setPen(QPen(rim, edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
