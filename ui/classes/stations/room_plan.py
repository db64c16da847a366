"""The room from above: where each station stands, the wall with the board at the top."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StationId
from app.domain.room import SIDE
from app.domain.stations import Station
from ui.classes.stations.room_token import HEIGHT, WIDTH, RoomToken
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, start

STEP = 25
_HIGH = 340
_BOARD = 30
_SHELF = 64


class RoomPlan(QWidget):
    """`placed` tells a station and where it is to stand, in thousandths from left and front.

    Drag a station; or click it, then where it is to stand; or walk it with the arrow keys, where
    it is placed as the key is let go. Those nobody has placed yet lie below the room. Left is
    left, in whatever language.
    """

    placed = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stations: dict[StationId, Station] = {}
        self._walked: tuple[StationId, tuple[int, int]] | None = None
        self.tokens: dict[StationId, RoomToken] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Plan of the room"))
        theme.changed.connect(self._restyle)

    def show_stations(self, stations: Sequence[Station]) -> None:
        """Show these where they stand."""
        self._stations = {station.id: station for station in stations}
        for gone in [own for own in self.tokens if own not in self._stations]:
            token = self.tokens.pop(gone)
            token.hide()
            token.deleteLater()
        for station in stations:
            if station.id not in self.tokens:
                self.tokens[station.id] = self._new_token(station.id)
            self.tokens[station.id].show_station(station, self._where(station))
        self.updateGeometry()
        self._lay_out()
        self.update()

    def sizeHint(self) -> QSize:
        """Wider than high, as most rooms are; higher while stations wait below it."""
        rows = -(-len(self._waiting()) // self._across())
        return QSize(self._theme.px(560), self._theme.px(_HIGH + rows * _SHELF))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.updateGeometry()
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand the picked station where the room was clicked."""
        picked = next((t for t in self.tokens.values() if t.isChecked()), None)
        if picked is not None and event.button() == Qt.MouseButton.LeftButton:
            picked.setChecked(False)
            self._drop(picked, event.position().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the walls and the board."""
        painter, px, colour = start(self), self._theme.px, self._theme.colour
        walls = QRectF(self._room())
        frame(painter, walls, 10, colour("canvas"), colour("line_strong"), 2)
        wide = min(walls.width() * 0.5, px(320))
        board = QRectF(walls.center().x() - wide / 2, walls.top(), wide, px(22))
        frame(painter, board, 6, colour("ink_tint"), colour("ink_line"))
        words = TextBlock(self.tr("The board is here"), self._theme.font("caption", 600), px(22))
        words.paint(painter, board, colour("ink_text"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _new_token(self, station_id: StationId) -> RoomToken:
        token = RoomToken(self._theme, station_id, self)
        token.carried.connect(lambda spot: token.move(self._corner(self.mapFromGlobal(spot))))
        token.dropped.connect(lambda spot: self._drop(token, self.mapFromGlobal(spot)))
        token.given_up.connect(self._lay_out)
        token.steered.connect(lambda right, back: self._steer(station_id, right, back))
        token.settled.connect(self._settle)
        token.toggled.connect(lambda on: self._pick(token, on))
        token.show()
        return token

    def _pick(self, picked: RoomToken, on: bool) -> None:
        """One at a time waits for a click into the room."""
        for token in self.tokens.values():
            if on and token is not picked:
                token.setChecked(False)

    def _drop(self, token: RoomToken, middle: QPoint) -> None:
        """Below the room nothing is placed: it goes back to where it was."""
        if middle.y() <= self._room().bottom():
            self.placed.emit(token.station_id, self._spot(middle))
        self._lay_out()

    def _steer(self, station_id: StationId, right: int, back: int) -> None:
        x, y = self._spot_of(self._stations[station_id]) or (SIDE // 2, SIDE // 2)
        x, y = (min(SIDE, max(0, at)) for at in (x + STEP * right, y + STEP * back))
        self._walked = station_id, (x, y)
        self._lay_out()

    def _settle(self) -> None:
        """However long the key was held, it is one step to undo."""
        walked, self._walked = self._walked, None
        if walked is not None and walked[0] in self._stations:
            self.placed.emit(*walked)

    def _spot_of(self, station: Station) -> tuple[int, int] | None:
        """Where it is shown: it may be on its way under a held key."""
        if self._walked is not None and self._walked[0] == station.id:
            return self._walked[1]
        return station.spot

    def _waiting(self) -> list[Station]:
        return [station for station in self._stations.values() if station.spot is None]

    def _across(self) -> int:
        """How many stations wait beside each other below the room."""
        return max(1, self.width() // self._theme.px(WIDTH + 8))

    def _room(self) -> QRect:
        return QRect(0, 0, self.width(), self._theme.px(_HIGH))

    def _inner(self) -> QRect:
        """Where the middle of a station can be."""
        wide, high = self._theme.px(WIDTH) // 2, self._theme.px(HEIGHT) // 2
        gap = self._theme.px(8)
        top = self._theme.px(_BOARD) + high
        return self._room().adjusted(wide + gap, top, -wide - gap, -high - gap)

    def _spot(self, middle: QPoint) -> tuple[int, int]:
        inner = self._inner()
        x = SIDE * (middle.x() - inner.left()) / max(1, inner.width())
        y = SIDE * (middle.y() - inner.top()) / max(1, inner.height())
        return round(min(SIDE, max(0, x))), round(min(SIDE, max(0, y)))

    def _corner(self, middle: QPoint) -> QPoint:
        return middle - QPoint(self._theme.px(WIDTH) // 2, self._theme.px(HEIGHT) // 2)

    def _lay_out(self) -> None:
        inner, px = self._inner(), self._theme.px
        waiting = 0
        for station in self._stations.values():
            token = self.tokens[station.id]
            token.resize(token.sizeHint())
            spot = self._spot_of(station)
            if spot is None:
                row, column = divmod(waiting, self._across())
                top = px(_HIGH) + px(_SHELF) * row + (px(_SHELF) - px(HEIGHT)) // 2
                token.move(column * px(WIDTH + 8), top)
                waiting += 1
            else:
                x = inner.left() + inner.width() * spot[0] / SIDE
                y = inner.top() + inner.height() * spot[1] / SIDE
                token.move(self._corner(QPoint(round(x), round(y))))

    def _where(self, station: Station) -> str:
        if station.spot is None:
            return self.tr("Not placed in the room")
        text = self.tr("{x} % from the left, {y} % from the board")
        return text.format(x=round(station.spot[0] / 10), y=round(station.spot[1] / 10))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()
