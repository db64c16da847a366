"""Looking at what a widget drew."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def picture_of(widget: QWidget) -> QImage:
    """What the widget looks like now, one pixel for each px."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    widget.render(image)
    return image


def is_near(one: QColor, other: QColor, by: int = 24) -> bool:
    """Whether two colours are alike but for smoothing."""
    pairs = zip(one.toTuple(), other.toTuple(), strict=True)
    return all(abs(a - b) <= by for a, b in pairs)


def place_of(image: QImage, colour: QColor) -> QRect:
    """The smallest box around all pixels of a colour; an empty one when there are none."""
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if is_near(image.pixelColor(x, y), colour)
    ]
    if not places:
        return QRect()
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
