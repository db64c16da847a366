"""One line of text, placed as the window is read and spelled as the text is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.widgets.paint import direction_of

_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_ALWAYS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_WHOLE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


def write(painter: QPainter, place: QRectF, text: str, rtl: bool, at_end: bool = False) -> None:
    """Draw with the painter's font and pen, at the start of `place` or at its end.

    `rtl` is the window's direction and says which side is the start. The text keeps its own, so
    "9 days" is not turned into "days 9".
    """
    painter.setLayoutDirection(direction_of(text))
    side = _RIGHT if rtl != at_end else _LEFT
    painter.drawText(place, _ALWAYS | side | _WHOLE, text)
