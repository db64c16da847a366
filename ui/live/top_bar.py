"""The bar above the console: class, rounds, time left, buttons, board."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.domain.clock import Reading
from ui.live.board_block import BoardBlock
from ui.live.clock_words import PillView
from ui.live.lesson_buttons import DENSITIES, ICONS, LessonButtons
from ui.live.pills import RoundPills
from ui.live.timer import TimerFace, TimerView
from ui.live.title_block import TitleBlock
from ui.theme import Theme
from ui.widgets.paint import start

HEIGHT = 76
TITLE = 156
WIDEST_TIMER = 420


class TopBar(QWidget):
    """Lays its parts out by hand: what matters least gives way first when room is short."""

    def __init__(
        self, theme: Theme, miniature: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self.arrange()

    def show_timer(self, view: TimerView) -> None:
        """Show another moment of the clock."""
        self.timer.show_view(view)

    def show_no_lesson(self) -> None:
        """Without a lesson there are neither rounds nor time."""
        for part in (self.pills, self.timer, self.buttons):
            part.hide()
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and the line below it."""
        painter = start(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.colour("line"))
        painter.end()

    def arrange(self) -> None:
        """Give every part its place, from the start of the line to its end."""
        px = self._theme.px
        left, right = px(20), self.width() - px(16)
        board = self._fit_board(right - left)
        right -= board + px(17)
        title = min(max(px(TITLE), self.title.sizeHint().width() + px(20)), (right - left) // 3)
        self._place(self.title, left, title, HEIGHT)
        self._place(self.board, self.width() - px(16) - board, board, HEIGHT)
        if not self.buttons.isHidden():
            self._arrange_lesson(left + title, right)

    def _arrange_lesson(self, left: int, right: int) -> None:
        px = self._theme.px
        self._fit_buttons(right - left)
        buttons = self.buttons.sizeHint().width()
        room = right - left - buttons - px(36)
        least = self.timer.minimumSizeHint().width()
        pills = min(self.pills.sizeHint().width(), max(0, room - self.timer.sizeHint().width()))
        pills = max(pills, min(room - least, self.pills.minimumSizeHint().width()))
        timer = max(least, min(room - pills, px(WIDEST_TIMER)))
        self._place(self.pills, left, max(0, pills), 44, top=16)
        left += pills + px(20)
        self._place(self.timer, left, timer, HEIGHT)
        self._place(self.buttons, left + timer + px(16), buttons, 40, top=18)

    def _fit_board(self, room: int) -> int:
        """The board's part may take a third of the bar; first its miniature goes."""
        self.board.set_compact(False)
        if self.board.sizeHint().width() > room // 4:
            self.board.set_compact(True)
        return self.board.sizeHint().width()

    def _fit_buttons(self, room: int) -> None:
        least = self.pills.minimumSizeHint().width() + self.timer.minimumSizeHint().width()
        for density in DENSITIES:
            self.buttons.set_density(density)
            wide = self.buttons.sizeHint().width() + least + self._theme.px(36)
            if wide <= room or density == ICONS:
                return

    def _place(self, part: QWidget, left: int, width: int, height: int, top: int = 0) -> None:
        px = self._theme.px
        place = QRect(left, px(top), width, px(height))
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.arrange()
        self.update()
