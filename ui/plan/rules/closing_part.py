"""Which stations take nobody, and in which rounds: two rows of chips to tick."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import StationId
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.tag import TagChip
from ui.widgets.text import Text

K = TypeVar("K")


class _Chips(QWidget, Generic[K]):
    """Things of which some are ticked, in the order they are shown in."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: dict[K, TagChip] = {}
        self._flow = Flow(theme, 6, 6, self)

    def show_items(self, items: Sequence[tuple[K, str]], ticked: Sequence[K]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {key: TagChip(self._theme, text) for key, text in items}
        for key, chip in self.chips.items():
            chip.setChecked(key in ticked)
            chip.toggled.connect(lambda _on: self.turned.emit())
            self._flow.addWidget(chip)

    def ticked(self) -> tuple[K, ...]:
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())


class ClosingPart(QWidget):
    """`changed` says that something else is ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stations: _Chips[StationId] = _Chips(theme)
        self.rounds: _Chips[int] = _Chips(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for label, chips in (
            (self.tr("Stations"), self.stations),
            (self.tr("Rounds"), self.rounds),
        ):
            column.addWidget(Text(theme, label, "small", "text2"))
            column.addWidget(chips)
            chips.setAccessibleName(label)
            chips.turned.connect(self.changed)

    def begin(
        self,
        stations: Sequence[tuple[StationId, str]],
        rounds: int,
        closed: Sequence[StationId],
        numbers: Sequence[int],
    ) -> None:
        """Tick these stations and rounds."""
        self.stations.show_items(stations, closed)
        every = [(n, self.tr("Round {number}").format(number=n)) for n in range(1, rounds + 1)]
        self.rounds.show_items(every, numbers)

    def first(self) -> QWidget | None:
        """Where the keyboard begins."""
        return next(iter(self.stations.chips.values()), None)

    def is_whole(self) -> bool:
        """Whether a station and a round are ticked."""
        return bool(self.stations.ticked() and self.rounds.ticked())
