"""Days of the week to switch on and off."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.times.words import tr, weekday
from ui.widgets.flow import Flow
from ui.widgets.tag import TagChip


class WeekdayChips(QWidget):
    """`picked` carries the ISO weekdays that are on; at least one always is."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips: dict[int, TagChip] = {}
        self._flow = Flow(theme, 4, 4, self)
        for number in range(1, 8):
            chip = TagChip(theme, weekday(number))
            chip.clicked.connect(lambda _on=False, n=number: self._tell(n))
            self.chips[number] = chip
            self._flow.addWidget(chip)

    def show_days(self, offered: Iterable[int], on: Iterable[int], what: str) -> None:
        """Offer these days; `what` says to a screen reader what they are about."""
        shown, lit = set(offered), set(on)
        for number, chip in self.chips.items():
            chip.setVisible(number in shown)
            chip.setChecked(number in lit)
            day = weekday(number, short=False)
            chip.setAccessibleName(tr("{what}: {day}", what=what, day=day))

    def _tell(self, number: int) -> None:
        on = tuple(n for n, chip in self.chips.items() if chip.isChecked() and not chip.isHidden())
        if on:
            self.picked.emit(on)
        else:
            self.chips[number].setChecked(True)
