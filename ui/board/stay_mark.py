"""The word of a table that stays on while the others move, or takes nobody, in its header."""

from PySide6.QtCore import QPointF, QRectF

from ui.board.layout import TEXT_END, header_text_room, header_text_start
from ui.board.lettering import BASELINE, LEADING, STATION
from ui.board.sheet import Sheet
from ui.tokens import StationColours

_PART = 0.44  # of the header's height, where the word stands below the name
_LOWEST = 30  # a header with less for it, in units, has the word beside the name
_HAND = 1.1
_GAP = 0.3


def paint_mark(
    sheet: Sheet, head: QRectF, paints: StationColours, stays: bool
) -> tuple[float, float]:
    """Draw a sign and the word: it `stays`, or is closed.

    Returns the width and the height in px that it takes from the name.

    A low header has no room below the name, but then its column is wide.
    """
    look, unit = sheet.look, sheet.unit
    word = look.words.stay() if stays else look.words.closed()
    start = header_text_start(sheet.layout.fit)
    room, high = header_text_room(sheet.layout.fit, head.width())
    below = _PART * high >= _LOWEST * unit
    most = _PART * high / LEADING if below else 0.9 * sheet.layout.station_px
    px = look.lettering.fitted(word, most, STATION, room / 1.5 if below else room / 3)
    side, text = round(_HAND * px), look.lettering.line_width(word, px, STATION)
    wide = side + _GAP * px + text
    inset = start if below else head.width() - wide - TEXT_END * unit
    middle = head.bottom() - _PART * high / 2 - 4 * unit if below else head.center().y()
    left = head.right() - inset - wide if look.mirrored else head.left() + inset
    hand = left + wide - side if look.mirrored else left
    sign = "hand-palm" if stays else "x-circle"
    icon = look.theme.icon(sign, side, paints.on, "fill", rtl=look.mirrored, ratio=1.0)
    sheet.painter.drawPixmap(QPointF(round(hand), round(middle - side / 2)), icon)
    sheet.painter.setPen(paints.on)
    x = left if look.mirrored else left + wide - text
    look.lettering.draw(sheet.painter, QPointF(x, round(middle + BASELINE * px)), word, px, STATION)
    return (0.0, _PART * high) if below else (wide + TEXT_END * unit, 0.0)
