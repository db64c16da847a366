"""An icon and one line of words beside it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import mirrored, rtl, start_edge


class IconLine(NamedTuple):
    """Where things go, in design px from the start of the line; `text` from its icon's start.

    `down` moves all of it from the middle of the height.
    """

    icon: str
    side: int
    left: int
    text: int
    down: int = 0


def paint_icon_line(
    painter: QPainter,
    theme: Theme,
    widget: QWidget,
    lay: IconLine,
    words: str,
    font: QFont,
    ink: QColor,
) -> None:
    """Draw it in the middle of the widget's height; words too long end in …."""
    px = theme.px
    side, left, down = px(lay.side), px(lay.left), px(lay.down)
    box = mirrored(widget, QRectF(left, (widget.height() - side) // 2 + down, side, side))
    picture = theme.icon(lay.icon, side, ink, rtl=rtl(widget))
    painter.drawPixmap(QPointF(round(box.x()), round(box.y())), picture)
    start = left + px(lay.text)
    room = QRectF(start, down, max(0, widget.width() - start - px(4)), widget.height())
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
    align = start_edge(widget, Qt.AlignmentFlag.AlignVCenter)
    TextBlock(short, font, px(18)).paint(painter, mirrored(widget, room), ink, align)
