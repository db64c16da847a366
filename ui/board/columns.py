"""A station column: coloured header, and the names of those who are there."""

from math import floor

from PySide6.QtCore import QPointF, QRectF

from app.domain.board.fit import NameBox, StationBox
from app.domain.board.scene import BoardStation
from ui.board.layout import ICON_INSET, header_text_room, header_text_start, icon_side, snapped
from ui.board.lettering import BASELINE, LEADING, NAME, STATION
from ui.board.photos import paint_photo
from ui.board.sheet import Sheet
from ui.board.stay_mark import paint_mark
from ui.board.strokes import framed, rounded
from ui.tokens import StationColours

RADIUS = 12
_RAISED = 1.58  # the middle of capitals is above the middle of a line


def paint_column(sheet: Sheet, station: BoardStation, place: StationBox) -> None:
    """Draw one station."""
    theme, u, painter = sheet.look.theme, sheet.unit, sheet.painter
    paints = theme.station(station.colour)
    outer = snapped(place.box)
    border = sheet.layout.fit.canvas.border
    inner = framed(painter, outer, RADIUS * u, border, paints.line, theme.colour("surface"))
    head = QRectF(inner)
    head.setBottom(round(place.header.bottom))
    painter.setClipRect(head)
    rounded(painter, inner, max(0.0, RADIUS * u - border), paints.strong)
    painter.setClipping(False)
    _paint_header(sheet, station, head, paints)
    texts = {name.key: name for name in station.names}
    for name in place.names:
        if name.photo is not None:
            paint_photo(sheet, texts[name.key], snapped(name.photo))
        painter.setPen(theme.colour("text"))
        paint_name(sheet, name)
    _paint_origins(sheet, place)


def paint_name(sheet: Sheet, name: NameBox) -> None:
    """Draw a name with the painter's pen, aligned to the side where reading starts."""
    lettering, px = sheet.look.lettering, sheet.layout.fit.size
    leading = sheet.layout.fit.leading
    for index, line in enumerate(name.lines):
        left = name.box.x
        if sheet.look.mirrored:
            left = name.box.right - lettering.width(line, px)
        baseline = name.box.y + (leading * (index + 0.5) + BASELINE) * px
        lettering.draw(sheet.painter, QPointF(left, floor(baseline)), line, px, NAME)


def paint_badge(sheet: Sheet, station: BoardStation, rect: QRectF) -> None:
    """A station's colour and icon in a small square."""
    paints = sheet.look.theme.station(station.colour)
    rounded(sheet.painter, rect, rect.height() * 0.18, paints.strong)
    side = max(1, round(rect.height() * 0.6))
    left = rect.center().x() - side / 2
    _icon(sheet, station, left, rect.center().y(), side, paints)


def _icon(
    sheet: Sheet,
    station: BoardStation,
    left: float,
    middle: float,
    side: int,
    paints: StationColours,
) -> None:
    rtl = sheet.look.mirrored
    icon = sheet.look.theme.icon(station.icon, side, paints.on, rtl=rtl, ratio=1.0)
    sheet.painter.drawPixmap(QPointF(round(left), round(middle - side / 2)), icon)


def _paint_header(
    sheet: Sheet, station: BoardStation, head: QRectF, paints: StationColours
) -> None:
    u, mirrored = sheet.unit, sheet.look.mirrored
    lettering, middle = sheet.look.lettering, head.center().y()
    inset, side = ICON_INSET * u, round(icon_side(sheet.layout.fit))
    left = head.right() - inset - side if mirrored else head.left() + inset
    _icon(sheet, station, left, middle, side, paints)
    start = header_text_start(sheet.layout.fit)
    room, high = header_text_room(sheet.layout.fit, head.width())
    if station.stays or station.closed:
        beside, below = paint_mark(sheet, head, paints, station.stays)
        room, high, middle = room - beside, high - below, middle - below / 2
    px, lines = lettering.block(station.name, sheet.layout.station_px, STATION, room, high)
    sheet.painter.setPen(paints.on)
    for index, line in enumerate(lines):
        wide = lettering.line_width(line, px, STATION)
        x = head.right() - start - wide if mirrored else head.left() + start
        shift = (index - (len(lines) - 1) / 2) * LEADING + BASELINE
        at = QPointF(x, round(middle - _RAISED * u + shift * px))
        lettering.draw(sheet.painter, at, line, px, STATION)


def _paint_origins(sheet: Sheet, place: StationBox) -> None:
    """Where nothing may move: a small badge of the station a name comes from, if it has room."""
    layout = sheet.layout
    stations = {station.key: station for station in layout.scene.stations}
    origins = dict(layout.origins)
    side = round(0.8 * layout.fit.size)
    for name in place.names:
        origin = origins.get(name.key)
        station = None if origin is None else stations.get(origin)
        if station is None or name.box.width + 1.2 * side > layout.fit.name_width:
            continue
        left = name.box.x + layout.fit.name_width - side
        if sheet.look.mirrored:
            left = name.box.right - layout.fit.name_width
        top = name.box.y + (name.box.height - side) / 2
        paint_badge(sheet, station, QRectF(round(left), round(top), side, side))
