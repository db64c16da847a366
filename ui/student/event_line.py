"""A lesson, an absence or a goal between the observations of the timeline."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.happenings import GOAL, LESSON, OUT, STEP, Happening
from ui.student.event_words import event_words
from ui.student.sighting_line import AFTER, CHIP, TEXT
from ui.student.voice_words import ICONS as FACES
from ui.student.voice_words import SPOKEN
from ui.student.words import seen_when
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, start, start_edge

ICON = 16
ICONS = {LESSON: "chalkboard-teacher", GOAL: "target", STEP: "check", OUT: "door-open"}


class EventLine(QWidget):
    """An icon, what happened, and when; quieter than what was seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ICONS[LESSON]
        self._text = ""
        self._last = False
        self.setSizePolicy(wrapping())
        theme.changed.connect(self._restyle)

    def show_event(
        self,
        event: Happening,
        moment: datetime,
        now: datetime,
        last: bool,
        levels: tuple[str, ...] = (),
    ) -> None:
        """Show what happened; `last` ends the line that joins all."""
        self._icon, self._last = icon_of(event), last
        self._text = f"{event_words(event, levels)} · {seen_when(moment, now)}"
        self.setAccessibleName(self._text)
        self._restyle()

    def sizeHint(self) -> QSize:
        """One line beside the icon."""
        return QSize(self._theme.px(220), self._theme.px(CHIP + AFTER))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        return max(self._theme.px(CHIP), self._words(width).height) + self._theme.px(AFTER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, line and words."""
        painter, px, theme = start(self), self._theme.px, self._theme
        if not self._last:
            joint = QRectF(px(4) + px(CHIP) / 2 - 1, px(CHIP), 2, self.height() - px(CHIP))
            painter.fillRect(mirrored(self, joint), theme.colour("line"))
        side, aside = px(ICON), (px(CHIP) - px(ICON)) // 2
        spot = mirrored(self, QRectF(px(4) + aside, aside, side, side))
        rtl = self.isRightToLeft()
        picture = theme.icon(self._icon, side, theme.colour("text2"), rtl=rtl)
        painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), picture)
        words = self._words(self.width())
        place = QRectF(px(4 + TEXT), px(2), self._room(self.width()), words.height)
        top = start_edge(self, Qt.AlignmentFlag.AlignTop)
        words.paint(painter, mirrored(self, place), theme.colour("text2"), top)
        painter.end()

    def _room(self, width: int) -> int:
        return max(1, width - self._theme.px(4 + TEXT))

    def _words(self, width: int) -> TextBlock:
        theme = self._theme
        return TextBlock(self._text, theme.font("caption", 500), theme.px(20), self._room(width))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def icon_of(event: Happening) -> str:
    """What is drawn before an entry: a face where there was one."""
    return FACES.get(event.face or 0) or ICONS.get(event.kind, SPOKEN)
