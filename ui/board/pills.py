"""Pictures for a transition: a name on its way, and the place kept for it."""

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.domain.board.fit import NameBox
from app.domain.board.scene import BoardStation
from ui.board.columns import RADIUS, paint_badge, paint_name
from ui.board.layout import BoardLayout
from ui.board.lettering import BASELINE, NAME
from ui.board.look import BoardLook
from ui.board.sheet import Sheet
from ui.board.strokes import framed

_HEIGHT = 1.42
_BADGE = 0.948
_PAD = 0.27
_END = 0.4
_AROUND_NAME = 13
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def pill_picture(look: BoardLook, layout: BoardLayout, station: BoardStation, name: str) -> QPixmap:
    """A name with the badge of the station it goes to."""
    size = layout.fit.size
    px = look.lettering.fitted(name, size, NAME, layout.width / 3)
    wide = look.lettering.width(name, px)
    border, badge = layout.fit.canvas.border, round(_BADGE * size)
    before = border + round(0.2 * size) + badge + _PAD * size
    picture, painter = _canvas(round(before + wide + _END * size + border), round(_HEIGHT * size))
    sheet, whole = Sheet(painter, look, layout), QRectF(picture.rect())
    line, surface = look.theme.station(station.colour).line, look.theme.colour("surface")
    framed(painter, whole, RADIUS * layout.unit, border, line, surface)
    inset = border + round(0.2 * size)
    left = whole.width() - inset - badge if look.mirrored else inset
    paint_badge(sheet, station, QRectF(left, round((whole.height() - badge) / 2), badge, badge))
    painter.setPen(look.theme.colour("text"))
    at = whole.width() - before - wide if look.mirrored else before
    low = whole.height() / 2 + BASELINE * px
    look.lettering.draw(painter, QPointF(at, floor(low)), name, px, NAME)
    painter.end()
    return picture


def names_together(look: BoardLook, layout: BoardLayout, names: Sequence[NameBox]) -> str:
    """The names of those who walk together, as many as a third of the picture can hold."""
    texts = [f"{_ISOLATE}{' '.join(name.lines)}{_END_ISOLATE}" for name in names]
    room = layout.width / 3
    for count in range(len(texts), 0, -1):
        more = look.words.digits(f" +{len(texts) - count}") if count < len(texts) else ""
        text = ", ".join(texts[:count]) + more
        if count == 1 or look.lettering.width(text, layout.fit.size) <= room:
            return text
    return ""


def slot_rect(look: BoardLook, layout: BoardLayout, name: NameBox) -> QRect:
    """The place kept for a name, as wide as its column."""
    fit, around = layout.fit, _AROUND_NAME * layout.unit
    lines, leading = len(name.lines), fit.leading
    height = min(
        (leading * lines + _HEIGHT - leading) * fit.size,
        leading * lines * fit.size + fit.pitch - leading * fit.size - 2,
    )
    left = name.box.right - fit.name_width if look.mirrored else name.box.x
    top = name.box.y + (name.box.height - height) / 2
    wide = fit.name_width + 2 * around
    return QRect(round(left - around), round(top), round(wide), round(height))


def slot_picture(
    look: BoardLook, layout: BoardLayout, station: BoardStation, name: NameBox
) -> QPixmap:
    """The place kept for a name while it is on its way: a dashed box, the name in the hue."""
    rect, u = slot_rect(look, layout, name), layout.unit
    paints = look.theme.station(station.colour)
    picture, painter = _canvas(rect.width(), rect.height(), look.theme.colour("surface"))
    width = max(1.0, 3 * u)
    pen = QPen(paints.line, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2, 1])
    painter.setPen(pen)
    half = width / 2
    box = QRectF(picture.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, RADIUS * u, RADIUS * u)
    painter.setPen(paints.ink)
    painter.translate(-rect.left(), -rect.top())
    paint_name(Sheet(painter, look, layout), name)
    painter.end()
    return picture


def _canvas(width: int, height: int, fill: QColor | None = None) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(max(1, width), max(1, height))
    picture.fill(fill or QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return picture, painter
