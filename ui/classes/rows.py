"""Rows of a list that stay the same widgets while the list changes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme

W = TypeVar("W", bound=QWidget)


class Rows(QWidget, Generic[W]):
    """One widget per key, in the order of the keys. What is typed in a row is not lost."""

    def __init__(self, theme: Theme, make: Callable[[int], W], gap: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._make = make
        self._gap = gap
        self._rows: dict[int, W] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sync(self, keys: Sequence[int]) -> None:
        """Have a row for each of these keys and no others."""
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(keys):
            if key not in self._rows:
                self._rows[key] = self._make(key)
            if self._column.indexOf(self._rows[key]) != place:
                self._column.insertWidget(place, self._rows[key])
                self._rows[key].show()

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys there are rows for."""
        return tuple(self._rows)

    def row(self, key: int) -> W:
        """The row of a key. KeyError when there is none."""
        return self._rows[key]

    def __iter__(self) -> Iterator[W]:
        return iter(self._rows.values())

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(self._gap))
