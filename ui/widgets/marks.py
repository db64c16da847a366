"""The second line of a student card: small icons, the first with a word."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.card_words import Remark
from ui.widgets.lines import TextBlock
from ui.widgets.paint import mirrored

META_PITCH = 16
ICON = 14
WORD_GAP = 3
MARK_GAP = 8


def paint_marks(
    painter: QPainter, theme: Theme, widget: QWidget, marks: Sequence[Remark], line: QRectF
) -> None:
    """Draw the marks into `line`, measured from the left and mirrored here.

    The first one has its word, the others follow while there is room; the tooltip has them all.
    """
    side, gap = theme.px(ICON), theme.px(MARK_GAP)
    x = line.x()
    for at, mark in enumerate(marks):
        if x + side > line.right():
            return
        place = mirrored(widget, QRectF(x, line.y() + (line.height() - side) / 2, side, side))
        picture = theme.icon(mark.icon, side, theme.colour(mark.colour), mark.style)
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
        x += side
        if at == 0:
            x += theme.px(WORD_GAP)
            room = QRectF(x, line.y(), line.right() - x, line.height())
            x += _paint_word(painter, theme, widget, mark, room)
        x += gap


def _paint_word(
    painter: QPainter, theme: Theme, widget: QWidget, mark: Remark, room: QRectF
) -> float:
    font = theme.font("caption")
    metrics = QFontMetricsF(font)
    whole = Qt.TextElideMode.ElideRight
    text = metrics.elidedText(mark.text, whole, max(0.0, room.width()) + 0.5)
    wide = metrics.horizontalAdvance(text)
    place = mirrored(widget, QRectF(room.x(), room.y(), wide, room.height()))
    TextBlock(text, font, theme.px(META_PITCH)).paint(painter, place, theme.colour(mark.colour))
    return wide
