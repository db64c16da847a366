"""Setting a level by hand, with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from ui.student.form import DrawerForm
from ui.student.level_picks import LevelPicks
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field


class JudgeForm(DrawerForm):
    """The levels and a reason; `saved` gives both."""

    saved = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._group = QButtonGroup(self)
        self.choices = LevelPicks(theme, self._group)
        self.reason = Field(theme, tr("Why this level"))
        self.save = Button(theme, tr("Set this level"), kind="primary", small=True)
        self._column.addLayout(self.choices)
        self._column.addWidget(self.reason)
        self._buttons.addWidget(self.save)
        self._buttons.addWidget(self.cancel)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self.reason.textChanged.connect(lambda _text: self._judge())
        self.reason.returnPressed.connect(self._save)
        self._group.buttonClicked.connect(lambda _button: self._judge())
        self.save.clicked.connect(lambda _on: self._save())

    def begin(self, words: tuple[str, ...], level: int, reason: str) -> None:
        """Start from a level (0 for none) and a reason."""
        self.choices.show_levels(words, level)
        self.reason.setText(reason)
        self._judge()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.choices.picked(), self.reason.text())

    def _judge(self) -> None:
        ready = bool(self.choices.picked() and self.reason.text().strip())
        self.save.setEnabled(ready)
        self.save.setToolTip("" if ready else tr("Pick a level and say why."))
