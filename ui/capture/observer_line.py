"""Which of several adults observes now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.capture.text_link import TextLink
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.text import Text


class ObserverLine(QWidget):
    """Says who observes; `turned` asks for the next one. Hidden where there is no choice."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = Text(theme, role="small", colour="text2")
        self.text.setWordWrap(True)
        self.change = TextLink(theme, tr("Change"))
        self.change.setToolTip(tr("Who observes: the next of the adults (O)"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.change)
        self.change.clicked.connect(lambda _on: self.turned.emit())
        theme.changed.connect(self._space)
        self._space()
        self.show_observer("")

    def show_observer(self, name: str) -> None:
        """Name who observes; "" hides the line."""
        said = tr("{adult} observes", adult=name) if name else ""
        self.text.setText(said)
        self.change.setAccessibleName(tr("{said}: change", said=said))
        self.setVisible(bool(name))

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.px(8))
