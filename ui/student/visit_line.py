"""A station and how often the student was there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.progress import StationVisits
from app.domain.stations import Station
from ui.student.words import counted
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import frame, mirrored, rtl, start, start_edge
from ui.widgets.write import write

HIGH = 26
BADGE = 21
NAME = 32
BLOCKS = 150
BLOCK = (14, 10)
PITCH = 17
COUNT = 28


def paint_badge(painter: QPainter, theme: Theme, place: QRectF, station: Station) -> None:
    """A station's colour and icon in a small square."""
    paints = theme.station(station.colour)
    frame(painter, place, min(6.0, place.width() / 4), paints.strong)
    side = round(place.width() * 0.62)
    picture = theme.icon(station.icon, side, paints.on)
    left = place.left() + (place.width() - side) / 2
    top = place.top() + (place.height() - side) / 2
    painter.drawPixmap(QPointF(round(left), round(top)), picture)


class VisitLine(QWidget):
    """Badge, name, a block for each visit, and the count."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._visits: StationVisits | None = None
        self.setSizePolicy(wrapping())
        theme.changed.connect(self._restyle)

    def show_visits(self, visits: StationVisits) -> None:
        """Show a station and its count."""
        self._visits = visits
        words = counted(
            "{station}, 1 visit", "{station}, %n visits", visits.count, station=visits.station.name
        )
        self.setAccessibleName(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Badge, name, blocks, count."""
        return QSize(self._theme.px(280), self._theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """A long name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the name needs."""
        del width
        return max(self._theme.px(HIGH), self._name().height + self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if self._visits is None:
            return
        painter, px, theme = start(self), self._theme.px, self._theme
        badge = QRectF(px(4), (self.height() - px(BADGE)) // 2, px(BADGE), px(BADGE))
        paint_badge(painter, theme, mirrored(self, badge), self._visits.station)
        name = QRectF(px(4 + NAME), 0, px(BLOCKS - NAME - 4), self.height())
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        self._name().paint(painter, mirrored(self, name), theme.colour("text"), side)
        self._paint_blocks(painter, self._visits)
        painter.setFont(theme.font("small", 500, tabular=True))
        painter.setPen(theme.colour("text"))
        count = QRectF(self.width() - px(COUNT + 4), 0, px(COUNT), self.height())
        write(painter, mirrored(self, count), str(self._visits.count), rtl(self), at_end=True)
        painter.end()

    def _paint_blocks(self, painter: QPainter, visits: StationVisits) -> None:
        """As many as there are visits; lower and closer when they are too many."""
        px, paints = self._theme.px, self._theme.station(visits.station.colour)
        left, room = px(4 + BLOCKS), self.width() - px(4 + BLOCKS) - px(COUNT + 12)
        pitch = min(float(px(PITCH)), room / max(1, visits.count))
        wide = max(1.0, min(float(px(BLOCK[0])), pitch - px(1)))
        top = (self.height() - px(BLOCK[1])) // 2
        for at in range(visits.count):
            block = mirrored(self, QRectF(left + at * pitch, top, wide, px(BLOCK[1])))
            frame(painter, block, 2, paints.strong, paints.line)

    def _name(self) -> TextBlock:
        name = self._visits.station.name if self._visits else ""
        px = self._theme.px
        return TextBlock(name, self._theme.font("small", 500), px(18), px(BLOCKS - NAME - 12))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
