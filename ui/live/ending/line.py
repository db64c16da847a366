"""One student's lesson on one line: name, a sign for each round, how often seen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StationId
from app.domain.lesson_end import EndRow, Place
from app.domain.session import AWAY, LATE
from app.domain.stations import Station
from ui.live.ending import words
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock, paint_words
from ui.widgets.paint import FINE_DASH, fill, frame, mirrored, start, start_edge
from ui.widgets.pressable import WordLine

HEIGHT = 40
TILE = 26
STEP = 32
SEEN = 46
NAME = 90
"""Design px: a row, a round's sign, from one sign to the next, what is right of them, a name."""

_OUT = {AWAY: "door-open", LATE: "clock"}


def least_width(theme: Theme, rounds: int) -> int:
    """Px a line needs."""
    return theme.px(NAME + STEP * rounds + SEEN)


def tiles_from(theme: Theme, width: int, rounds: int) -> int:
    """Where the sign of the first round begins, from where reading starts."""
    return width - theme.px(STEP * rounds + SEEN)


class EndHead(QWidget):
    """The numbers of the rounds above the lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rounds = 0
        theme.changed.connect(self.updateGeometry)

    def show_rounds(self, rounds: int) -> None:
        self._rounds = rounds
        self.update()

    def sizeHint(self) -> QSize:
        """26 px high at 100 %."""
        return QSize(least_width(self._theme, self._rounds), self._theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the numbers and the line below."""
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        painter.setFont(self._theme.font("caption", 500, tabular=True))
        left, high = tiles_from(self._theme, self.width(), self._rounds), self.height() - px(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        for number in range(self._rounds):
            box = QRectF(left + number * px(STEP), 0, px(TILE), high)
            paint_words(painter, self, box, str(number + 1), colour("text2"), middle)
        seen = QRectF(self.width() - px(SEEN), 0, px(SEEN), high)
        side = Qt.AlignmentFlag.AlignRight
        paint_words(painter, self, seen, tr("Seen"), colour("text2"), side)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), colour("control"))
        painter.end()


class EndLine(WordLine):
    """A student's line; pressed, it leads to the student's page."""

    def __init__(
        self, theme: Theme, row: EndRow, stations: Sequence[Station], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, radius=6)
        self._row = row
        self._stations: Mapping[StationId, Station] = {s.id: s for s in stations}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(row.name)
        self.setAccessibleName(words.row(row, stations))
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """One line of the name or two; more where it needs them."""
        high = self._name().height + self.theme.px(6)
        return QSize(self._least(), max(self.theme.px(HEIGHT), high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, signs and how often seen."""
        painter = start(self)
        colour = self.theme.colour
        self.paint_ground(painter)
        name = self._name()
        at = QRectF(0, (self.height() - name.height) / 2, self._room(), name.height)
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        ink = colour("text2" if self._row.absent else "text")
        name.paint(painter, mirrored(self, at), ink, align)
        self._paint_places(painter)
        self._paint_seen(painter)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        painter.end()

    def _paint_places(self, painter: QPainter) -> None:
        px = self.theme.px
        left = tiles_from(self.theme, self.width(), len(self._row.places))
        top = (self.height() - px(TILE)) // 2
        for number, place in enumerate(self._row.places):
            box = QRectF(left + number * px(STEP), top, px(TILE), px(TILE))
            self._paint_place(painter, mirrored(self, box), place)

    def _paint_place(self, painter: QPainter, box: QRectF, place: Place) -> None:
        station = self._stations.get(place.station_id or StationId(0))
        if station is not None:
            paints = self.theme.station(station.colour)
            frame(painter, box, 6, paints.strong)
            self._paint_icon(painter, box, station.icon, 15, paints.on)
            return
        colour = self.theme.colour
        frame(painter, box, 6, None, colour("control"), 1, FINE_DASH)
        self._paint_icon(painter, box, _OUT.get(place.state, "minus"), 14, colour("text2"))

    def _paint_icon(
        self, painter: QPainter, box: QRectF, icon: str, size: int, ink: QColor
    ) -> None:
        side = self.theme.px(size)
        picture = self.theme.icon(icon, side, ink)
        at = QPointF(round(box.center().x() - side / 2), round(box.center().y() - side / 2))
        painter.drawPixmap(at, picture)

    def _paint_seen(self, painter: QPainter) -> None:
        px, colour = self.theme.px, self.theme.colour
        box = QRectF(self.width() - px(SEEN), 0, px(SEEN), self.height())
        side = Qt.AlignmentFlag.AlignRight
        if self._row.absent:
            painter.setFont(self.theme.font("caption"))
            paint_words(painter, self, box, tr("Absent"), colour("text2"), side)
            return
        ink = colour("text2" if self._row.seen else "warn")
        painter.setFont(self.theme.font("caption", 600, tabular=True))
        paint_words(painter, self, box, str(self._row.seen), ink, side)
        eye = QRectF(box.right() - px(27), 0, px(16), self.height())
        icon = "eye" if self._row.seen else "eye-slash"
        self._paint_icon(painter, mirrored(self, eye), icon, 15, ink)

    def _name(self) -> TextBlock:
        pitch = self.theme.px(16)
        return TextBlock(self.label(), self.theme.font("body", 500), pitch, self._room())

    def _room(self) -> int:
        wide = max(self.width(), self._least())
        return tiles_from(self.theme, wide, len(self._row.places)) - self.theme.px(6)

    def _least(self) -> int:
        return least_width(self.theme, len(self._row.places))
