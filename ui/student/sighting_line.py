"""One observation in the timeline."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import ObservationId
from app.domain.progress import Sighting
from ui.clips.thumbs import paint_thumb
from ui.clips.words import called
from ui.student.visit_line import paint_badge
from ui.student.words import context_line, headline
from ui.theme import Theme
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import frame, mirrored, start, start_edge
from ui.widgets.pressable import Pressable

CHIP = 24
TEXT = 34
BADGE = 16
THUMB = 44
AFTER = 10
"""Empty px below one observation, crossed by the line that joins them."""


class SightingLine(Pressable):
    """Level chip, what was seen, and below it station, skill and time; a press opens it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._sighting: Sighting | None = None
        self._head = ""
        self._context = ""
        self._last = False
        self._heights: dict[int, int] = {}
        self.setSizePolicy(wrapping())

    @property
    def observation(self) -> ObservationId | None:
        """Which one is shown."""
        return self._sighting.observation_id if self._sighting else None

    def show_sighting(
        self,
        sighting: Sighting,
        levels: tuple[str, ...],
        moment: datetime,
        now: datetime,
        last: bool,
    ) -> None:
        """Show an observation; `last` ends the line that joins them."""
        self._sighting, self._last = sighting, last
        self._head = headline(sighting, levels)
        self._context = context_line(sighting, moment, now)
        place = f", {sighting.station.name}" if sighting.station else ""
        level = f"{sighting.level}, " if sighting.level else ""
        clips = "".join(f", {called(one)}" for one in sighting.attachments)
        self.setAccessibleName(f"{level}{self._head}, {self._context}{place}{clips}")
        self.restyle()

    def sizeHint(self) -> QSize:
        """Two lines beside the chip."""
        return QSize(self._theme.px(220), self._theme.px(50))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        if width not in self._heights:
            px = self._theme.px
            lines = self._words(width).height + self._line(width).height + self._strip()
            self._heights[width] = max(px(CHIP), lines) + px(AFTER)
        return self._heights[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw chip, line and words."""
        if self._sighting is None:
            return
        painter, px, theme = start(self), self._theme.px, self._theme
        if self.isDown() or self.underMouse():
            lit = QRectF(self.rect()).adjusted(0, -px(2), 0, -px(AFTER - 4))
            frame(painter, lit, 6, theme.colour("pressed" if self.isDown() else "hover"))
        chip = QRectF(px(4), 0, px(CHIP), px(CHIP))
        if not self._last:
            joint = QRectF(px(4) + px(CHIP) / 2 - 1, px(CHIP), 2, self.height() - px(CHIP))
            painter.fillRect(mirrored(self, joint), theme.colour("line"))
        self._paint_chip(painter, mirrored(self, chip), self._sighting)
        side = start_edge(self, Qt.AlignmentFlag.AlignTop)
        words = self._words(self.width())
        place = QRectF(px(4 + TEXT), -px(2), self._room(self.width()), words.height)
        words.paint(painter, mirrored(self, place), theme.colour("text"), side)
        self._paint_context(painter, place.bottom(), self._sighting)
        self._paint_thumbs(painter, place.bottom() + self._line(self.width()).height)
        painter.end()

    def _paint_chip(self, painter: QPainter, place: QRectF, sighting: Sighting) -> None:
        theme = self._theme
        if sighting.level:
            paint_level(painter, theme, place, sighting.level)
            return
        frame(painter, place, 6, theme.colour("surface"), theme.colour("control"))
        size = theme.px(14)
        icon = "tag" if sighting.tags and not sighting.note else "note-pencil"
        picture = theme.icon(icon, size, theme.colour("text2"))
        left, top = place.center().x() - size / 2, place.center().y() - size / 2
        painter.drawPixmap(QPointF(round(left), round(top)), picture)

    def _paint_context(self, painter: QPainter, top: float, sighting: Sighting) -> None:
        px, theme = self._theme.px, self._theme
        line = self._line(self.width())
        if sighting.station is not None:
            badge = QRectF(px(4 + TEXT), top + px(2), px(BADGE), px(BADGE))
            paint_badge(painter, theme, mirrored(self, badge), sighting.station)
        x = px(4 + TEXT) + self._before()
        place = QRectF(x, top + px(1), self.width() - x, line.height)
        side = start_edge(self, Qt.AlignmentFlag.AlignTop)
        line.paint(painter, mirrored(self, place), theme.colour("text2"), side)

    def _strip(self) -> int:
        """How high the pictures are, with what is above them."""
        has = self._sighting is not None and self._sighting.attachments
        return self._theme.px(THUMB + 6) if has else 0

    def _paint_thumbs(self, painter: QPainter, top: float) -> None:
        if self._sighting is None or not self._sighting.attachments:
            return
        px, x = self._theme.px, self._theme.px(4 + TEXT)
        for attachment in self._sighting.attachments:
            place = QRectF(x, top + px(4), px(THUMB), px(THUMB))
            paint_thumb(painter, self._theme, mirrored(self, place), attachment)
            x += px(THUMB + 6)

    def _before(self) -> int:
        has_badge = self._sighting is not None and self._sighting.station is not None
        return self._theme.px(BADGE + 6) if has_badge else 0

    def _room(self, width: int) -> int:
        return max(1, width - self._theme.px(4 + TEXT))

    def _words(self, width: int) -> TextBlock:
        theme = self._theme
        return TextBlock(self._head, theme.font("small", 500), theme.px(20), self._room(width))

    def _line(self, width: int) -> TextBlock:
        theme, room = self._theme, self._room(width) - self._before()
        return TextBlock(self._context, theme.font("caption", 500), theme.px(20), max(1, room))

    def restyle(self) -> None:
        """Ask the theme again."""
        self._heights = {}
        super().restyle()

    def minimumSizeHint(self) -> QSize:
        """Narrow: its words wrap."""
        return QSize(self._theme.px(120), self._theme.px(44))
