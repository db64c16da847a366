"""Small drawing verbs of the board."""

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """The solid colour that `share` of one paint over another gives."""
    keep = 1 - share
    return QColor(
        round(over.red() * share + under.red() * keep),
        round(over.green() * share + under.green() * keep),
        round(over.blue() * share + under.blue() * keep),
    )


def rounded(painter: QPainter, rect: QRectF, radius: float, brush: QColor | QBrush) -> None:
    """Fill a box with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, radius, radius)


def framed(
    painter: QPainter, rect: QRectF, radius: float, edge: float, line: QColor, fill: QColor
) -> QRectF:
    """Fill a box inside an edge of whole pixels; the inner box."""
    width = max(1, floor(edge))
    rounded(painter, rect, radius, line)
    inner = rect.adjusted(width, width, -width, -width)
    rounded(painter, inner, max(0.0, radius - width), fill)
    return inner


def smooth(painter: QPainter) -> None:
    """Smooth edges and letters."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
