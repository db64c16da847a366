"""The bar below an import: what is still open, and the one button that adds."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.roster.notes import Counts
from ui.importing.words import add_text, needs_text, promise_text, say
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class ImportBar(Surface):
    """`next_asked` goes to the next problem, `add_asked` adds the students."""

    next_asked = Signal()
    add_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("top",), parent=parent)
        self._theme = theme
        self._open = Text(theme, "", "strong")
        self._promise = Text(theme, "", "body", "text2")
        self._promise.setWordWrap(True)
        self.next = Button(theme, say("Next problem"), "arrow-down")
        self.add = Button(theme, "", "check", "primary")
        self.next.clicked.connect(lambda _on: self.next_asked.emit())
        self.add.clicked.connect(lambda _on: self.add_asked.emit())
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._open)
        self._row.addWidget(self._promise, 100)
        self._row.addStretch(1)
        self._row.addWidget(self.next)
        self._row.addWidget(self.add)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_counts(self, counts: Counts) -> None:
        """Say what is open and what can be added."""
        self._open.setText(needs_text(counts.needs))
        self._promise.setText(promise_text(counts.needs, counts.added))
        self.next.setEnabled(counts.needs > 0)
        self.next.setToolTip("F8" if counts.needs else say("No row needs you"))
        self.add.setEnabled(counts.added > 0)
        self.add.setText(add_text(counts.added))
        self.add.setToolTip("Ctrl Enter" if counts.added else promise_text(0, 0))
        self.add.setAccessibleDescription(self._promise.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for everything, the promise goes first."""
        super().resizeEvent(event)
        buttons = self.next.sizeHint().width() + self.add.sizeHint().width()
        room = self.width() - buttons - self._open.sizeHint().width() - self._theme.px(76)
        self._promise.setVisible(room >= self._theme.px(220))

    def words(self) -> str:
        """What it says."""
        return f"{self._open.text()}. {self._promise.text()}"

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(12), px(20), px(12))
        self._row.setSpacing(px(12))
