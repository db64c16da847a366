"""Widgets side by side, in as many lines as it takes."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import Theme


class Flow(QLayout):
    """A layout that breaks into lines as words do; `across` and `down` are design px between.

    From right to left the lines begin at the right.
    """

    def __init__(
        self, theme: Theme, across: int = 8, down: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._across = across
        self._down = down
        self._items: list[QLayoutItem] = []
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """One of them; None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None
