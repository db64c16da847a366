"""The small parts of a station's column."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.live.icon_line import IconLine, paint_icon_line
from ui.live.words import free_seats, observed, tr
from ui.theme import Theme
from ui.widgets.kept import Kept
from ui.widgets.paint import fill, frame
from ui.widgets.pressable import Pressable
from ui.widgets.tip import plain_tip

_FREE = IconLine("plus", side=14, left=14, text=22, down=-1)
_SKILL = IconLine("target", side=14, left=0, text=20, down=1)
_SEEN = IconLine("eye", side=14, left=4, text=18)


class FreeSeats(Pressable):
    """How many seats are free; a click puts the selected student there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colour = "blue"
        self._kept = Kept(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_guest("")

    def show_count(self, count: int, colour: str) -> None:
        """Show how many seats are free, in the station's colour."""
        if (text := free_seats(count)) != self.label() or colour != self._colour:
            self._colour = colour
            self.setText(text)

    def set_guest(self, name: str) -> None:
        """Name the student a click would bring here, "" for none."""
        text = tr("Move {student} here", student=name) if name else ""
        hint = text or tr("Select a student, then click here to move the student.")
        self.setToolTip(plain_tip(hint))
        self.setAccessibleDescription(hint)
        hand = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def sizeHint(self) -> QSize:
        """36 px high at 100 %."""
        return QSize(self.theme.px(120), self.theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw plus and words; hover fills."""
        lit = self.isDown() or self.underMouse()
        self._kept.paint((self.label(), self._colour, lit), partial(self._draw, lit))

    def _draw(self, lit: bool, painter: QPainter) -> None:
        paints = self.theme.station(self._colour)
        if lit:
            frame(painter, QRectF(self.rect()), 8, paints.over)
        font = self.theme.font("small", 500)
        paint_icon_line(painter, self.theme, self, _FREE, self.label(), font, paints.ink)


class _Line(QWidget):
    """A quiet line with an icon; the whole text is in its tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = ""
        self.kept = Kept(theme, self)
        theme.changed.connect(self.update)

    def show_words(self, words: str) -> None:
        """Show another text."""
        if words != self.words:
            self.words = words
            self.setAccessibleName(words)
            self.setToolTip(plain_tip(words))
            self.update()


class SkillRow(_Line):
    """The skill a station works on, under the line that closes its head."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colour = "blue"

    def show_skill(self, skill: str, colour: str) -> None:
        """Show a skill in the station's colour; "" leaves the line alone."""
        if colour != self._colour:
            self._colour = colour
            self.update()
        self.show_words(skill)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the target and the skill."""
        self.kept.paint((self.words, self._colour), self._draw)

    def _draw(self, painter: QPainter) -> None:
        paints = self.theme.station(self._colour)
        fill(painter, QRect(0, 0, self.width(), 1), paints.edge)
        if self.words and self.height() > 1:
            font = self.theme.font("caption")
            paint_icon_line(painter, self.theme, self, _SKILL, self.words, font, paints.ink)


class ColumnFoot(_Line):
    """How many of those at the station were observed today."""

    def show_count(self, seen: int | None, seated: int) -> None:
        """Show how many of those here were observed today; None says nothing about it."""
        self.show_words("" if seen is None else observed(seen, seated))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw eye and words."""
        if self.words:
            self.kept.paint(self.words, self._draw)

    def _draw(self, painter: QPainter) -> None:
        font, ink = self.theme.font("caption"), self.theme.colour("text2")
        paint_icon_line(painter, self.theme, self, _SEEN, self.words, font, ink)
