"""The head of a station's column: badge, name, kind, and how many are there."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StationId
from app.domain.stations import Station
from ui.live.stations.views import StayView
from ui.live.words import kind_line, kind_word, tr
from ui.theme import Theme
from ui.widgets.kept import Kept
from ui.widgets.lines import TextBlock
from ui.widgets.paint import centred, frame, mirrored, rtl, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.tip import plain_tip

BADGE = 36
PITCH = 20
KIND = 16
KEPT = 4


class ColumnHead(Pressable):
    """A click on it brings the selected students, or opens what can be done with everyone there."""

    def __init__(self, theme: Theme, station: Station, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._station = station
        self._number = 0
        self._numbered = False
        self._seated = 0
        self._adult = ""
        self._closed = False
        self._guest = ""
        self._after: int | None = None
        self._stay: StayView | None = None
        self._kept = Kept(theme, self)
        self._broken: dict[tuple[int, float], TextBlock] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def station_id(self) -> StationId:
        return self._station.id

    @property
    def seated(self) -> int:
        """How many it says are there."""
        return self._seated

    def show_station(
        self, station: Station, number: int, seated: int, adult: str = "", closed: bool = False
    ) -> None:
        """Show a station, its number from 1, how many are there, who leads it, or that it rests."""
        shown = (self._station, self._number, self._seated, self._adult, self._closed)
        if (station, number, seated, adult, closed) == shown:
            return
        self._station, self._number, self._seated, self._adult = station, number, seated, adult
        self._closed = closed
        self.set_guest(self._guest)
        self.setAccessibleName(f"{station.name}, {adult}" if adult else station.name)
        self.restyle()

    def show_stay(self, stay: StayView | None) -> None:
        """Say instead of the kind that the table stays on; None: it does not."""
        before, self._stay = self._stay, stay
        if stay != before:
            self.update(self._kind_box())

    def set_guest(self, name: str) -> None:
        """Name the students a click would bring here, "" when it opens the menu of everyone."""
        self._guest = name
        text = (
            tr("Move {student} here", student=name) if name else tr("Everyone here: move or swap")
        )
        self.setAccessibleDescription(text)
        self.setToolTip(plain_tip(f"{self._station.name}\n{self._about()}\n{text}"))

    def set_carrying(self, after: int | None, numbered: bool) -> None:
        """Show how many would be there after a drop, and the station's number for the keyboard."""
        if (after, numbered) != (self._after, self._numbered):
            self._after, self._numbered = after, numbered
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Badge high, or as high as the name in lines and the kind below it."""
        px = self.theme.px
        return max(px(BADGE), self._name(width).height + px(KIND))

    def sizeHint(self) -> QSize:
        """As an ordinary column."""
        wide = self.theme.px(168)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw badge, name, kind and count."""
        place = (self._station, self._number, self._seated, self._adult, self._closed)
        state = (place, self._numbered, self._after, self._stay)
        self._kept.paint(state, self._draw_all)

    def _draw_all(self, painter: QPainter) -> None:
        self._paint_badge(painter)
        left = self._left()
        name = self._name(self.width())
        high = min(self.height(), self.heightForWidth(self.width()))
        top = (high - name.height - self.theme.px(KIND)) / 2
        words = mirrored(self, QRectF(left, top, self.width() - left, name.height))
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        name.paint(painter, words, self.theme.colour("text"), align)
        self._paint_kind(painter, top + name.height - 1)

    def _paint_badge(self, painter: QPainter) -> None:
        side, paints = self.theme.px(BADGE), self.theme.station(self._station.colour)
        box = mirrored(self, QRectF(0, 0, side, side))
        frame(painter, box, 8, paints.strong)
        if self._numbered:
            painter.setFont(self.theme.font("title", 700, tabular=True))
            painter.setPen(paints.on)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
            return
        sign = self.theme.px(20)
        at = centred(box, sign)
        picture = self.theme.icon(self._station.icon, sign, paints.on, rtl=rtl(self))
        painter.drawPixmap(at.topLeft(), picture)

    def _paint_kind(self, painter: QPainter, top: float) -> None:
        line = QRectF(self._left(), top, self.width() - self._left(), self.theme.px(KIND))
        count = self._paint_count(painter, line)
        if self._stay is not None:
            self._paint_stay(painter, self._stay, line, count)
            return
        if self._closed:
            shut = StayView(tr("Closed in this round"), tr("Closed"), "")
            self._paint_stay(painter, shut, line, count, "x-circle")
            return
        room = line.adjusted(0, 0, -count - self.theme.px(4), 0)
        font = self.theme.font("caption")
        short = self.about_in(room.width() + 1)
        self._draw(painter, short, font, room, Qt.AlignmentFlag.AlignLeft)

    def _paint_stay(
        self,
        painter: QPainter,
        stay: StayView,
        line: QRectF,
        count: float,
        icon: str = "timer",
    ) -> None:
        """A clock and how long the table stays, in short where the count leaves little room."""
        side, gap = self.theme.px(14), self.theme.px(4)
        ink = self.theme.station(self._station.colour).ink
        place = QRectF(line.x(), line.y() + (line.height() - side) / 2, side, side)
        at = mirrored(self, place)
        picture = self.theme.icon(icon, side, ink, rtl=rtl(self))
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())), picture)
        room = line.adjusted(side + gap, 0, -count - gap, 0)
        font = self.theme.font("caption", 600, tabular=True)
        fits = QFontMetricsF(font).horizontalAdvance(stay.text) <= room.width()
        block = TextBlock(stay.text if fits else stay.short, font, self.theme.px(KIND))
        block.paint(painter, mirrored(self, room), ink, start_edge(self, Qt.AlignmentFlag.AlignTop))

    def _paint_count(self, painter: QPainter, line: QRectF) -> float:
        """Draw the count at the end of the line and return its width."""
        font = self.theme.font("small", 500, tabular=True)
        room = self._station.room
        if self._after is None:
            return self._draw(painter, _of(self._seated, room), font, line)
        used = self._draw(painter, _of(self._after, room), font, line)
        side, gap = self.theme.px(14), self.theme.px(4)
        used += gap + side
        place = QRectF(line.right() - used, line.y() + (line.height() - side) / 2, side, side)
        at = mirrored(self, place)
        ink = self.theme.colour("text2")
        picture = self.theme.icon("arrow-right", side, ink, "regular", rtl=rtl(self))
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())), picture)
        rest = line.adjusted(0, 0, -used - gap, 0)
        return used + gap + self._draw(painter, str(self._seated), font, rest)

    def _draw(
        self,
        painter: QPainter,
        text: str,
        font: QFont,
        line: QRectF,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
    ) -> float:
        """Draw at one end of a line, measured from the left, and return the width."""
        wide = QFontMetricsF(font).horizontalAdvance(text)
        left = line.x() if side == Qt.AlignmentFlag.AlignLeft else line.right() - wide
        place = mirrored(self, QRectF(left, line.y(), wide, line.height()))
        block = TextBlock(text, font, self.theme.px(KIND))
        block.paint(painter, place, self.theme.colour("text2"))
        return wide

    def restyle(self) -> None:
        """Forget the broken name and ask the theme again."""
        self._broken.clear()
        super().restyle()

    def _name(self, width: int) -> TextBlock:
        """The name at a width. Layouts ask often, so the last few are kept."""
        key = (width, self.theme.scale)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= KEPT:
                self._broken.clear()
            font = self.theme.sized_font(self.theme.px(15), 600)
            room = max(1, width - self._left())
            found = TextBlock(self._station.name, font, self.theme.px(PITCH), room)
            self._broken[key] = found
        return found

    def about_in(self, width: float) -> str:
        """What the line below the name says in so many px: all, the adult alone, or the kind."""
        metrics, about = QFontMetricsF(self.theme.font("caption")), self._about()
        if metrics.horizontalAdvance(about) > width:
            about = self._adult or kind_word(self._station)
        return metrics.elidedText(about, Qt.TextElideMode.ElideRight, width)

    def _about(self) -> str:
        """Who leads it comes first: that is what there must be room for."""
        kind = kind_line(self._station)
        return tr("{adult} · {kind}", adult=self._adult, kind=kind) if self._adult else kind

    def _kind_box(self) -> QRect:
        """Where the line with the kind is, whole pixels."""
        name = self._name(self.width())
        high = min(self.height(), self.heightForWidth(self.width()))
        top = (high - name.height - self.theme.px(KIND)) / 2 + name.height - 1
        return QRect(0, int(top), self.width(), self.theme.px(KIND) + 2)

    def _left(self) -> int:
        return self.theme.px(BADGE + 8)


def _of(seated: int, room: int) -> str:
    return tr("{seated}/{room}", seated=seated, room=room)
