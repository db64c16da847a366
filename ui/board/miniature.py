"""The board as a stamp on the teacher's console, and as a small picture on the first page."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.board.scene import BoardScene, BoardStation
from ui.board.lettering import Face
from ui.board.look import BoardLook
from ui.board.strokes import framed, rounded, smooth
from ui.theme import Theme
from ui.widgets.paint import fill

WIDTH, HEIGHT = 112, 56
_INSET = 6
_HEAD = 19
_BOLD = Face(700)
_DIGITS = Face(700, tabular=True)


class Stamp(NamedTuple):
    """A painter at the design's 100 % size, and the scene in a frame."""

    painter: QPainter
    look: BoardLook
    scene: BoardScene
    rect: QRectF

    @property
    def moving(self) -> bool:
        return self.scene.phase == "transition"

    @property
    def ink(self) -> QColor:
        """The colour of words in the head."""
        return self.look.theme.colour("on_ink" if self.moving else "text")

    def paint_frame(self, head: float) -> None:
        """The ground, its edge, and in a transition the coloured head."""
        colour = self.look.theme.colour
        inner = framed(self.painter, self.rect, 8, 1, colour("line_strong"), colour("canvas"))
        if self.moving:
            self.painter.setClipRect(QRectF(inner.left(), inner.top(), inner.width(), head))
            rounded(self.painter, inner, 7, colour("ink"))
            self.painter.setClipping(False)

    def write(self, text: str, px: float, face: Face, baseline: float, inset: float) -> None:
        """Write at the edge where reading starts."""
        wide = self.look.lettering.line_width(text, px, face)
        left = self.rect.right() - inset - wide if self.look.mirrored else self.rect.left() + inset
        self._draw(text, px, face, left, baseline)

    def write_time(self, px: float, baseline: float, inset: float) -> None:
        """Write the clock at the other edge, or draw it where it is a calm one."""
        if self.look.calm:
            self._draw_disc(px, baseline, inset)
            return
        text = self.look.words.time(self.scene.clock)
        wide = self.look.lettering.line_width(text, px, _DIGITS)
        left = self.rect.left() + inset
        if not self.look.mirrored:
            left = self.rect.right() - inset - wide
        self._draw(text, px, _DIGITS, left, baseline)

    def _draw_disc(self, px: float, baseline: float, inset: float) -> None:
        side = 0.95 * px
        left = self.rect.left() + inset
        if not self.look.mirrored:
            left = self.rect.right() - inset - side
        from ui.board.calm_clock import paint_disc  # not for the start: few chose a calm clock

        box = QRectF(left, self.rect.top() + baseline - 0.85 * px, side, side)
        full = self.look.theme.colour("on_ink" if self.moving else "ink")
        paint_disc(self.painter, box, self.scene.clock, full, self.ink)

    def columns(self, top: float, bottom: float, inset: float, gap: float) -> list[QRectF]:
        """A box per station: one row, or two when there are many."""
        count = len(self.scene.stations)
        rows = 1 if count <= 6 else 2
        across = ceil(count / rows) or 1
        wide = (self.rect.width() - 2 * inset - gap * (across - 1)) / across
        high = (bottom - top - gap * (rows - 1)) / rows
        found = []
        for index in range(count):
            row, column = divmod(index, across)
            left = inset + column * (wide + gap)
            if self.look.mirrored:
                left = self.rect.width() - left - wide
            y = self.rect.top() + top + row * (high + gap)
            found.append(QRectF(self.rect.left() + left, y, wide, high))
        return found

    def _draw(self, text: str, px: float, face: Face, left: float, baseline: float) -> None:
        self.painter.setPen(self.ink)
        at = QPointF(left, self.rect.top() + baseline)
        self.look.lettering.draw(self.painter, at, text, px, face)


class BoardMiniature(QWidget):
    """What the projector shows, in a few bars: who moved where is seen, names are not read.

    `theme` is the console's (it gives the size), `look` the board's.
    """

    def __init__(self, theme: Theme, look: BoardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._scene: BoardScene | None = None
        self._blank = False
        self.setAccessibleName(self.tr("Picture of the board"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        look.theme.changed.connect(self.update)

    def show_scene(self, scene: BoardScene | None) -> None:
        """Show a scene, or nothing."""
        if scene != self._scene:
            self._scene = scene
            self.update()

    def set_blank(self, blank: bool) -> None:
        """Black, as the board is."""
        if blank != self._blank:
            self._blank = blank
            self.update()

    def sizeHint(self) -> QSize:
        """The design's size at the chosen text size."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stamp."""
        painter = QPainter(self)
        smooth(painter)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        rect = QRectF(0, 0, WIDTH, HEIGHT)
        if self._scene is None or self._blank:
            colour = self._look.theme.colour
            fill = QColor("black") if self._blank else colour("canvas")
            framed(painter, rect, 8, 1, colour("line_strong"), fill)
        else:
            _paint_stamp(Stamp(painter, self._look, self._scene, rect))
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_stamp(stamp: Stamp) -> None:
    """Title, time and a bar for every name."""
    stamp.paint_frame(_HEAD - 2)
    if stamp.scene.phase in {"finished", "none"}:
        stamp.write(stamp.look.words.title(stamp.scene), 10, _BOLD, 32, _INSET)
        return
    stamp.write(stamp.look.words.short_round(stamp.scene.clock), 10, _BOLD, 12, _INSET)
    stamp.write_time(10, 12, _INSET)
    boxes = stamp.columns(_HEAD, HEIGHT - 4, _INSET, 3)
    for station, box in zip(stamp.scene.stations, boxes, strict=True):
        _paint_bars(stamp, station, box)


def _paint_bars(stamp: Stamp, station: BoardStation, box: QRectF) -> None:
    theme, painter = stamp.look.theme, stamp.painter
    paints = theme.station(station.colour)
    head = 7 if len(stamp.scene.stations) <= 6 else 4
    rounded(painter, box, 2, paints.line)
    fill(painter, box.adjusted(1, 1, -1, head - box.height()), paints.strong)
    fill(painter, box.adjusted(1, head, -1, -1), theme.colour("surface"))
    room = box.height() - head - 3
    pitch = min(4.0, room / max(1, len(station.names)))
    for row, name in enumerate(station.names):
        wide = (box.width() - 6) * min(1.0, 0.4 + 0.06 * len(name.text))
        left = box.right() - 3 - wide if stamp.look.mirrored else box.left() + 3
        top = box.top() + head + 2 + row * pitch
        fill(painter, QRectF(left, top, wide, pitch / 2), theme.colour("text2"))
