"""A match of the capture palette: the one that is picked, or one that can be."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock
from ui.widgets.own_mark import paint_own
from ui.widgets.paint import FINE_DASH, frame, mirrored, rtl, start, start_edge
from ui.widgets.pressable import WordLine

PICK = 44
OPTION = 32
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LINES = 2
_LOSS = 40
"""What may be lost of two lines where the first breaks between words."""
ABOVE = 4
"""Between a level and its word below it."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What a match shows: a text, a remark at its end, and one of face, level or icon before it.

    `face` are the letters and the shape of an avatar. `spoken` is what a screen reader says, when
    that is more than the text. `own` is a level the student gives: a ring, no chip. A name and a
    level are shown whole however long they are.
    """

    text: str
    remark: str = ""
    face: tuple[str, str] | None = None
    level: int | None = None
    icon: str = ""
    spoken: str = ""
    own: bool = False


class ChoiceRow(WordLine):
    """One match. The picked one stands in a box; an empty one says what could be typed.

    Keys belong to the line that is typed in, so it takes no focus of its own.
    """

    def __init__(self, theme: Theme, picked: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._picked = picked
        self._view = ChoiceView("")
        self._empty = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def view(self) -> ChoiceView:
        """What it shows."""
        return self._view

    def show_choice(self, view: ChoiceView, empty: bool = False) -> None:
        """Show a match, or, `empty`, what is wanted here."""
        self._view, self._empty = view, empty
        self.setEnabled(not empty)
        self.setText(view.text)
        said = view.spoken or ", ".join(part for part in (view.text, view.remark) if part)
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        """Higher where a name takes more than one line."""
        px, least = self.theme.px, PICK if self._picked else OPTION
        above = self._sign_side() + px(ABOVE) if self._stacked() else 0
        words = self._words()
        remark = self._below(words.width)
        high = above + words.height + px(4) + (remark.height if remark else 0)
        return QSize(self.width(), max(px(least), high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, sign, words and remark."""
        painter = start(self)
        self._paint_box(painter)
        self._paint_sign(painter)
        words, middle = self._words(), self.height() / 2
        if remark := self._below(words.width):
            middle -= remark.height / 2
        if self._stacked():
            middle += (self._sign_side() + self.theme.px(ABOVE)) / 2
        ink = self.theme.colour("text2" if self._empty else "text")
        place = QRectF(self._start(), middle - words.height / 2, words.width, words.height)
        words.paint(painter, mirrored(self, place), ink)
        self._paint_remark(painter, words.width, place.bottom())
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        colour, box = self.theme.colour, QRectF(self.rect())
        if self._empty:
            if self._picked:
                frame(painter, box, 8, None, colour("line_strong"), 1, FINE_DASH)
        elif self._picked:
            frame(painter, box, 8, colour("ink_tint"), colour("ink"))
        elif self.isDown() or self.underMouse():
            frame(painter, box, 8, colour("pressed" if self.isDown() else "hover"))

    def _paint_sign(self, painter: QPainter) -> None:
        view, side = self._view, self._sign_side()
        if not side:
            return
        below = self._words().height + self.theme.px(2) if self._stacked() else 0
        top = (self.height() - side - below) / 2
        place = mirrored(self, QRectF(self.theme.px(9), top, side, side))
        if view.face:
            paint_avatar(painter, self.theme, place, *view.face)
        elif view.level and view.own:
            paint_own(painter, self.theme, place, view.level)
        elif view.level:
            paint_level(painter, self.theme, place, view.level)
        else:
            ink = self.theme.colour("text")
            picture = self.theme.icon(view.icon, side, ink, rtl=rtl(self))
            painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)

    def _paint_remark(self, painter: QPainter, words: int, bottom: float) -> None:
        """At the end, or below the words where there is no room for it."""
        if not self._view.remark:
            return
        px, below = self.theme.px, self._below(words)
        block = below or self._remark(self.width())
        left = self._start() if below else self.width() - px(9) - block.width
        top = bottom if below else (self.height() - block.height) / 2
        place = mirrored(self, QRectF(left, top, block.width, block.height))
        block.paint(painter, place, self.theme.colour("text2"), start_edge(self, _MIDDLE))

    def _below(self, words: int) -> TextBlock | None:
        """The remark as it stands below the words; None without one, or with room beside them."""
        if not self._view.remark:
            return None
        px = self.theme.px
        room = self.width() - self._start() - px(9)
        wide = QFontMetricsF(self.theme.font("caption")).horizontalAdvance(self._view.remark)
        return self._remark(room) if wide > room - words - px(8) + 0.5 else None

    def _remark(self, room: int) -> TextBlock:
        font, high = self.theme.font("caption"), self.theme.line_height("caption")
        return TextBlock(self._view.remark, font, high, max(1, room))

    def _words(self) -> TextBlock:
        room = max(1, self.width() - self._start() - self.theme.px(9))
        text, font = self._view.text, self._type()
        if self._view.face is None and self._view.level is None:
            most = room * _LINES - self.theme.px(_LOSS)
            text = QFontMetricsF(font).elidedText(
                text, Qt.TextElideMode.ElideRight, max(room, most)
            )
        return TextBlock(text, font, self.theme.line_height("small"), room)

    def _type(self) -> QFont:
        if self._picked and not self._empty:
            return self.theme.font("strong")
        return self.theme.font("small", 400 if self._empty else 500)

    def _sign_side(self) -> int:
        view = self._view
        if view.face:
            return self.theme.px(28 if self._picked else 22)
        if view.level:
            return self.theme.px(26)
        return self.theme.px(14) if view.icon else 0

    def _start(self) -> int:
        side, px = self._sign_side(), self.theme.px
        return px(9) + (side + px(8) if side and not self._stacked() else 0)

    def _stacked(self) -> bool:
        """Whether the word of a level stands below its chip, as it would not fit beside it."""
        if not self._view.level:
            return False
        px, metrics = self.theme.px, QFontMetricsF(self._type())
        room = self.width() - px(9) - self._sign_side() - px(8) - px(9)
        return any(metrics.horizontalAdvance(word) > room for word in self._view.text.split())
