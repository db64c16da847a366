"""Stripes, for what is old or paused."""

from functools import lru_cache
from math import sqrt

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QImage, QPainter, QPen


@lru_cache(maxsize=64)
def hatch_image(fill: int, stripe: int, pitch: float, ratio: float) -> QImage:
    """A tile of rising stripes, `pitch` px apart; colours as 0xAARRGGBB."""
    side = max(4, round(2 * pitch * sqrt(2) * ratio))
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor.fromRgba(fill))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(stripe), side / (4 * sqrt(2))))
    for at in (-0.5, 0.0, 0.5, 1.0, 1.5):
        painter.drawLine(QLineF(at * side - side, 1.5 * side, at * side + side, -0.5 * side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
