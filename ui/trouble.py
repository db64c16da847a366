"""What is shown when the class file cannot be opened: why, what is safe, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.text import Text


class TroubleWindow(QWidget):
    """A small window with a plain message; nothing has been changed when it appears."""

    backup_wanted = Signal()
    demo_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, text: str, folder: str) -> None:
        super().__init__()
        self.setWindowTitle("Rondo")
        self.setMinimumSize(theme.px(560), theme.px(320))
        self.said = Note(theme, "danger", self.tr("Your class can’t be opened"), text)
        where = self.tr("It is kept in {folder}. Nothing there was changed.").format(folder=folder)
        self._where = Text(theme, where, "body", "text2")
        self._where.setWordWrap(True)
        self._lay_out(theme)

    def say(self, text: str) -> None:
        """Show what came of a way on."""
        self._where.setText(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing else is open: the app ends with this window."""
        self.closed.emit()
        event.accept()

    def _lay_out(self, theme: Theme) -> None:
        backup = Button(theme, self.tr("Open a backup"), "folder-open", "primary")
        backup.clicked.connect(self.backup_wanted)
        demo = Button(theme, self.tr("Try the demo class"))
        demo.clicked.connect(self.demo_wanted)
        close = Button(theme, self.tr("Close"), kind="quiet")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        for button in (backup, demo, close):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(16))
        column.addWidget(self.said)
        column.addWidget(self._where)
        column.addStretch(1)
        column.addLayout(buttons)
