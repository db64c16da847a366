"""What lies over the teacher's window while it is locked: the way back, and nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.lock.unlock_form import UnlockForm
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WIDTH = 420


class LockPage(QWidget):
    """With a `form` the passphrase opens it, without one a button; `wanted` asks to go back."""

    wanted = Signal()

    def __init__(self, theme: Theme, running: bool, form: UnlockForm | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.form = form
        title = self.tr("The lesson goes on") if running else self.tr("Rondo is locked")
        self.title = Text(theme, title, "display")
        self.said = Text(theme, self._what(running), "body", "text2")
        self.back = Button(theme, self.tr("Back to the class"), "lock-open", "primary")
        self._box = Surface(theme, "surface", radius=12)
        self._column = QVBoxLayout(self._box)
        self.setAccessibleName(title)
        self._lay_out()
        if form is not None:
            form.opened.connect(lambda _key: self.wanted.emit())
        self.back.clicked.connect(lambda _on: self.wanted.emit())
        self._restyle()
        theme.changed.connect(self._restyle)

    def take_keyboard(self) -> None:
        """The keyboard is where the way back is, and seen at once: Tab leads nowhere else."""
        stop = self.back if self.form is None else self.form
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _what(self, running: bool) -> str:
        if running:
            return self.tr("The board and the clock run on. Only your own window is locked.")
        return self.tr("Only your own window is locked. The board stays as it is.")

    def _lay_out(self) -> None:
        sign = Sign(self._theme, "lock-simple", 40, "ink", "fill")
        for text in (self.title, self.said):
            text.setWordWrap(True)
        self._column.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.title)
        self._column.addWidget(self.said)
        self._column.addWidget(self.form if self.form is not None else self._alone())
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(self._box)
        column.addStretch(3)
        row.addLayout(column, 20)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(self._theme, inner))

    def _alone(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        return held

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setMaximumWidth(px(WIDTH) + 2 * px(32))
        self._column.setContentsMargins(px(32), px(32), px(32), px(32))
        self._column.setSpacing(px(12))


class WorkPage(QWidget):
    """What is shown while the class is closed for a moment: what is being done."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        said = Text(theme, text, "body", "text2")
        said.setWordWrap(True)
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
