"""One note that was found."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.finding import Hit
from app.domain.voice import Reflection
from ui.finding.words import about_line, said_line, spoken, tr
from ui.student.voice_words import ICONS, SPOKEN
from ui.student.words import seen_when
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.own_mark import RING, paint_own
from ui.widgets.paint import mirrored, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.tip import plain_tip

LESSON = "clock-counter-clockwise"
CHIP, SIDE, BETWEEN, ABOVE = 24, 12, 10, 8
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class HitLine(Pressable):
    """Who, what was seen, and about what and when; pressed it leads there.

    `stepped` asks for the line above (-1) or below (1); `lesson_wanted` for the lesson it was seen
    in: by its button, or by L.
    """

    stepped = Signal(int)
    lesson_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.hit: Hit | None = None
        self._said = ""
        self._about = ""
        self._when = ""
        self.lesson = Button(theme, icon=LESSON, kind="quiet", small=True, parent=self)
        self.lesson.setToolTip(plain_tip(tr("See it in the lesson (L)")))
        self.lesson.clicked.connect(lambda _on: self.lesson_wanted.emit())
        self.setSizePolicy(wrapping())

    def show_hit(self, hit: Hit, moment: datetime, now: datetime, elsewhere: bool) -> None:
        """Show a note; `elsewhere` when it may be of another class."""
        self.hit = hit
        self._said, self._about = said_line(hit), about_line(hit, elsewhere)
        self._when = seen_when(moment, now)
        self.setText(spoken(hit, moment, now, elsewhere))
        self.lesson.setVisible(hit.observation.session_id is not None)
        self.lesson.setAccessibleName(tr("The lesson: {note}", note=self.text()))

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(self.theme.px(240), self.theme.px(70))

    def minimumSizeHint(self) -> QSize:
        """Narrow: its words wrap."""
        return QSize(self.theme.px(160), self.theme.px(44))

    def hasHeightForWidth(self) -> bool:
        """Long notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        lines = self._name(width).height + self._note(width).height + self._foot(width).height
        return lines + 2 * self.theme.px(ABOVE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from line to line."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            self.stepped.emit(way)
        elif event.key() == Qt.Key.Key_L and not self.lesson.isHidden():
            self.lesson_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stays at the lower end."""
        super().resizeEvent(event)
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        """The end may be at the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_button()

    def _place_button(self) -> None:
        size = self.lesson.sizeHint()
        left = self.width() - size.width() - self.theme.px(SIDE)
        top = self.height() - size.height() - self.theme.px(4)
        place = QRectF(left, top, size.width(), size.height())
        self.lesson.setGeometry(mirrored(self, place).toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw chip and words."""
        if self.hit is None:
            return
        painter, px, colour = start(self), self.theme.px, self.theme.colour
        self.paint_ground(painter)
        self._paint_chip(painter, mirrored(self, QRectF(px(SIDE), px(ABOVE), px(CHIP), px(CHIP))))
        top, width = float(px(ABOVE)), self.width()
        blocks = (
            (self._name(width), "text"),
            (self._note(width), "text"),
            (self._foot(width), "text2"),
        )
        side = start_edge(self, Qt.AlignmentFlag.AlignTop)
        for block, ink in blocks:
            place = QRectF(self._start(), top, self._room(width), block.height)
            block.paint(painter, mirrored(self, place), colour(ink), side)
            top += block.height
        self._paint_when(painter)
        painter.end()

    def _paint_chip(self, painter: QPainter, place: QRectF) -> None:
        if self.hit is not None and self.hit.said is not None:
            self._paint_said(painter, place, self.hit.said)
            return
        level = self.hit.sighting.level if self.hit else None
        if level:
            paint_level(painter, self.theme, place, level)
            return
        icon = "tag" if self.hit and not self.hit.sighting.note else "note-pencil"
        picture = self.theme.icon(icon, self.theme.px(18), self.theme.colour("text2"))
        inset = (place.width() - self.theme.px(18)) / 2
        painter.drawPixmap(place.adjusted(inset, inset, 0, 0).topLeft().toPoint(), picture)

    def _paint_said(self, painter: QPainter, place: QRectF, said: Reflection) -> None:
        """A ring where what was seen has a chip, or a face."""
        if said.level and not said.face:
            inset = (place.width() - self.theme.px(RING)) / 2
            paint_own(painter, self.theme, place.adjusted(inset, inset, -inset, -inset), said.level)
            return
        icon, ink = ICONS.get(said.face or 0, SPOKEN), self.theme.colour("text")
        picture = self.theme.icon(icon, round(place.width()), ink, "regular")
        painter.drawPixmap(place.topLeft().toPoint(), picture)

    def _paint_when(self, painter: QPainter) -> None:
        block = self._moment()
        left = self.width() - self.theme.px(SIDE) - block.width
        place = QRectF(left, self.theme.px(ABOVE), block.width, block.height)
        block.paint(painter, mirrored(self, place), self.theme.colour("text2"))

    def _start(self) -> int:
        return self.theme.px(SIDE + CHIP + BETWEEN)

    def _room(self, width: int) -> int:
        return max(1, width - self._start() - self.theme.px(SIDE))

    def _room_beside(self, width: int) -> int:
        """What the button leaves of a line."""
        spared = self.lesson.sizeHint().width() + self.theme.px(BETWEEN)
        return max(1, self._room(width) - spared)

    def _moment(self) -> TextBlock:
        theme = self.theme
        return TextBlock(self._when, theme.font("caption", 500), theme.px(20))

    def _name(self, width: int) -> TextBlock:
        theme, name = self.theme, self.hit.student if self.hit else ""
        room = self._room(width) - self._moment().width - theme.px(BETWEEN)
        return TextBlock(name, theme.font("strong"), theme.px(20), max(1, room))

    def _note(self, width: int) -> TextBlock:
        theme = self.theme
        return TextBlock(self._said, theme.font("body"), theme.px(20), self._room_beside(width))

    def _foot(self, width: int) -> TextBlock:
        theme = self.theme
        return TextBlock(
            self._about, theme.font("caption", 400), theme.px(18), self._room_beside(width)
        )
