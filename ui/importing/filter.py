"""Which rows of an import are shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.roster.notes import Counts, RowState
from ui.importing.words import say, state_word
from ui.theme import Theme
from ui.widgets.dropdown import Dropdown
from ui.widgets.segmented import Segmented

_ICONS = {RowState.NEEDS: "warning", RowState.FIXED: "check-circle"}


class ImportFilter(QWidget):
    """All states side by side, or in a list where there is no room; `picked` tells the state."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = Segmented(theme)
        self.list = Dropdown(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.tabs)
        self._row.addWidget(self.list)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list.hide()
        for part in (self.tabs, self.list):
            part.setAccessibleName(say("Rows shown"))
        self.tabs.picked.connect(self._pick)
        self.list.picked.connect(self._pick)

    def show_counts(self, counts: Counts) -> None:
        """Say how many rows there are of each state."""
        numbers = {
            None: counts.all,
            RowState.NEEDS: counts.needs,
            RowState.FIXED: counts.fixed,
            RowState.READY: counts.ready,
            RowState.LEFT_OUT: counts.left_out,
        }
        self.tabs.set_items(
            (state, state_word(state), number, _ICONS.get(state, "") if state else "")
            for state, number in numbers.items()
        )
        text = say("{state}: {count}")
        self.list.set_items(
            (state, text.format(state=state_word(state), count=number))
            for state, number in numbers.items()
        )
        self._fit()

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        states = (None, RowState.NEEDS, RowState.FIXED, RowState.READY, RowState.LEFT_OUT)
        return [*(self.tabs.segment(state) for state in states), self.list]

    def current(self) -> RowState | None:
        """The state that is shown; None for all."""
        state = self.tabs.current()
        return state if isinstance(state, RowState) else None

    def show_all(self) -> None:
        """Show every row."""
        if self.current() is not None:
            self._pick(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _pick(self, state: object) -> None:
        self.tabs.set_current(state)
        self.list.set_current(state)
        self.picked.emit(state)

    def _fit(self) -> None:
        narrow = self.tabs.sizeHint().width() > self.width()
        self.tabs.setVisible(not narrow)
        self.list.setVisible(narrow)
