"""Levels above the fourth have a mark of their own beside fill and numeral."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import Theme
from ui.widgets.level import paint_beyond

INK = QColor("#ffffff")


def dashes(level: int, height: int) -> int:
    """How many there are in the lowest lines of a chip."""
    image = QImage(60, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#000000"))
    painter = QPainter(image)
    paint_beyond(painter, QRectF(0, 0, 60, height), level, INK)
    painter.end()
    rows = [
        "".join("x" if image.pixelColor(x, y).red() > 99 else " " for x in range(60))
        for y in range(height)
    ]
    return max(len(row.split()) for row in rows)


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("height", [18, 24, 32, 48])
def test_a_dash_for_each_level_above_the_fourth(height: int) -> None:
    assert [dashes(level, height) for level in range(7)] == [0, 0, 0, 0, 0, 1, 2]


def test_six_levels_have_six_fills(theme: Theme) -> None:
    assert len({theme.level(level).fill.name() for level in range(1, 7)}) == 6
