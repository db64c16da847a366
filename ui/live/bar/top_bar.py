"""The bar above the console: class, rounds, time left, buttons, board."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.clock import Reading
from ui.live.bar.board_block import BARE, SHORT, WHOLE, BoardBlock
from ui.live.bar.clock_words import PillView
from ui.live.bar.lesson_buttons import FEW, ICONS, ROOMY, TIGHT, LessonButtons, offer
from ui.live.bar.pills import RoundPills
from ui.live.bar.timer import TimerFace, TimerView
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import fill, mirrored, put, start, start_edge
from ui.widgets.tip import plain_tip

HEIGHT = 76
TITLE = 156
WIDEST_TIMER = 420
PILLS_GAP = 20
TIMER_GAP = 12
_STEPS = ((ROOMY, WHOLE), (TIGHT, WHOLE), (TIGHT, SHORT), (ICONS, SHORT), (FEW, BARE))


class TopBar(QWidget):
    """Lays its parts out by hand: what matters least gives way first when room is short."""

    def __init__(
        self, theme: Theme, miniature: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._says: tuple[object, ...] = ()
        self.title = TitleBlock(theme, self)
        self.pills = RoundPills(theme, self)
        self.timer = TimerFace(theme, self)
        self.buttons = LessonButtons(theme, self)
        self.board = BoardBlock(theme, miniature, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_lesson(self, pills: tuple[PillView, ...], reading: Reading) -> None:
        """Show the rounds and what can be done now."""
        self.pills.show_pills(pills)
        self.buttons.show_reading(reading)
        for part in (self.pills, self.timer, self.buttons):
            part.show()
        says = (pills, offer(reading), self.title.sizeHint().width())
        if says != self._says:
            self._says = says
            self.arrange()

    def show_timer(self, view: TimerView) -> None:
        """Show another moment of the clock."""
        self.timer.show_view(view)

    def show_no_lesson(self) -> None:
        """Without a lesson there are neither rounds nor time."""
        for part in (self.pills, self.timer, self.buttons):
            part.hide()
        self._says = ()
        self.arrange()

    def sizeHint(self) -> QSize:
        """76 px high at 100 %."""
        return QSize(self._theme.px(1294), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Any width: what does not fit gives way."""
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the first time; before, each word that is set would do so in vain."""
        super().showEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and the line below it."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        line = QRect(0, self.height() - 1, self.width(), 1)
        fill(painter, line, self._theme.colour("line"))
        painter.end()

    def arrange(self) -> None:
        """Give every part its place, from the start of the line to its end, while it is seen."""
        if not self.isVisible():
            return
        px = self._theme.px
        self._condense()
        board = self.board.sizeHint().width()
        right = self.width() - px(16) - board
        self._place(self.board, right, board, HEIGHT)
        left, right = px(20), right - px(12)
        title = self._least_title()
        if self.buttons.isHidden():
            title = right - left
        else:
            title = max(title, min(px(TITLE), right - left - self._lesson_wish()))
            self._arrange_lesson(left + title, right)
        self._place(self.title, left, title, HEIGHT)

    def _arrange_lesson(self, left: int, right: int) -> None:
        px = self._theme.px
        buttons = self.buttons.sizeHint().width()
        room = right - left - buttons - px(PILLS_GAP + TIMER_GAP)
        pills = min(self.pills.sizeHint().width(), max(0, room - self._fair_timer(room)))
        timer = min(room - pills, px(WIDEST_TIMER))
        self._place(self.pills, left, pills, 44, top=16)
        left += pills + px(PILLS_GAP)
        self._place(self.timer, left, max(timer, self.timer.minimumSizeHint().width()), HEIGHT)
        self._place(self.buttons, left + timer + px(TIMER_GAP), buttons, 40, top=18)

    def _fair_timer(self, room: int) -> int:
        """What the timer takes before the rounds get the rest."""
        whole, fair = self.timer.sizeHint().width(), self.timer.fair_width()
        if room >= whole + self.pills.fair_width():
            return whole
        return fair if room >= fair + self.pills.fair_width() else self._least_timer()

    def _condense(self) -> None:
        """Say less on the buttons, then show less of the board, until the lesson has room."""
        for density, board in _STEPS:
            self.buttons.set_density(density)
            self.board.set_density(board)
            if self._spare() >= 0:
                return

    def _lesson_wish(self) -> int:
        """What rounds, timer and buttons take when nothing of them is left out."""
        parts = (self.pills, self.timer, self.buttons)
        gaps = self._theme.px(PILLS_GAP + TIMER_GAP)
        return sum(part.sizeHint().width() for part in parts) + gaps

    def _spare(self) -> int:
        """Px left over beside what the lesson should have at least."""
        px = self._theme.px
        used = px(20 + 12 + 16) + self._least_title() + self.board.sizeHint().width()
        if not self.buttons.isHidden():
            used += self.buttons.sizeHint().width() + px(PILLS_GAP + TIMER_GAP)
            used += self.pills.fair_width() + self.timer.fair_width()
        return self.width() - used

    def _least_title(self) -> int:
        return min(self.title.sizeHint().width() + self._theme.px(8), self.width() // 5)

    def _least_timer(self) -> int:
        return self.timer.minimumSizeHint().width()

    def _place(self, part: QWidget, left: int, width: int, height: int, top: int = 0) -> None:
        px = self._theme.px
        place = QRect(left, px(top), width, px(height))
        put(part, self, place)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.arrange()
        self.update()


class TitleBlock(QWidget):
    """The name of the class, below it subject and day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._about = ""
        theme.changed.connect(self._restyle)

    def show_title(self, name: str, about: str) -> None:
        """Show another class or lesson."""
        if (name, about) != (self._name, self._about):
            self._name, self._about = name, about
            self.setAccessibleName(f"{name}, {about}")
            self.setToolTip(plain_tip(f"{name}\n{about}"))
            self._restyle()

    def sizeHint(self) -> QSize:
        """Both lines whole."""
        name = QFontMetricsF(self._name_font()).horizontalAdvance(self._name)
        about = self._theme.text_width(self._about, "caption")
        return QSize(round(max(name, about) + 1), self._theme.px(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the two lines; a long one ends in …, the tooltip has it whole."""
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        self._line(self._name, self._name_font(), 24).paint(
            painter, self._box(px(16), px(24)), colour("text"), self._align()
        )
        about = self._line(self._about, self._theme.font("caption"), 20)
        about.paint(painter, self._box(px(40), px(20)), colour("text2"), self._align())
        painter.end()

    def _line(self, text: str, font: QFont, pitch: int) -> TextBlock:
        room = self.width() - self._theme.px(8) + 1
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        return TextBlock(short, font, self._theme.px(pitch))

    def _box(self, top: int, height: int) -> QRectF:
        return mirrored(self, QRectF(0, top, self.width(), height))

    def _align(self) -> Qt.AlignmentFlag:
        return start_edge(self, Qt.AlignmentFlag.AlignVCenter)

    def _name_font(self) -> QFont:
        return self._theme.sized_font(self._theme.px(18), 600)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
