"""What is shown when the class file cannot be opened: why, what is safe, and the ways on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.opening.ways import Trouble, way_on
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class TroubleWindow(QWidget):
    """A small window with a plain message; nothing has been changed when it appears.

    `wanted` carries the key of the way the teacher took.
    """

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, trouble: Trouble, text: str, folder: str) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Rondo")
        self.title = Note(theme, trouble.kind, trouble.title)
        self.said = Text(theme, text, "body")
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = self.tr("Your class is kept in {folder}. Nothing there was changed.")
        told = "" if folder in text else where.format(folder=folder)
        self._where = Text(theme, told, "body", "text2")
        self._where.setWordWrap(True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._announcer = Announcer(self)
        self.buttons: dict[str, Button] = {}
        self._feet = QWidget()
        self._flow = Flow(theme, parent=self._feet)
        self._lay_out()
        self._set_ways(trouble.ways)
        self._fit()

    def say(self, text: str) -> None:
        """Show what came of a way on."""
        self._where.setText(text)
        self._announcer(text)

    def offer(self, trouble: Trouble, text: str) -> None:
        """Tell what was found, and show the ways on from there instead of those there were."""
        self.title.set_kind(trouble.kind)
        self.title.set_note(trouble.title)
        self.said.setText(text)
        self._where.setText("")
        old = self._feet.findChildren(Button)
        self._set_ways(trouble.ways)
        next(iter(self.buttons.values())).setFocus()  # first: a focus ring follows its widget
        for button in old:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._announcer(f"{trouble.title}. {text}")

    def told(self) -> str:
        """What came of a way on, as it stands there."""
        return self._where.text()

    def wait(self, waits: bool) -> None:
        """While something is done no other way can be taken."""
        for button in self.buttons.values():
            button.setEnabled(not waits)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing else is open: the app ends with this window."""
        self.closed.emit()
        event.accept()

    def _set_ways(self, ways: Sequence[str]) -> None:
        self.buttons.clear()
        for way in map(way_on, ways):
            kind = "secondary" if self.buttons else "primary"
            button = Button(self._theme, way.text, way.icon, kind)
            button.clicked.connect(partial(self.wanted.emit, way.key))
            self.buttons[way.key] = button
            self._flow.addWidget(button)
        close = Button(self._theme, self.tr("Close"), kind="quiet")
        close.clicked.connect(self.close)
        self._flow.addWidget(close)

    def _lay_out(self) -> None:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(24), px(24), px(8))
        column.setSpacing(px(16))
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self._where)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(24))
        foot.addWidget(self._feet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scroll(self._theme, inner), 1)
        outer.addLayout(foot)

    def _fit(self) -> None:
        """As large as the words need, and no larger than the screen."""
        room = self.screen().availableGeometry()
        self.setMinimumSize(min(self._theme.px(420), room.width()), 240)
        self.resize(min(self._theme.px(640), room.width()), min(self._theme.px(360), room.height()))
