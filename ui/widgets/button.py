"""The app's push button."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, rtl, start
from ui.widgets.pressable import ENTER
from ui.widgets.ring import Ring

KINDS = ("secondary", "primary", "quiet", "link", "danger")


class Look(NamedTuple):
    """Names of the paints of a button in one state; an empty name paints nothing."""

    fill: str
    edge: str
    ink: str


_REST = {
    "secondary": Look("surface", "control", "text"),
    "primary": Look("ink", "", "on_ink"),
    "quiet": Look("", "", "text2"),
    "link": Look("", "", "ink"),
    "danger": Look("surface", "danger_line", "danger"),
}
_HOVER = {
    "secondary": Look("hover", "control", "text"),
    "primary": Look("ink_hover", "", "on_ink"),
    "quiet": Look("hover", "", "text"),
    "link": Look("hover", "", "ink_hover"),
    "danger": Look("danger_tint", "danger_line", "danger"),
}
_PRESSED = {
    "secondary": Look("pressed", "control", "text"),
    "primary": Look("ink_pressed", "", "on_ink"),
    "quiet": Look("pressed", "", "text"),
    "link": Look("pressed", "", "ink_pressed"),
    "danger": Look("pressed", "danger_line", "danger"),
}
_ON = Look("ink_tint", "ink", "ink_text")
_OFF = Look("sunken", "line_strong", "text2")
_OFF_BARE = Look("", "", "text3")


class Button(QPushButton):
    """A push button with a text, an icon or both.

    `icon` is a name of `Theme.icon`. Without a text give it an accessible name. A checkable one
    shows that it is on by ink edge, tint and ink text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str = "",
        kind: str = "secondary",
        small: bool = False,
        parent: QWidget | None = None,
        icon_style: str = "bold",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._icon_style = icon_style
        self._kind = kind
        self._small = small
        self._label = ""
        self._ring = Ring(theme, self)
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Show a text as it is: an & in a name is an &, not a shortcut."""
        self._label = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def label(self) -> str:
        """The text as it was given."""
        return self._label

    def set_icon(self, icon: str, style: str = "bold") -> None:
        """Change the icon; "" for none."""
        self._icon, self._icon_style = icon, style
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text, the icon and the room around them."""
        return QSize(self._content_width() + 2 * self._padding(), self._height())

    def minimumSizeHint(self) -> QSize:
        """As the size hint: a button's words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard."""
        super().focusInEvent(event)
        self._ring.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.focus_out(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon and text from the theme."""
        look = self._look()
        painter = start(self)
        frame(painter, QRectF(self.rect()), 8, self._paint(look.fill), self._paint(look.edge))
        self._paint_content(painter, self._theme.colour(look.ink))
        painter.end()

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        x = (self.width() - self._content_width()) / 2
        side = self._icon_side()
        if side:
            picture = self._theme.icon(self._icon, side, ink, self._icon_style, rtl=rtl(self))
            at = self.width() - x - side if rtl(self) else x
            painter.drawPixmap(QPointF(round(at), (self.height() - side) // 2), picture)
            x += side + self._gap()
        if self._label:
            painter.setFont(self.font())
            words = QRectF(x, 0, self._text_width(), self.height())
            paint_words(painter, self, words, self._label, ink)

    def _look(self) -> Look:
        if not self.isEnabled():
            return _OFF if self._kind in {"secondary", "primary", "danger"} else _OFF_BARE
        if self.isDown():
            return _PRESSED[self._kind]
        if self.isCheckable() and self.isChecked():
            return _ON
        return _HOVER[self._kind] if self.underMouse() else _REST[self._kind]

    def _paint(self, name: str) -> QColor | None:
        return self._theme.colour(name) if name else None

    def _content_width(self) -> int:
        side = self._icon_side()
        gap = self._gap() if side and self._label else 0
        return side + gap + round(self._text_width() + 0.5)

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._label) if self._label else 0.0

    def _icon_side(self) -> int:
        return self._theme.px(16 if self._small else 18) if self._icon else 0

    def _gap(self) -> int:
        return self._theme.px(6 if self._small else 8)

    def _height(self) -> int:
        return self._theme.px(32 if self._small else 40)

    def _padding(self) -> int:
        if not self._label:
            return (self._height() - self._icon_side()) // 2
        if self._kind == "link":
            return self._theme.px(6)
        return self._theme.px(11 if self._small else 15)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small" if self._small else "strong", 600))
        self.updateGeometry()
        self.update()
