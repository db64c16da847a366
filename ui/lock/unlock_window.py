"""The window at the start of a class that has a passphrase."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.lock.unlock_form import Attempt, UnlockForm
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class UnlockWindow(QWidget):
    """`opened` carries the key. Nothing of the class is known yet, so nothing can be seen."""

    opened = Signal(object)
    demo_wanted = Signal()
    backup_wanted = Signal()
    closed = Signal()
    painted = Signal()

    def __init__(
        self, theme: Theme, tasks: Tasks, attempt: Attempt, seconds_left: Callable[[], int]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._was_painted = False
        self.form = UnlockForm(theme, tasks, attempt, seconds_left)
        self.said = Text(theme, self.tr("Your class is encrypted."), "body", "text2")
        self.setWindowTitle("Rondo")
        self.setMinimumSize(theme.px(440), theme.px(420))
        self._lay_out()
        self.form.opened.connect(self.opened)
        self.form.setFocus()

    def say(self, text: str) -> None:
        """Show what came of a way on."""
        self.said.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the first picture is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing else is open: the app ends with this window."""
        self.closed.emit()
        event.accept()

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(32), px(32), px(32), px(24))
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Sign(theme, "lock-simple", 28, "ink", "fill"))
        title = Text(theme, self.tr("Unlock your class"), "heading")
        title.setWordWrap(True)
        head.addWidget(title, 1)
        self.said.setWordWrap(True)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.form)
        column.addStretch(1)
        column.addLayout(self._ways())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, inner))

    def _ways(self) -> QHBoxLayout:
        """What can be done without the passphrase."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        backup = Button(self._theme, self.tr("Open a backup"), "folder-open")
        backup.clicked.connect(lambda _on: self.backup_wanted.emit())
        demo = Button(self._theme, self.tr("Try the demo class"), kind="quiet")
        demo.clicked.connect(lambda _on: self.demo_wanted.emit())
        for button in (backup, demo):
            row.addWidget(button)
        row.addStretch(1)
        return row
