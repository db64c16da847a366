"""The level buttons, two beside each other where their words have the room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.level import LevelButton
from ui.widgets.tip import plain_tip

HALF = 129
_SPARE = 5


class LevelGrid(QWidget):
    """One button a level, with the framework's own words; two to six of them."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[LevelButton] = []
        self._grid = QGridLayout(self)
        self._lay()
        theme.changed.connect(self._lay)

    def show_levels(self, words: Sequence[str]) -> None:
        """Offer these levels; the same words again leave the buttons as they are."""
        if [button.label() for button in self.buttons] == list(words):
            return
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(level, word) for level, word in enumerate(words, start=1)]
        self._lay()

    def show_given(self, level: int | None) -> None:
        """Mark the level that was just given."""
        for button in self.buttons:
            button.setChecked(button.level == level)

    def set_offered(self, offered: bool) -> None:
        """Whether a level can be given; without a skill it says nothing."""
        for button in self.buttons:
            button.setEnabled(offered)
            tip = button.label() if offered else tr("Pick a skill first.")
            button.setToolTip(plain_tip(tip))

    def _button(self, level: int, word: str) -> LevelButton:
        button = LevelButton(self._theme, level, word, self)
        # A click asks; whether the level is given shows when it is saved.
        button.clicked.connect(lambda: self._press(button))
        policy = QSizePolicy.Policy
        button.setSizePolicy(policy.Ignored, policy.Fixed)
        button.show()
        return button

    def _press(self, button: LevelButton) -> None:
        button.setChecked(not button.isChecked())
        self.pressed.emit(button.level)

    def _lay(self) -> None:
        px = self._theme.px
        for button in self.buttons:
            self._grid.removeWidget(button)
        widest = max((b.sizeHint().width() for b in self.buttons), default=0)
        across = 2 if widest - px(_SPARE) <= px(HALF) else 1
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // across, at % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(6))
        self.updateGeometry()
