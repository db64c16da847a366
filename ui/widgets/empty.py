"""What a page says while it has nothing to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class EmptyState(QWidget):
    """A plain sentence and, if there is one, the button that changes it; `asked` when pressed."""

    asked = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        button_text: str = "",
        icon: str = "",
        button_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = Sign(theme, icon or "circle", 40, "text3", "regular")
        self._text = Text(theme, text, "body", "text2")
        self.button = Button(theme, button_text, button_icon, "primary")
        self.button.clicked.connect(lambda _on: self.asked.emit())
        self._rows = QVBoxLayout(self)
        self._build()
        # Only now: what is shown without a parent is a window of its own.
        self._sign.setVisible(bool(icon))
        self.set_words(text, button_text)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_words(self, text: str, button_text: str = "") -> None:
        """Change the sentence and the button; no words, no button."""
        self._text.setText(text)
        self.button.setText(button_text)
        self.button.setVisible(bool(button_text))

    def add_below(self, widget: QWidget) -> None:
        """Put another way on below the button."""
        at = self._rows.indexOf(self.button) + 1
        self._rows.insertWidget(at, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows.addStretch(2)
        self._rows.addWidget(self._sign, 0, middle)
        self._rows.addWidget(self._text)
        self._rows.addWidget(self.button, 0, middle)
        self._rows.addStretch(3)

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(24), px(24), px(24), px(24))
        self._rows.setSpacing(px(16))
