"""Setting a level by hand, with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.level import LevelButton
from ui.widgets.surface import Surface


class JudgeForm(Surface):
    """The levels and a reason; `saved` gives both, `left` means nothing changes."""

    saved = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self.levels: list[LevelButton] = []
        self._group = QButtonGroup(self)
        self._choices = Flow(theme, 6, 6)
        self.reason = Field(theme, tr("Why this level"))
        self.save = Button(theme, tr("Set this level"), kind="primary", small=True)
        self.cancel = Button(theme, tr("Cancel"), kind="quiet", small=True)
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._column.addLayout(self._choices)
        self._column.addWidget(self.reason)
        self._buttons.addWidget(self.save)
        self._buttons.addWidget(self.cancel)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self.reason.textChanged.connect(lambda _text: self._judge())
        self.reason.returnPressed.connect(self._save)
        self._group.buttonClicked.connect(lambda _button: self._judge())
        self.save.clicked.connect(lambda _on: self._save())
        self.cancel.clicked.connect(lambda _on: self.left.emit())
        self._restyle()
        theme.changed.connect(self._restyle)

    def begin(self, words: tuple[str, ...], level: int, reason: str) -> None:
        """Start from a level (0 for none) and a reason."""
        while len(self.levels) < len(words):
            self._add(len(self.levels) + 1)
        self._group.setExclusive(False)  # or what is checked could not be given up
        for button in self.levels:
            there = button.level <= len(words)
            button.set_word(words[button.level - 1] if there else "")
            button.setChecked(button.level == level)
            button.setVisible(there)
        self._group.setExclusive(True)
        self.reason.setText(reason)
        self._judge()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the level as it was, and the drawer open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, level: int) -> None:
        button = LevelButton(self._theme, level, "", self)
        self.levels.append(button)
        self._group.addButton(button)
        self._choices.addWidget(button)

    def _chosen(self) -> int:
        return next((button.level for button in self.levels if button.isChecked()), 0)

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self._chosen(), self.reason.text())

    def _judge(self) -> None:
        ready = bool(self._chosen() and self.reason.text().strip())
        self.save.setEnabled(ready)
        self.save.setToolTip("" if ready else tr("Pick a level and say why."))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(10), px(10), px(10), px(10))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(4))
