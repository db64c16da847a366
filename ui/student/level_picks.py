"""The levels of a framework, one of them to be picked."""

from PySide6.QtWidgets import QButtonGroup

from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.level import LevelButton


class LevelPicks(Flow):
    """Lays a button for each level; in `group` each has its level for a number."""

    def __init__(self, theme: Theme, group: QButtonGroup) -> None:
        super().__init__(theme, 6, 6)
        self._look = theme
        self._group = group
        self.levels: list[LevelButton] = []

    def show_levels(self, words: tuple[str, ...], level: int) -> None:
        """Offer as many levels as there are words; `level` is picked, 0 for none."""
        while len(self.levels) < len(words):
            self._add(len(self.levels) + 1)
        self._group.setExclusive(False)  # or what is checked could not be given up
        for button in self.levels:
            there = button.level <= len(words)
            button.set_word(words[button.level - 1] if there else "")
            button.setChecked(there and button.level == level)
            button.setVisible(there)
        self._group.setExclusive(True)

    def picked(self) -> int:
        """The level that is picked, 0 for none."""
        return next((button.level for button in self.levels if button.isChecked()), 0)

    def _add(self, level: int) -> None:
        button = LevelButton(self._look, level, "", self.parentWidget())
        self.levels.append(button)
        self._group.addButton(button, level)
        self.addWidget(button)
