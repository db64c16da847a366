"""Asks whether the letters of a file are right, when they could be others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.roster.table import Reading, TextReading
from ui.importing.words import encoding_word, say
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class ImportReading(Surface):
    """Shows names that set the readings apart; `picked` tells the encoding of another one."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warn_tint", radius=8, edge="warn_line", parent=parent)
        self._theme = theme
        self._sign = Sign(theme, "warning", 16, "warn", "fill")
        self._text = Text(theme, "", "small", "warn", weight=600)
        self._text.setWordWrap(True)
        self.choice = Dropdown(theme, small=True)
        self.choice.setAccessibleName(say("How the letters are read"))
        self.yes = Button(theme, say("They are right"), small=True)
        self.yes.clicked.connect(lambda _on: self.hide())
        self.choice.picked.connect(lambda encoding: self.picked.emit(str(encoding)))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.choice)
        self._row.addWidget(self.yes)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_reading(self, reading: TextReading) -> None:
        """Ask only when it is not certain."""
        doubtful = not reading.certain
        self.setVisible(doubtful)
        if doubtful:
            sample = reading.chosen.sample
            text = (
                say("Do these letters look right? {names}")
                if sample
                else say("Do the letters of the names look right?")
            )
            self._text.setText(text.format(names=sample))
            self.choice.set_items(choices((reading.chosen, *reading.others)))
            self.choice.set_current(reading.chosen.encoding)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12), px(6), px(8), px(6))
        self._row.setSpacing(px(8))


def choices(readings: Sequence[Reading]) -> list[tuple[str, str]]:
    """Encodings with words that show what each one makes of the names."""
    text = say("{encoding}: {names}")
    return [
        (
            reading.encoding,
            text.format(encoding=encoding_word(reading.encoding), names=reading.sample)
            if reading.sample
            else encoding_word(reading.encoding),
        )
        for reading in readings
    ]
