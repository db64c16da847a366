"""A new passphrase, typed twice, with a plain hint and no rules."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.secrets.passphrase import Strength, strength
from ui.lock.room import make_room
from ui.lock.secret_field import SecretField
from ui.theme import Theme
from ui.widgets.text import Text


class PassphraseBox(QWidget):
    """`ready` tells whether both are the same and not empty, `entered` of the Enter key then."""

    ready = Signal(bool)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first = SecretField(theme, self.tr("New passphrase"))
        self.second = SecretField(theme, self.tr("The same again"))
        self.hint = Text(theme, "", "small", "text2")
        self.hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for name, field in (
            (self.tr("New passphrase"), self.first),
            (self.tr("The same again"), self.second),
        ):
            column.addWidget(Text(theme, name, "strong"))
            column.addWidget(field)
            field.edited.connect(self._look)
            field.entered.connect(self._enter)
        column.addWidget(self.hint)
        self.setFocusProxy(self.first)
        self._look()

    def text(self) -> str:
        """The passphrase."""
        return self.first.text()

    def is_ready(self) -> bool:
        """Whether it can be taken."""
        same = self.first.text() == self.second.text()
        return same and strength(self.text()) is not Strength.EMPTY

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole hint is seen at every width."""
        super().resizeEvent(event)
        make_room(self.width(), self.hint)

    def _enter(self) -> None:
        if self.is_ready():
            self.entered.emit()
        elif self.first.field.hasFocus() and self.first.text():
            self.second.field.setFocus()

    def _look(self) -> None:
        hints = {
            Strength.EMPTY: self.tr("Three or four words are easy to remember and hard to guess."),
            Strength.WEAK: self.tr("Easy to guess. It is yours to choose; more words help."),
            Strength.FAIR: self.tr("Fair. One more word makes it hard to guess."),
            Strength.GOOD: self.tr("Hard to guess."),
        }
        text = hints[strength(self.text())]
        if self.second.text() and self.first.text() != self.second.text():
            text = self.tr("The two are not the same yet.")
        self.hint.setText(text)
        make_room(self.width(), self.hint)
        self.ready.emit(self.is_ready())
