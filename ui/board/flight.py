"""Names on their way: one lane, a pill per name.

They are only a guide: every name stands in its new place from the first moment, and pills keep to
the lane so as not to cover it.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from app.domain.board.fit import NameBox, StationBox
from app.domain.board.scene import BoardStation
from ui.board.layout import BoardLayout
from ui.board.look import BoardLook
from ui.board.pills import pill_picture, slot_picture, slot_rect

LONGEST_MS = 2900
_LANE = 89
_STUB = 92
_STUB_GAP = 12
_CORNER = 16
_DOT = 16


@dataclass(frozen=True, slots=True)
class Guide:
    """One name's way: the corners of its path, and its pictures. It starts at `begins` ms.

    `last`: nobody stands between its place and the lane, so dots may lead there.
    """

    begins: float
    path: tuple[QPointF, QPointF, QPointF]
    last: bool
    slot: QRect
    slot_picture: QPixmap
    pill: QPixmap


class Flight:
    """All names on their way, station by station."""

    def __init__(self, look: BoardLook, layout: BoardLayout, move_ms: int, apart_ms: int) -> None:
        self._look = look
        self._layout = layout
        self._move_ms = move_ms
        self._easing = QEasingCurve(QEasingCurve.Type.InOutCubic)
        walks = _walks(layout)
        spare = max(0, LONGEST_MS - move_ms) / max(1, len(walks) - 1)
        apart = min(apart_ms, spare)
        self._guides = [self._guide(*walk, apart * n) for n, walk in enumerate(walks)]

    @property
    def total_ms(self) -> int:
        """When the last name has arrived; 0 when nobody moves."""
        if not self._guides:
            return 0
        return round(self._guides[-1].begins) + self._move_ms

    def covered(self, at_ms: float) -> list[QRect]:
        """What the guides cover at a moment."""
        return [
            rect
            for guide in self._flying(at_ms)
            for rect in (self._pill_rect(guide, at_ms), guide.slot, self._trail(guide))
        ]

    def paint(self, painter: QPainter, at_ms: float) -> None:
        """Draw the guides of a moment over the board."""
        flying = self._flying(at_ms)
        for guide in flying:
            painter.drawPixmap(guide.slot.topLeft(), guide.slot_picture)
        self._paint_lanes(painter, flying)
        for guide in flying:
            painter.drawPixmap(self._pill_rect(guide, at_ms).topLeft(), guide.pill)

    def _flying(self, at_ms: float) -> list[Guide]:
        return [g for g in self._guides if g.begins <= at_ms < g.begins + self._move_ms]

    def _pill_rect(self, guide: Guide, at_ms: float) -> QRect:
        share = self._easing.valueForProgress((at_ms - guide.begins) / self._move_ms)
        middle, size = _along(guide.path, share), guide.pill.size()
        edge = self._layout.width - size.width()
        left = max(0.0, min(edge, middle.x() - size.width() / 2))
        top = middle.y() - size.height() / 2
        return QRect(round(left), round(top), size.width(), size.height())

    def _trail(self, guide: Guide) -> QRect:
        reach = round(8 * self._layout.unit) + 2
        points = [point.toPoint() for point in guide.path]
        points += [QPoint(points[-1].x(), guide.slot.bottom())] if guide.last else []
        left, right = min(p.x() for p in points), max(p.x() for p in points)
        top, bottom = min(p.y() for p in points), max(p.y() for p in points)
        return QRect(left, top, right - left, bottom - top).adjusted(-reach, -reach, reach, reach)

    def _paint_lanes(self, painter: QPainter, flying: list[Guide]) -> None:
        """Dots along each lane, and from it to the places names go to."""
        u = self._layout.unit
        pen = QPen(self._look.theme.colour("control"), 4.5 * u)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([1.5 / 4.5, (_DOT - 1.5) / 4.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lanes: dict[float, list[tuple[float, float]]] = {}
        for guide in flying:
            _, turn, end = guide.path
            stretch = (min(turn.x(), end.x()), max(turn.x(), end.x()))
            lanes.setdefault(turn.y(), []).append(stretch)
            if guide.last:
                painter.drawPath(
                    _stub(end, guide.slot.bottom() + _STUB_GAP * u, turn.x(), _CORNER * u)
                )
        for y, stretches in lanes.items():
            for left, right in _joined(stretches):
                first = ceil(left / (_DOT * u)) * _DOT * u  # dots keep their places
                if first < right:
                    painter.drawLine(QPointF(first, y), QPointF(right, y))

    def _guide(
        self, station: BoardStation, name: NameBox, origin: StationBox, begins: float
    ) -> Guide:
        place = next(p for p in self._layout.fit.stations if p.key == station.key)
        slot = slot_rect(self._look, self._layout, name)
        pill = pill_picture(self._look, self._layout, station, " ".join(name.lines))
        stub = max(_STUB * self._layout.unit, pill.width() / 2)
        x = slot.right() - stub if self._look.mirrored else slot.left() + stub
        start, lane = origin.box.x + origin.box.width / 2, self._lane(place)
        path = (QPointF(start, self._lane(origin)), QPointF(start, lane), QPointF(x, lane))
        lowest = name.box.y == max(other.box.y for other in place.names)
        last = lowest and slot.bottom() + (_STUB_GAP + _CORNER) * self._layout.unit < lane
        kept = slot_picture(self._look, self._layout, station, name)
        return Guide(begins, path, last, slot, kept, pill)

    def _lane(self, place: StationBox) -> float:
        """The height of the lane in front of a station: low in its column."""
        fit = self._layout.fit
        low = 0.71 * fit.size + 14 * self._layout.unit
        roomy = fit.tier.name == "roomy" and fit.rows == 1
        return place.box.bottom - (max(low, _LANE * self._layout.unit) if roomy else low)


def _walks(layout: BoardLayout) -> list[tuple[BoardStation, NameBox, StationBox]]:
    """Who goes where from where, in the order of the stations they leave."""
    places = {place.key: (n, place) for n, place in enumerate(layout.fit.stations)}
    came_from = dict(layout.scene.came_from)
    found = [
        (*places[came_from[name.key]], station, name)
        for station, place in layout.shown
        for name in place.names
        if came_from.get(name.key, station.key) not in (station.key, None)
        and came_from[name.key] in places
    ]
    ordered = sorted(found, key=lambda walk: walk[0])
    return [(station, name, origin) for _, origin, station, name in ordered]


def _along(path: tuple[QPointF, ...], share: float) -> QPointF:
    """The point after a share of the whole length."""
    lengths = [hypot(b.x() - a.x(), b.y() - a.y()) for a, b in pairwise(path)]
    left = share * sum(lengths)
    for (start, end), length in zip(pairwise(path), lengths, strict=True):
        if left <= length and length > 0:
            return start + (end - start) * (left / length)
        left -= length
    return path[-1]


def _joined(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The stretches of a lane, those that touch made one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(stretches):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _stub(end: QPointF, top: float, towards: float, radius: float) -> QPainterPath:
    """From below a place down into the lane, round the corner to where the name comes from."""
    side = radius if towards > end.x() else -radius
    line = QPainterPath(QPointF(end.x(), top))
    line.lineTo(end.x(), max(top, end.y() - radius))
    line.quadTo(end, QPointF(end.x() + side, end.y()))
    return line
