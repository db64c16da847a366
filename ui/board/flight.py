"""Names on their way: one lane, one pill for all who walk together, station by station.

They are only a guide: every name stands in its new place from the first moment, and pills keep to
the lane so as not to cover it. With a pill for each of thirty names they would cover one another.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate, islice, pairwise
from math import ceil, hypot

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from app.domain.board.fit import StationBox
from ui.board.layout import BoardLayout
from ui.board.look import BoardLook
from ui.board.pills import names_together, pill_picture, slot_picture, slot_rect
from ui.board.walks import Walk, walks

LONGEST_MS = 2900
_LANE = 89
_STUB = 92
_STUB_GAP = 12
_CORNER = 16
_DOT = 16


@dataclass(frozen=True)
class Slot:
    """A name's own place while it is on its way.

    Its picture is drawn at the latest when the name sets out: to draw those of 60 at once is a jerk
    of 30 ms, and those of a group of twelve still one of 10.
    """

    rect: QRect
    draw: Callable[[], QPixmap]

    @cached_property
    def picture(self) -> QPixmap:
        return self.draw()

    def get_ready(self) -> None:
        """Draw the picture before it is needed."""
        _ = self.picture


@dataclass(frozen=True, slots=True)
class Guide:
    """The way of those who walk together: the corners of their path. It starts at `begins` ms.

    `last`: nobody stands between the place of the first and the lane, so dots may lead there.
    """

    begins: float
    path: tuple[QPointF, QPointF, QPointF]
    last: bool
    slots: tuple[Slot, ...]
    pill: QPixmap

    @property
    def low(self) -> int:
        """Where the lowest of their places ends."""
        return self.slots[0].rect.bottom()


class Flight:
    """All on their way, station by station.

    One sets out when the one before is half there, and later for every name it has; all of it
    takes less than three seconds.
    """

    def __init__(self, look: BoardLook, layout: BoardLayout, move_ms: int, apart_ms: int) -> None:
        self._look = look
        self._layout = layout
        self._move_ms = move_ms
        self._easing = QEasingCurve(QEasingCurve.Type.InOutCubic)
        found = walks(layout)
        gaps = [max(move_ms / 2, apart_ms * len(walk.names)) for walk in found[:-1]]
        shrink = min(1.0, max(0, LONGEST_MS - move_ms) / max(1.0, sum(gaps)))
        begins = accumulate((gap * shrink for gap in gaps), initial=0.0)
        self._guides = [self._guide(walk, at) for walk, at in zip(found, begins, strict=False)]
        self._ahead = (slot for guide in self._guides[1:] for slot in guide.slots)

    @property
    def total_ms(self) -> int:
        """When the last name has arrived; 0 when nobody moves."""
        if not self._guides:
            return 0
        return round(self._guides[-1].begins) + self._move_ms

    def covered(self, at_ms: float) -> list[QRect]:
        """What the guides cover at a moment."""
        found = []
        for guide in self._flying(at_ms):
            found += [self._pill_rect(guide, at_ms), self._trail(guide)]
            found += [slot.rect for slot in guide.slots]
        return found

    def paint(self, painter: QPainter, at_ms: float) -> None:
        """Draw the guides of a moment over the board."""
        flying = self._flying(at_ms)
        for guide in flying:
            for slot in guide.slots:
                painter.drawPixmap(slot.rect.topLeft(), slot.picture)
        self._paint_lanes(painter, flying)
        for guide in flying:
            painter.drawPixmap(self._pill_rect(guide, at_ms).topLeft(), guide.pill)
        for slot in islice(self._ahead, 1):
            slot.get_ready()

    def _flying(self, at_ms: float) -> list[Guide]:
        return [g for g in self._guides if g.begins <= at_ms < g.begins + self._move_ms]

    def _pill_rect(self, guide: Guide, at_ms: float) -> QRect:
        share = self._easing.valueForProgress((at_ms - guide.begins) / self._move_ms)
        middle, size = _along(guide.path, share), guide.pill.size()
        boxes = [place.box for place in self._layout.fit.stations]
        edge = max(box.right for box in boxes) - size.width()
        left = max(min(box.x for box in boxes), min(edge, middle.x() - size.width() / 2))
        top = middle.y() - size.height() / 2
        return QRect(round(left), round(top), size.width(), size.height())

    def _trail(self, guide: Guide) -> QRect:
        reach = round(8 * self._layout.unit) + 2
        points = [point.toPoint() for point in guide.path]
        points += [QPoint(points[-1].x(), guide.low)] if guide.last else []
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
                painter.drawPath(_stub(end, guide.low + _STUB_GAP * u, turn.x(), _CORNER * u))
        for y, stretches in lanes.items():
            for left, right in _joined(stretches):
                first = ceil(left / (_DOT * u)) * _DOT * u  # dots keep their places
                if first < right:
                    painter.drawLine(QPointF(first, y), QPointF(right, y))

    def _guide(self, walk: Walk, begins: float) -> Guide:
        look, layout, station = self._look, self._layout, walk.station
        place = next(p for p in layout.fit.stations if p.key == station.key)
        lowest_first = sorted(walk.names, key=lambda name: -name.box.y)
        slots = tuple(
            Slot(slot_rect(look, layout, name), partial(slot_picture, look, layout, station, name))
            for name in lowest_first
        )
        pill = pill_picture(look, layout, station, names_together(look, layout, walk.names))
        slot = slots[0].rect
        stub = min(max(_STUB * layout.unit, pill.width() / 2), slot.width() / 2)
        x = slot.right() - stub if look.mirrored else slot.left() + stub
        start, lane = walk.origin.box.x + walk.origin.box.width / 2, self._lane(place)
        path = (QPointF(start, self._lane(walk.origin)), QPointF(start, lane), QPointF(x, lane))
        lowest = lowest_first[0].box.y == max(other.box.y for other in place.names)
        last = lowest and slot.bottom() + (_STUB_GAP + _CORNER) * layout.unit < lane
        return Guide(begins, path, last, slots, pill)

    def _lane(self, place: StationBox) -> float:
        """The height of the lane in front of a station: low in its column."""
        fit = self._layout.fit
        low = 0.71 * fit.size + 14 * self._layout.unit
        roomy = fit.tier.name == "roomy" and fit.rows == 1
        return place.box.bottom - (max(low, _LANE * self._layout.unit) if roomy else low)


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
