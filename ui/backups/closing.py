"""The end of a session: its window has gone, and its last backup is being made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.backups import Kept
from ui.backups.keeper import Keeper, failed
from ui.backups.words import why_not
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.text import Text

UNSEEN_MS = 400
"""Most backups take less: then nobody sees anything of it."""
LAST_WAIT_MS = 1000
"""After a skip a worker gets so long to clear away what it began."""


class Closing(QObject):
    """Makes the last backup and then calls `leave`, once, whatever happens.

    Over a while it says so in a small window, which can be skipped; what went wrong stands there
    until the teacher has read it. `show` puts it where the teacher sits.
    """

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        keeper: Keeper,
        leave: Callable[[], None],
        show: Callable[[QWidget], None] = QWidget.show,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._keeper = keeper
        self._leave = leave
        self._show_window = show
        self._left = False
        self.window: SavingWindow | None = None
        self._unseen = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._unseen.timeout.connect(self._show)

    def begin(self) -> None:
        """Make the backup."""
        self._unseen.start()
        self._tasks.spawn(self._run())

    def skip(self) -> None:
        """Give it up; nothing waits for a disk that does not answer."""
        self._keeper.stop()
        if self.window is not None:
            self.window.hide()
        QTimer.singleShot(LAST_WAIT_MS, self._end)

    async def _run(self) -> None:
        kept: Sequence[Kept] = ()
        try:
            kept = await self._keeper.at_the_end()
        finally:
            self._unseen.stop()
            trouble = failed(kept)
            if trouble is None or trouble.reason is None or self._keeper.skipped:
                self._end()
            else:
                self._show()
                self._window().say_trouble(why_not(trouble.reason))

    def _show(self) -> None:
        self._show_window(self._window())

    def _window(self) -> "SavingWindow":
        if self.window is None:
            self.window = SavingWindow(self._theme)
            self.window.skipped.connect(self.skip)
            self.window.again.connect(self.begin)
            self.window.closed.connect(self._end)
        return self.window

    def _end(self) -> None:
        if not self._left:
            self._left = True
            if self.window is not None:
                self.window.hide()
            self._leave()


class SavingWindow(QWidget):
    """“Saving a backup…”, with a way round it; or why there is none, with another try."""

    skipped = Signal()
    again = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._in_trouble = False
        self.setWindowTitle("Rondo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Text(theme, "", "title")
        self._said = Text(theme, "", "body", "text2")
        self._said.setWordWrap(True)
        self.skip_button = Button(theme, self.tr("Skip"))
        self.again_button = Button(theme, self.tr("Try again"))
        self.close_button = Button(theme, self.tr("Close"), kind="primary")
        self._announce = Announcer(self)
        self._lay_out()
        self.say_saving()

    def say_saving(self) -> None:
        """It is being made."""
        self._in_trouble = False
        self._say(
            self.tr("Saving a backup…"),
            self.tr("If backups go to a stick, leave it plugged in until this window has gone."),
        )

    def say_trouble(self, why: str) -> None:
        """There is none, and why."""
        self._in_trouble = True
        self._say(self.tr("No backup this time"), why)
        self.close_button.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to go on without."""
        (self.closed if self._in_trouble else self.skipped).emit()
        event.accept()

    def _say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._said.setText(text)
        self._announce(f"{title} {text}")
        self.skip_button.setVisible(not self._in_trouble)
        self.again_button.setVisible(self._in_trouble)
        self.close_button.setVisible(self._in_trouble)

    def _try_again(self) -> None:
        self.say_saving()
        self.again.emit()

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setMinimumWidth(px(460))
        self.skip_button.clicked.connect(lambda _on=False: self.close())
        self.again_button.clicked.connect(lambda _on=False: self._try_again())
        self.close_button.clicked.connect(lambda _on=False: self.close())
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        for button in (self.again_button, self.close_button, self.skip_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(24),) * 4)
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addStretch(1)
        column.addLayout(buttons)
