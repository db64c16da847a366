"""Where the passphrase or the recovery code is typed, and what came of it is said."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import ClassroomError, TryLater
from ui.lock.secret_field import SecretField
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.text import Text

Attempt = Callable[[str, bool], object]
"""Tries a text, which may be the recovery code; runs in a worker, and raises what is wrong."""

SECOND_MS = 1000


class UnlockForm(QWidget):
    """`opened` carries what the attempt gave. `seconds_left` tells how long the next one waits."""

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        attempt: Attempt,
        seconds_left: Callable[[], int],
        verb: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._attempt = attempt
        self._seconds_left = seconds_left
        self._by_code = False
        self._waits = False
        self._busy = False
        self.name = Text(theme, "", "strong")
        self.secret = SecretField(theme, "")
        self.said = Note(theme, "warn")
        self.button = Button(theme, verb or self.tr("Unlock"), "lock-open", "primary")
        self.other = Button(theme, kind="link")
        self.lost = Button(theme, self.tr("Both are lost"), kind="link")
        self.advice = Note(theme, "info", self.tr("When both are lost"), self._advice())
        self._second = QTimer(self, interval=SECOND_MS)
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Wait for the passphrase, with nothing typed and nothing said."""
        self._use(by_code=False)
        self.said.hide()
        self.advice.hide()
        self._look_at_delay()

    def submit(self) -> None:
        """Try what is typed."""
        text = self.secret.text()
        if text and not self._waits and not self._busy:
            self._set_busy(True)
            self._tasks.spawn(self._try(text))

    def ask_again(self) -> None:
        """Swap passphrase and recovery code; what was said of the one is not about the other."""
        self._use(by_code=not self._by_code)
        self.said.setVisible(self._waits)
        self.secret.field.set_error(False)
        self.secret.field.setFocus()

    async def _try(self, text: str) -> None:
        try:
            given = await self._tasks.off_thread(self._attempt, text, self._by_code)
        except (ClassroomError, OSError) as error:
            self._set_busy(False)
            self._refused(error)
            return
        self._set_busy(False)
        self.begin()
        self.opened.emit(given)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, TryLater):
            self._say(problem(error))
            self.secret.field.set_error(True)
        self._look_at_delay()
        self.secret.field.selectAll()
        self.secret.field.setFocus()

    def _look_at_delay(self) -> None:
        """Count down in words, once a second, while the next try has to wait."""
        seconds = self._seconds_left()
        if seconds:
            self._say(problem(TryLater(seconds)))
            self._second.start()
        elif self._waits:
            self._say(self.tr("You can try again now."))
            self._second.stop()
        self._waits = bool(seconds)
        self._tell_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every line of the notes has its room at every width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for note in (self.said, self.advice):
            note.setMinimumHeight(max(0, note.heightForWidth(self.width())))

    def _say(self, text: str) -> None:
        self.said.set_note("", text)
        self.said.show()
        self._make_room()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._tell_button()

    def _tell_button(self) -> None:
        self.button.setEnabled(bool(self.secret.text()) and not self._waits and not self._busy)

    def _use(self, by_code: bool) -> None:
        self._by_code = by_code
        name = self.tr("Recovery code") if by_code else self.tr("Passphrase")
        self.name.setText(name)
        self.secret.set_name(name)
        self.secret.clear()
        self.secret.set_hidden(not by_code)
        placeholder = self.tr("7 groups of 4, as printed") if by_code else ""
        self.secret.field.setPlaceholderText(placeholder)
        use = self.tr("Use the passphrase") if by_code else self.tr("Use the recovery code")
        self.other.setText(use)

    def _edited(self) -> None:
        self.secret.field.set_error(False)
        self._tell_button()

    def _connect(self) -> None:
        self.secret.entered.connect(self.submit)
        self.secret.edited.connect(self._edited)
        self.button.clicked.connect(lambda _on: self.submit())
        self.other.clicked.connect(lambda _on: self.ask_again())
        self.lost.clicked.connect(lambda _on: self.advice.setVisible(self.advice.isHidden()))
        self._second.timeout.connect(self._look_at_delay)

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.button)
        row.addStretch(1)
        ways = QVBoxLayout()
        ways.setSpacing(px(4))
        for link in (self.other, self.lost):
            line = QHBoxLayout()
            line.addWidget(link)
            line.addStretch(1)
            ways.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self.name, self.secret, self.said):
            column.addWidget(widget)
        column.addLayout(row)
        column.addSpacing(px(4))
        column.addLayout(ways)
        column.addWidget(self.advice)
        self.setFocusProxy(self.secret)

    def _advice(self) -> str:
        return self.tr(
            "Nobody can open the class without one of them: not you, not us. Look for the printed"
            " code where you keep papers, and on sticks for its text file. A backup made before"
            " the passphrase was set opens without it. Your class file stays as it is, so keep it:"
            " the code may turn up."
        )
