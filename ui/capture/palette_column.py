"""One part of a capture line in the palette: its title, what is picked, what else matches."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.choice_row import ChoiceRow, ChoiceView
from ui.theme import Theme
from ui.widgets.sign import Sign
from ui.widgets.text import Text

OPTIONS = 2


class PaletteColumn(QWidget):
    """`picked` gives the number of the match that was clicked."""

    picked = Signal(int)

    def __init__(self, theme: Theme, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers: list[int] = []
        self.setAccessibleName(title)
        self.count = Text(theme, role="caption", colour="text2")
        self.pick = ChoiceRow(theme, picked=True)
        self.options = [ChoiceRow(theme, picked=False) for _ in range(OPTIONS)]
        self._head = QHBoxLayout()
        self._head.addWidget(Sign(theme, icon, 15))
        self._head.addWidget(Text(theme, title, "small", "text2", weight=500))
        self._head.addStretch(1)
        self._head.addWidget(self.count)
        self._column = QVBoxLayout(self)
        self._below = QVBoxLayout()
        self._column.addLayout(self._head)
        self._column.addWidget(self.pick)
        self._column.addLayout(self._below)
        for at, option in enumerate(self.options):
            self._below.addWidget(option)
            option.clicked.connect(partial(self._choose, at))
        self._column.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def add_below(self, widget: QWidget) -> None:
        """Put something of its own below the pick."""
        self._below.insertWidget(0, widget)

    def show_choices(
        self, pick: ChoiceView | None, wanted: str, others: Sequence[tuple[int, ChoiceView]]
    ) -> None:
        """Show the pick, or what is `wanted`, and the next matches with their numbers."""
        self.pick.show_choice(pick or ChoiceView(wanted), empty=pick is None)
        self._numbers = [number for number, _ in others[:OPTIONS]]
        for at, option in enumerate(self.options):
            option.setVisible(at < len(others))
            if at < len(others):
                option.show_choice(others[at][1])

    def _choose(self, at: int, _checked: bool = False) -> None:
        self.picked.emit(self._numbers[at])

    def _space(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(2), 0, px(2), px(7))
        self._below.setContentsMargins(0, px(3), 0, 0)
        self._below.setSpacing(0)
        self._head.setSpacing(px(5))
        self._column.setContentsMargins(px(12), px(15), px(12), px(8))
        self._column.setSpacing(0)
