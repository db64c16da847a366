"""A rule of the lesson on two lines: whom it is about and what it asks, and that it is kept."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.plan.rules.view import RuleLine
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import fill, mirrored, rtl, start, start_edge, turned
from ui.widgets.pressable import Pressable

SIDE = 16
ICON = 18
WORDS = SIDE + ICON + 10
ABOVE = 5
TICK = 14


class RuleRow(Pressable):
    """Press it to change the rule, if it can be changed here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=4)
        self._line = RuleLine("", "", "", "")
        self._state = self.tr("Kept")
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Ignored))

    @property
    def line(self) -> RuleLine:
        """What it shows."""
        return self._line

    def show_line(self, line: RuleLine) -> None:
        """Show another rule, or the same as it is now."""
        if line == self._line:
            return
        self._line = line
        self.setText(line.title)
        said = [line.title, line.kind, *([self._state] if line.kept else [])]
        self.setAccessibleName(". ".join(part for part in said if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if line.opens else Qt.CursorShape.ArrowCursor
        )

    def sizeHint(self) -> QSize:
        """47 px high at 100 %, more where the words need it."""
        return QSize(self.theme.px(240), self.heightForWidth(self.width() or self.theme.px(312)))

    def minimumSizeHint(self) -> QSize:
        """It takes the width there is."""
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Long names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        title, kind = self._blocks(width)
        return title.height + kind.height + self.theme.px(2 * ABOVE) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, words, the state, and the line below."""
        painter = start(self)
        px, colour = self.theme.px, self.theme.colour
        if self._line.opens and (self.underMouse() or self.isDown()):
            fill(painter, self.rect(), colour("pressed" if self.isDown() else "hover"))
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        side = px(ICON)
        icon = mirrored(self, QRectF(px(SIDE), px(ABOVE + 3), side, side))
        picture = self.theme.icon(self._line.icon, side, colour("text2"), "regular", rtl(self))
        painter.drawPixmap(QPointF(round(icon.x()), round(icon.y())), picture)
        title, kind = self._blocks(self.width())
        left, wide = px(WORDS), self._words_width(self.width())
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        words = QRectF(left, px(ABOVE), wide, title.height)
        title.paint(painter, mirrored(self, words), colour("text"), align)
        below = QRectF(left, px(ABOVE) + title.height, wide, kind.height)
        kind.paint(painter, mirrored(self, below), colour("text2"), align)
        if self._line.kept:
            self._paint_state(painter)
        painter.end()

    def _paint_state(self, painter: QPainter) -> None:
        px, ink = self.theme.px, self.theme.colour("ok")
        wide, high = self._state_width(), self.theme.line_height("body")
        left = self.width() - px(SIDE) - wide
        mark = mirrored(self, QRectF(left, px(ABOVE) + (high - px(TICK)) / 2, px(TICK), px(TICK)))
        tick = self.theme.icon("check", px(TICK), ink)
        painter.drawPixmap(QPointF(round(mark.x()), round(mark.y())), tick)
        words = mirrored(self, QRectF(left + px(TICK + 4), px(ABOVE), wide, high))
        block = TextBlock(self._state, self.theme.font("caption"), high)
        block.paint(painter, words, ink, turned(self, Qt.AlignmentFlag.AlignLeft))

    def _state_width(self) -> int:
        wide = self.theme.text_width(self._state, "caption", 500)
        return self.theme.px(TICK + 4) + round(wide + 1)

    def _words_width(self, width: int) -> int:
        end = self._state_width() + self.theme.px(8) if self._line.kept else 0
        return max(1, width - self.theme.px(WORDS + SIDE) - end)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        theme, wide = self.theme, self._words_width(width)
        pitch, small = theme.line_height("body"), theme.line_height("caption")
        title = TextBlock(self._line.title, theme.font("small", 500), pitch, wide)
        kind = TextBlock(self._line.kind, theme.font("caption"), small, wide)
        return title, kind
