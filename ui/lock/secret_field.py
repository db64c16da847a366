"""A line for a passphrase: hidden, to be looked at when wanted, with a word about the caps lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.lock.caps import CapsWatch
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text import Text

_TYPED_AS_IT_IS = (
    Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhSensitiveData
)


class SecretField(QWidget):
    """`entered` comes with the Enter key, `edited` with every change."""

    entered = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = Field(theme, icon="lock-simple")
        self.eye = Button(theme, icon="eye", kind="quiet")
        self.caps = Text(theme, self.tr("Caps Lock is on."), "small", "warn")
        self._grid = QGridLayout(self)
        self.set_name(name)
        self._build()

    def set_name(self, name: str) -> None:
        """Say what is to be typed, to a screen reader too."""
        self.field.setAccessibleName(name)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def clear(self) -> None:
        """Empty and hidden again."""
        self.field.clear()
        self.eye.setChecked(False)

    def set_hidden(self, hidden: bool) -> None:
        """A passphrase is hidden at first; a code from paper is not."""
        self.eye.setVisible(hidden)
        self.eye.setChecked(not hidden)

    def _build(self) -> None:
        self.field.setInputMethodHints(_TYPED_AS_IT_IS)
        self.eye.setCheckable(True)
        self.eye.setAutoDefault(False)  # in a dialog the Enter key would show what is typed
        self.eye.toggled.connect(self._show)
        self.caps.hide()
        CapsWatch(self.field).changed.connect(self.caps.setVisible)
        self.field.returnPressed.connect(self.entered)
        self.field.textChanged.connect(lambda _text: self.edited.emit())
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._theme.px(4))
        self._grid.setVerticalSpacing(self._theme.px(2))
        self._grid.addWidget(self.field, 0, 0)
        self._grid.addWidget(self.eye, 0, 1)
        self._grid.addWidget(self.caps, 1, 0)
        self._grid.setColumnStretch(0, 1)
        self._show(False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.field.setEchoMode(mode.Normal if shown else mode.Password)
        self.eye.set_icon("eye-slash" if shown else "eye")
        said = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self.eye.setAccessibleName(said)
        self.eye.setToolTip(said)
