"""A dialog that asks for a passphrase or a recovery code, and waits for the answer."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.lock.unlock_form import Attempt, UnlockForm
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

WIDE = 480
FRAME = 48
"""Design px for the frame that the computer draws round a window."""


class Words(NamedTuple):
    """What the dialog says; `without` names the way on without any answer, if there is one."""

    title: str
    text: str
    verb: str
    without: str = ""


class Answer(NamedTuple):
    """What the attempt gave; None when the teacher went on without."""

    given: object


class SecretQuestion(QDialog):
    """`attempt` tries what is typed, in a worker; what is wrong with it is said in the dialog."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        words: Words,
        attempt: Attempt,
        seconds_left: Callable[[], int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self.form = UnlockForm(theme, tasks, attempt, seconds_left, words.verb)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.without = Button(theme, words.without)
        self._inner, self._feet = QWidget(), Flow(theme)
        self._column = QVBoxLayout(self._inner)
        self.setWindowTitle("Rondo")
        self._lay_out(words)
        self.form.opened.connect(self._opened)
        self.cancel.clicked.connect(lambda _on: self.reject())
        self.without.clicked.connect(lambda _on: self._opened(None))

    async def ask(self) -> Answer | None:
        """Show it; None when the teacher would rather not, or the window was locked meanwhile."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.finished.connect(lambda _code: over.set_result(None))
        self.open()
        self.form.setFocus()
        await over
        self.deleteLater()
        return self._answer

    def _opened(self, given: object) -> None:
        self._answer = Answer(given)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is said below the field has its room, as far as the screen has it."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inner:
            self._fit()
        return False

    def _fit(self) -> None:
        room, wide = self.screen().availableGeometry(), self._theme.px(WIDE)
        wide = min(wide, room.width())
        feet = self._feet.heightForWidth(wide - self._theme.px(48)) + self._theme.px(28)
        wanted = self._column.totalHeightForWidth(wide) + feet
        self.resize(wide, min(wanted, room.height() - self._theme.px(FRAME)))

    def _lay_out(self, words: Words) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(8))
        self._column.setSpacing(px(16))
        for text in (
            Text(self._theme, words.title, "heading"),
            Text(self._theme, words.text, "body", "text2"),
        ):
            text.setWordWrap(True)
            self._column.addWidget(text)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        form = self.form
        for button in (form.button, form.other, form.lost, self.without, self.cancel):
            button.setAutoDefault(False)  # the Enter key is the field's
        for button in (self.without, self.cancel):
            self._feet.addWidget(button)
        self.without.setVisible(bool(words.without))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scroll(self._theme, self._inner), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(20))
        foot.addLayout(self._feet)
        outer.addLayout(foot)
        self._inner.installEventFilter(self)
        self._fit()
