"""The small parts of a station's column: its lines, and the scroll bar beside its cards."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.live.words import free_seats, observed, tr
from ui.theme import Theme
from ui.widgets.kept import Kept
from ui.widgets.lines import TextBlock
from ui.widgets.paint import fill, frame, mirrored, rtl, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.scroll import Scroll
from ui.widgets.tip import plain_tip

_BAR = """
QScrollBar:vertical {{ background: transparent; border: none; width: {wide}px; margin: 0; }}
QScrollBar::handle {{ background: {grip}; border-radius: {round}px; margin: 2px 1px; }}
QScrollBar::handle:vertical {{ min-height: {least}px; }}
QScrollBar::handle:hover {{ background: {lit}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
_BAR_WIDTH = 7


class _IconLine(NamedTuple):
    """An icon and a line of words: where they go, in design px from the start of the line.

    `text` is measured from the icon's start; `down` moves all from the middle of the height.
    """

    icon: str
    side: int
    left: int
    text: int
    down: int = 0


_FREE = _IconLine("plus", side=14, left=14, text=22, down=-1)
_SKILL = _IconLine("target", side=14, left=0, text=20, down=1)
_SEEN = _IconLine("eye", side=14, left=4, text=18)


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

    def say_where(self, station: str) -> None:
        """Tell a screen reader at which station: others have as many."""
        said = tr("{seats} at {station}", seats=self.text(), station=station)
        if said != self.accessibleName():
            self.setAccessibleName(said)

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
        _paint_line(painter, self.theme, self, _FREE, self.label(), font, paints.ink)


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
            _paint_line(painter, self.theme, self, _SKILL, self.words, font, paints.ink)


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
        _paint_line(painter, self.theme, self, _SEEN, self.words, font, ink)


def thin_bar(theme: Theme, area: Scroll) -> None:
    """Make the area's bar as narrow as the margin beside the cards, so that these keep their width.

    To be called again when the theme changes.
    """
    wide = theme.px(_BAR_WIDTH)
    style = _BAR.format(
        wide=wide,
        round=(wide - 2) // 2,
        least=theme.px(24),
        grip=theme.colour("control").name(),
        lit=theme.colour("text2").name(),
    )
    area.verticalScrollBar().setStyleSheet(style)


def _paint_line(
    painter: QPainter,
    theme: Theme,
    widget: QWidget,
    lay: _IconLine,
    words: str,
    font: QFont,
    ink: QColor,
) -> None:
    """Draw it in the middle of the widget's height; words too long end in …."""
    px = theme.px
    side, left, down = px(lay.side), px(lay.left), px(lay.down)
    box = mirrored(widget, QRectF(left, (widget.height() - side) // 2 + down, side, side))
    picture = theme.icon(lay.icon, side, ink, rtl=rtl(widget))
    painter.drawPixmap(QPointF(round(box.x()), round(box.y())), picture)
    start = left + px(lay.text)
    room = QRectF(start, down, max(0, widget.width() - start - px(4)), widget.height())
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
    align = start_edge(widget, Qt.AlignmentFlag.AlignVCenter)
    TextBlock(short, font, px(18)).paint(painter, mirrored(widget, room), ink, align)
