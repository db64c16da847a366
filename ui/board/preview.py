"""The board as a small picture with names, for the page that greets a new teacher."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.board.scene import BoardScene, BoardStation
from app.domain.board.text import cut
from ui.board.clock_face import blocks
from ui.board.lettering import NAME, Face
from ui.board.look import BoardLook
from ui.board.miniature import Stamp
from ui.board.strokes import framed, rounded, smooth
from ui.theme import Theme

WIDTH, HEIGHT = 240, 135
_INSET = 10
_HEAD = 17
_NAME_PX = 6.5
_PITCH = 11.5


class BoardPreview(QWidget):
    """A scene at the size of a picture in a page. It does not change by itself."""

    def __init__(
        self, theme: Theme, look: BoardLook, scene: BoardScene, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._scene = scene
        self.setAccessibleName(self.tr("Picture of the board"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        look.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The design's size at the chosen text size."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        smooth(painter)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        paint_preview(painter, self._look, self._scene)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_preview(painter: QPainter, look: BoardLook, scene: BoardScene) -> None:
    """Draw a scene 240 by 135 px at the painter's origin."""
    stamp = Stamp(painter, look, scene, QRectF(0, 0, WIDTH, HEIGHT))
    stamp.paint_frame(34)
    stamp.write(look.words.title(scene), 11, Face(700), 19, _INSET)
    stamp.write_time(18, 23, _INSET)
    _paint_bar(stamp)
    for station, box in zip(scene.stations, stamp.columns(37, 126, _INSET, 5), strict=True):
        _paint_station(stamp, station, box)


def _paint_bar(stamp: Stamp) -> None:
    colour = stamp.look.theme.colour
    for block in blocks(stamp.scene.clock, WIDTH - 2 * _INSET, 2):
        left, right = _INSET + block.left, _INSET + block.right
        if stamp.look.mirrored:
            left, right = WIDTH - right, WIDTH - left
        full = "on_ink" if stamp.moving else "ink"
        paint = colour(full if block.part >= 0.5 else "line_strong")
        rounded(stamp.painter, QRectF(left, 28, right - left, 4), 1, paint)


def _paint_station(stamp: Stamp, station: BoardStation, box: QRectF) -> None:
    theme, painter, look = stamp.look.theme, stamp.painter, stamp.look
    paints = theme.station(station.colour)
    inner = framed(painter, box, 2.5, 1, paints.line, theme.colour("surface"))
    painter.fillRect(QRectF(inner.left(), inner.top(), inner.width(), _HEAD - 1), paints.strong)
    ratio = painter.deviceTransform().m11()
    icon = theme.icon(station.icon, 12, paints.on, rtl=look.mirrored, ratio=ratio)
    painter.drawPixmap(QPointF(box.center().x() - 6, box.top() + 3), icon)
    painter.setPen(theme.colour("text"))
    lines = _lines(look, station, (box.width() - 7) / _NAME_PX)
    pitch = min(_PITCH, (box.height() - _HEAD - 2) / max(1, len(lines)))
    px = min(_NAME_PX, pitch * 0.85)
    for row, line in enumerate(lines):
        wide = look.lettering.width(line, px)
        left = box.right() - 4 - wide if look.mirrored else box.left() + 4
        at = QPointF(left, box.top() + _HEAD + pitch * row + 6.5)
        look.lettering.draw(painter, at, line, px, NAME)


def _lines(look: BoardLook, station: BoardStation, room: float) -> list[str]:
    def width(text: str) -> float:
        return look.lettering.width(text, 1)

    return [line for name in station.names for line in cut(name.text, width).lines(room)]
