"""A quiet line at the end of the tray: who is about to leave the room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class LeavingCue(Surface):
    """Words and a way to call it off. It takes no keyboard and covers nothing."""

    called_off = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warn_tint", radius=8, edge="warn_line", parent=parent)
        self._look = theme
        self._sign = Sign(theme, "door-open", 16, "warn")
        self.words = Text(theme, "", "small", "warn", weight=600)
        self.words.setWordWrap(True)
        self.button = Button(theme, tr("Cancel today"), kind="quiet", small=True)
        self.button.setToolTip(tr("Nobody goes out this time. Key: X"))
        self.button.clicked.connect(lambda _on: self.called_off.emit())
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.button)
        # In large letters it takes two lines rather than the tray.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._space()
        theme.changed.connect(self._space)

    def say(self, text: str) -> None:
        """Show these words."""
        if text != self.words.text():
            self.words.setText(text)
            self.setAccessibleName(text)
            self.button.setAccessibleName(tr("Cancel today: {what}", what=text))
            self.updateGeometry()

    def _space(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(8), px(1), px(8), px(1))
        self._row.setSpacing(px(8))
