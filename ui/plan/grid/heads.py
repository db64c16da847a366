"""The heads of the plan's columns: badge, station, and the skill worked on there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StationId
from app.domain.stations import Station
from ui.plan.grid.places import columns, from_start
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import centred, frame, rtl, start, start_edge

BADGE = 32
NAME_SIZE = 15


class PlanHeads(QWidget):
    """Stays in place while the rounds below it scroll."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stations: Sequence[Station] = ()
        self._skills: Mapping[StationId, str] = {}
        self._shift = 0
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_stations(self, stations: Sequence[Station], skills: Mapping[StationId, str]) -> None:
        """Draw these stations; `skills` are the statements worked on."""
        self._stations, self._skills = stations, skills
        self.setAccessibleName(", ".join(station.name for station in stations))
        self._restyle()

    def set_short(self, short: bool) -> None:
        """Leave out the skills, or say them again."""
        if short != self._short:
            self._short = short
            self._restyle()

    def set_shift(self, shift: int) -> None:
        """Follow the rounds when they are scrolled sideways, in px."""
        self._shift = shift
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the longest name needs."""
        return QSize(self._theme.px(480), max(self._theme.px(46), self._tallest()))

    def minimumSizeHint(self) -> QSize:
        """As the size hint in height."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Names may wrap differently now."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each head."""
        painter = start(self)
        lay = columns(self._theme, self.width(), len(self._stations))
        for station, left in zip(self._stations, lay.lefts, strict=True):
            rect = QRect(left - self._shift, 0, lay.width, self.height())
            place = from_start(rect, self.width(), rtl(self))
            self._paint_head(painter, place, station)
        painter.end()

    def _paint_head(self, painter: QPainter, place: QRect, station: Station) -> None:
        paints, side = self._theme.station(station.colour), self._theme.px(BADGE)
        inside = QRect(self._theme.px(4), self._theme.px(2), side, side)
        badge = from_start(inside, place.width(), rtl(self)).translated(place.topLeft())
        frame(painter, QRectF(badge), 8, paints.strong)
        size = self._theme.px(20)
        picture = self._theme.icon(station.icon, size, paints.on, rtl=rtl(self))
        painter.drawPixmap(centred(QRectF(badge), size), picture)
        words = QRect(self._words_left(), 0, place.width() - self._words_left(), place.height())
        words = from_start(words, place.width(), rtl(self)).translated(place.topLeft())
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        name, skill = self._blocks(station, words.width())
        name.paint(painter, QRectF(words), self._theme.colour("text"), align)
        below = QRectF(words).adjusted(0, name.height, 0, 0)
        skill.paint(painter, below, self._theme.colour("text2"), align)

    def _blocks(self, station: Station, width: int) -> tuple[TextBlock, TextBlock]:
        font = self._theme.sized_font(self._theme.px(NAME_SIZE), 600)
        name = TextBlock(station.name, font, self._theme.px(20), width)
        skill = "" if self._short else self._skills.get(station.id, "")
        small = self._theme.font("small")
        return name, TextBlock(skill, small, self._theme.line_height("small"), width)

    def _tallest(self) -> int:
        lay = columns(self._theme, self.width(), len(self._stations))
        width = lay.width - self._words_left()
        blocks = (self._blocks(station, width) for station in self._stations)
        said = (name.height + (0 if self._short else skill.height) for name, skill in blocks)
        return max(said, default=0)

    def _words_left(self) -> int:
        return self._theme.px(BADGE + 12)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
