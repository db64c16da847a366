"""The recovery code, shown once: it counts when the teacher says that she has it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.lock.room import make_room
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.text import Text


class CodeBox(QWidget):
    """`print_wanted` and `save_wanted` ask for paper or a file; `had` tells of the tick."""

    print_wanted = Signal()
    save_wanted = Signal()
    had = Signal(bool)

    def __init__(self, theme: Theme, code: str) -> None:
        super().__init__()
        self.code = Text(theme, code.replace("-", "  "), "heading", tabular=True)
        self.said = Text(theme, "", "small", "warn")
        self.check = Check(theme, self.tr("I have it, on paper or in a safe file"))
        what = self.tr(
            "Whoever forgets the passphrase needs this code. It opens the class and every"
            " encrypted backup by itself. It is shown only now."
        )
        self.told = Text(theme, what, "body", "text2")
        self.announce = Announcer(self)
        printed = Button(theme, self.tr("Print"), "printer")
        saved = Button(theme, self.tr("Save as a text file"), "floppy-disk")
        for text in (self.told, self.code, self.said):
            text.setWordWrap(True)
        self.code.setAccessibleName(self.tr("Recovery code {code}").format(code=code))
        self.code.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button, signal in ((printed, self.print_wanted), (saved, self.save_wanted)):
            button.clicked.connect(lambda _on, wanted=signal: wanted.emit())
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self.told, self.code):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.check)
        self.check.toggled.connect(self.had)

    def say(self, text: str) -> None:
        """Tell what came of printing or saving."""
        self.said.setText(text)
        self.said.show()
        self.announce(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every group of the code is seen at every width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        make_room(self.width(), self.told, self.code, self.said)
