"""One step of a goal, to be ticked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.write import write

HIGH = 24.5
ICON = 18
TEXT = 32
REMARK = 64


class StepLine(Pressable):
    """A circle that fills when the step is done, its words, and when that was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._done = False
        self._remark = ""
        self.setSizePolicy(wrapping())
        self.setCheckable(True)

    def show_step(self, text: str, done: bool, remark: str) -> None:
        """Show a step; `remark` is the day it was done, or what comes next."""
        self._done, self._remark = done, remark
        self.setChecked(done)
        self.setText(text)
        state = tr("done {day}", day=remark) if done else tr("not done yet")
        self.setAccessibleName(f"{text}, {state}")

    def nextCheckState(self) -> None:
        """What is kept says whether it is done, not the click."""

    def sizeHint(self) -> QSize:
        """Circle, words, day."""
        return QSize(self.theme.px(220), self.theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        return max(self.theme.px(HIGH), self._words(width).height + self.theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter, px, theme = start(self), self.theme.px, self.theme
        self.paint_ground(painter)
        icon, style = ("check-circle", "fill") if self._done else ("circle", "bold")
        side = px(ICON)
        spot = mirrored(self, QRectF(px(5), (px(HIGH) - side) // 2, side, side))
        picture = theme.icon(icon, side, theme.colour("text"), style)
        painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), picture)
        words = QRectF(px(TEXT), px(2), self._room(self.width()), self.height())
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        ink = theme.colour("text")
        self._words(self.width()).paint(painter, mirrored(self, words), ink, align)
        painter.setFont(theme.font("caption", 500))
        painter.setPen(theme.colour("text2"))
        place = QRectF(self.width() - px(REMARK + 4), 0, px(REMARK), px(HIGH))
        write(painter, mirrored(self, place), self._remark, rtl(self), at_end=True)
        painter.end()

    def _room(self, width: int) -> int:
        return max(1, width - self.theme.px(TEXT) - self.theme.px(REMARK + 8))

    def _words(self, width: int) -> TextBlock:
        font = self.theme.font("small")
        return TextBlock(self.label(), font, self.theme.px(20), self._room(width))
