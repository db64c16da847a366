"""The word of one level, to be typed over."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.classes.line import Line
from ui.classes.skills.method_words import tr
from ui.theme import Theme
from ui.widgets.level import LevelChip

WIDE = 150


class LevelLine(QWidget):
    """Its chip and its word. `keep` as in `Line`."""

    def __init__(self, theme: Theme, level: int, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._theme = theme
        self.level = level
        self.chip = LevelChip(theme, 26)
        self.chip.show_level(level)
        self.word = Line(theme, keep, tr("Word"))
        self.word.setAccessibleName(tr("What level {number} is called", number=level))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.chip)
        self._row.addWidget(self.word)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_word(self, word: str) -> None:
        """Show what is kept."""
        self.word.show_text(word)

    def _restyle(self) -> None:
        px = self._theme.px
        self.word.setFixedWidth(px(WIDE))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(6))
