"""How a level went over the last weeks, as steps."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.domain.mastery import LevelStep
from ui.theme import Theme
from ui.widgets.paint import pen

DOT = 3.0
LINE = 2.0


def step_points(
    steps: Sequence[LevelStep], since: int, now: int, levels: int, rect: QRectF
) -> list[QPointF]:
    """Corners of the line: along for time, up for levels, level 1 on the lower edge.

    A step before `since` counts as the start at the left edge. Empty without steps.
    """
    if not steps:
        return []
    points: list[QPointF] = []
    for step in steps:
        share = max(0.0, min(1.0, (step.at - since) / max(1, now - since)))
        x = rect.left() + share * rect.width()
        y = rect.bottom() - (step.level - 1) * rect.height() / max(1, levels - 1)
        if points:
            points.append(QPointF(x, points[-1].y()))
        points.append(QPointF(x, y))
    points.append(QPointF(rect.right(), points[-1].y()))
    return points


def paint_steps(
    painter: QPainter, theme: Theme, rect: QRectF, points: Sequence[QPointF], rtl: bool
) -> None:
    """Draw ground, line and a dot where it is now; time runs with the direction of reading."""
    ground = pen(theme.colour("line_strong"), 1, (2.0, 2.0))
    painter.setPen(ground)
    y = round(rect.bottom()) + 0.5
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    if not points:
        return
    shown = [QPointF(rect.left() + rect.right() - p.x(), p.y()) if rtl else p for p in points]
    line = QPen(theme.colour("ink"), LINE * min(theme.scale, 1.5))
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(shown))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawEllipse(shown[-1], DOT * theme.scale, DOT * theme.scale)
