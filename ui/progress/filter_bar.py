"""Above the heat map while rows are left out: by what, each taken back with one press."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.progress import ProgressTable
from ui.progress.filter_words import filter_words
from ui.progress.filters import Filter
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.lines import wrapping


class FilterBar(QWidget):
    """One chip for each filter; `dropped` gives the filter whose chip was pressed."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[Filter, str], ...] = ()
        self.chips: list[Button] = []
        self.setAccessibleName(tr("Only some rows are shown"))
        self._line = QWidget()
        self._flow = Flow(theme, 8, 4, self._line)
        self._line.setSizePolicy(wrapping())
        self._around = QVBoxLayout(self)
        self._around.addWidget(self._line)
        self.setVisible(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_filters(self, filters: Sequence[Filter], table: ProgressTable) -> None:
        """Show these; without any the bar goes."""
        shown = tuple((wanted, filter_words(wanted, table)) for wanted in filters)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = [self._chip(wanted, text) for wanted, text in shown]
        for chip in self.chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(shown))

    def _chip(self, wanted: Filter, text: str) -> Button:
        chip = Button(self._theme, text, "x", small=True)
        chip.setAccessibleName(tr("{filter}, show the other rows again", filter=text))
        chip.setToolTip(tr("Show the other rows again"))
        chip.clicked.connect(lambda _on: self.dropped.emit(wanted))
        return chip

    def _restyle(self) -> None:
        px = self._theme.px
        self._around.setContentsMargins(px(20), 0, px(10), px(4))
