"""What is left of the observe panel where it has no room of its own."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface

WIDTH = 44


class PanelStrip(Surface):
    """A button at the side that opens the panel over the stations."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=("start",), parent=parent)
        self._look = theme
        self.button = Button(theme, icon="eye", kind="quiet", small=True)
        self.button.setCheckable(True)
        self.button.setAccessibleName(tr("Observe"))
        self.button.setToolTip(tr("Observe"))
        self.button.clicked.connect(self.toggled)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def sizeHint(self) -> QSize:
        """44 px wide at 100 %."""
        return QSize(self._look.px(WIDTH), 0)

    def _space(self) -> None:
        self._rows.setContentsMargins(0, self._look.px(10), 0, 0)
