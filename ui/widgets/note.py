"""A short message that stays where it concerns something."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.lines import wrapping
from ui.widgets.paint import frame, start
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class _Look(NamedTuple):
    icon: str
    ink: str
    fill: str
    edge: str


_LOOKS = {
    "warn": _Look("warning", "warn", "warn_tint", "warn_line"),
    "danger": _Look("warning-circle", "danger", "danger_tint", "danger_line"),
    "ok": _Look("check-circle", "ok", "ok_tint", "ok"),
    "info": _Look("info", "ink_text", "ink_tint", "ink_line"),
}


class Note(QWidget):
    """A title and a sentence in a box: kind "warn", "danger", "ok" or "info".

    Without `filled` the box is the ordinary surface, for advice that stops nobody.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str = "warn",
        title: str = "",
        text: str = "",
        icon: str = "",
        filled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = _LOOKS[kind]
        self._filled = filled
        self._sign = Sign(theme, icon or self._look.icon, 16, self._look.ink)
        self._title = Text(theme, title, "small", self._look.ink, weight=600)
        self._text = Text(theme, text, "caption", self._look.ink)
        self._actions = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._outer = QHBoxLayout(self)
        self._build()
        self.set_note(title, text)
        theme.changed.connect(self._space)

    def set_note(self, title: str, text: str = "") -> None:
        """Change the words; a part without words takes no room."""
        self._title.setText(title)
        self._text.setText(text)
        self._title.setVisible(bool(title))
        self._text.setVisible(bool(text))
        self.setAccessibleName(". ".join(part for part in (title, text) if part))

    def set_kind(self, kind: str, icon: str = "") -> None:
        """Change kind and icon."""
        self._look = _LOOKS[kind]
        self._sign.set_icon(icon or self._look.icon)
        for part in (self._sign, self._title, self._text):
            part.set_colour(self._look.ink)
        self.update()

    def add_action(self, widget: QWidget) -> None:
        """Put a button below the words."""
        self._actions.insertWidget(self._actions.count() - 1, widget)
        self._space()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = start(self)
        fill = self._theme.colour(self._look.fill if self._filled else "surface")
        frame(painter, QRectF(self.rect()), 8, fill, self._theme.colour(self._look.edge))
        painter.end()

    def _build(self) -> None:
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed))
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self._outer.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._outer.addLayout(self._rows, 1)
        self._rows.addWidget(self._title)
        self._rows.addWidget(self._text)
        self._rows.addLayout(self._actions)
        self._actions.addStretch(1)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._outer.setContentsMargins(px(9), px(6), px(9), px(9))
        self._outer.setSpacing(px(7))
        self._rows.setSpacing(px(3))
        self._sign.setContentsMargins(0, px(3), 0, 0)
        self._actions.setSpacing(px(8))
        above = px(6) if self._actions.count() > 1 else 0
        self._actions.setContentsMargins(0, above, 0, 0)
        self.update()
