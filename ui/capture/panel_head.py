"""The top of the observe panel: what was saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.capture.text_link import TextLink
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class SavedLine(QWidget):
    """The panel's name, when something was saved last, and the way back."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = Sign(theme, "check-circle", 16, "ok", "fill")
        self.saved = Text(theme, role="small", colour="ok", weight=500, tabular=True)
        self.undo = TextLink(theme, tr("Undo"))
        self.undo.clicked.connect(self._want_undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(theme, tr("Observe"), "small", "text2", weight=600))
        self._row.addStretch(1)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.saved)
        self._row.addWidget(self.undo)
        self._space()
        theme.changed.connect(self._space)
        self.show_saved("", undoable=False)

    def show_saved(self, time: str, undoable: bool) -> None:
        """Say when something was saved; "" says nothing."""
        self.saved.setText(tr("Saved {time}", time=time) if time else "")
        self._sign.setVisible(bool(time))
        self.saved.setVisible(bool(time))
        self.undo.setVisible(bool(time) and undoable)

    def _want_undo(self) -> None:
        self.undo_wanted.emit()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(7))
        self.setMinimumHeight(px(32))
