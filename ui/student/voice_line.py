"""One thing the student said of themselves."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.voice import Reflection
from ui.student.voice_words import ICONS, SPOKEN, face_word, level_word, said_words
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.own_mark import RING, paint_own
from ui.widgets.paint import mirrored, start, start_edge
from ui.widgets.pressable import Pressable

SIDE = 24
TEXT = 34
AFTER = 8


class VoiceLine(Pressable):
    """A face or an own level, the sentence, and below it the skill and when; a press opens it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self.said: Reflection | None = None
        self._head = ""
        self._context = ""
        self.setSizePolicy(wrapping())
        self.setToolTip(tr("Change it or take it away"))
        self.setAccessibleDescription(tr("Change it or take it away"))

    def show_said(self, said: Reflection, levels: tuple[str, ...], context: str) -> None:
        """Show it, with the skill and the day in `context`."""
        self.said = said
        self._head = said_words(said.words, said.face, said.level, levels)
        self._context = context
        rated = tr("own rating {level}", level=level_word(said.level, levels)) if said.level else ""
        told = (face_word(said.face), rated) if said.words else ()
        self.setAccessibleName(", ".join(part for part in (*told, self._head, context) if part))
        self.restyle()

    def sizeHint(self) -> QSize:
        """Two lines beside the face."""
        return QSize(self.theme.px(220), self.theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """Narrow: its words wrap."""
        return QSize(self.theme.px(120), self.theme.px(SIDE))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        words = self._words(width).height + self._line(width).height
        return max(self.theme.px(SIDE), words) + self.theme.px(AFTER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face or ring, and words."""
        if self.said is None:
            return
        painter, px, theme = start(self), self.theme.px, self.theme
        self.paint_ground(painter)
        if self.said.level and not self.said.face:
            aside = px(SIDE - RING) / 2
            ring = QRectF(px(4) + aside, aside, px(RING), px(RING))
            paint_own(painter, theme, mirrored(self, ring), self.said.level)
        else:
            spot = mirrored(self, QRectF(px(4), 0, px(SIDE), px(SIDE)))
            icon = ICONS.get(self.said.face or 0, SPOKEN)
            picture = theme.icon(icon, px(SIDE), theme.colour("text"), "regular")
            painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), picture)
        top = start_edge(self, Qt.AlignmentFlag.AlignTop)
        words, line = self._words(self.width()), self._line(self.width())
        place = QRectF(px(4 + TEXT), 0, self._room(self.width()), words.height)
        words.paint(painter, mirrored(self, place), theme.colour("text"), top)
        below = QRectF(place.left(), place.bottom(), place.width(), line.height)
        line.paint(painter, mirrored(self, below), theme.colour("text2"), top)
        painter.end()

    def _room(self, width: int) -> int:
        return max(1, width - self.theme.px(4 + TEXT))

    def _words(self, width: int) -> TextBlock:
        theme = self.theme
        return TextBlock(self._head, theme.font("small", 500), theme.px(20), self._room(width))

    def _line(self, width: int) -> TextBlock:
        theme = self.theme
        return TextBlock(self._context, theme.font("caption", 500), theme.px(18), self._room(width))
