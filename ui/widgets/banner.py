"""A quiet line above the page, for what holds longer than a toast."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.focus import focused, holds
from ui.widgets.paint import frame, start
from ui.widgets.sign import Sign
from ui.widgets.text import Text

_LOOKS = {
    "info": ("info", "ink_text", "ink_tint", "ink_line"),
    "warn": ("warning", "warn", "warn_tint", "warn_line"),
    "danger": ("warning-circle", "danger", "danger_tint", "danger_line"),
}

BESIDE = 340
"""Design px that words, icon and margins need for the buttons to stand beside them."""


class Way(NamedTuple):
    """A button in a banner: what it says and does."""

    text: str
    do: Callable[[], object]


class Banner(QWidget):
    """One sentence and the ways on. It never moves the keyboard; it is said aloud once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "info"
        self._ways: tuple[str, ...] = ()
        self._do: list[Callable[[], object]] = []
        self.buttons: list[Button] = []
        self._sign = Sign(theme, "info", 16, "ink_text")
        self._text = Text(theme, "", "small", "text", weight=500)
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._text, 1)
        self._side = QHBoxLayout()
        self._side.addStretch(1)
        self._body.addLayout(self._side)
        self._row.addLayout(self._body, 1)
        theme.changed.connect(self._space)
        self._space()

    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def show_line(self, kind: str, text: str, ways: Sequence[Way] = ()) -> bool:
        """Say this; kind "info", "warn" or "danger". Returns whether the words are new."""
        new = text != self._text.text()
        icon, ink, _fill, _edge = _LOOKS[kind]
        self._kind = kind
        self._sign.set_icon(icon)
        self._sign.set_colour(ink)
        self._text.set_colour(ink)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._do = [way.do for way in ways]
        if self._ways != tuple(way.text for way in ways):
            self._ways = tuple(way.text for way in ways)
            self._make_buttons()
        self.update()
        return new

    def fit(self, width: int) -> int:
        """Stand buttons beside the words or below them; returns the height that needs, in px."""
        sizes = [button.sizeHint() for button in self.buttons]
        across = sum(size.width() + self._side.spacing() for size in sizes)
        high = max((size.height() for size in sizes), default=0)
        beside = width - across >= self._theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        around = self._row.contentsMargins()
        sides = around.left() + around.right() + self._sign.sizeHint().width() + self._row.spacing()
        words = self._text.heightForWidth(width - sides - across * beside)
        gap = self._body.spacing() if high else 0
        inner = max(words, high) if beside else words + gap + high
        return inner + around.top() + around.bottom()

    def arrange(self) -> None:
        """Put words and buttons in their places now, before anything is painted."""
        self._row.activate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below it."""
        painter = start(self)
        _icon, _ink, fill, edge = _LOOKS[self._kind]
        ground = QRectF(self.rect())
        frame(painter, ground, 0, self._theme.colour(fill))
        ground.setTop(ground.bottom() - 1)
        frame(painter, ground, 0, self._theme.colour(edge))
        painter.end()

    def _make_buttons(self) -> None:
        for button in self.buttons:
            self._side.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._made(at, text) for at, text in enumerate(self._ways)]

    def _made(self, at: int, text: str) -> Button:
        button = Button(self._theme, text, kind="secondary", small=True, parent=self)
        button.clicked.connect(lambda _on=False: self._do[at]())
        self._side.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        button.show()  # in a window that is seen Qt would wait for the next turn of the loop
        return button

    def _space(self) -> None:
        px = self._theme.px
        self._sign.setContentsMargins(0, px(6), 0, 0)
        self._text.setContentsMargins(0, px(5), 0, px(5))
        self._body.setSpacing(px(6))
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(10))
        self._side.setSpacing(px(8))


class Banners(QWidget):
    """The lines that hold now, one below the other, each known by a key.

    `left` comes when the line that had the keyboard goes: Qt would give it to whatever is next.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[str, Banner] = {}
        self._say = Announcer(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_line(
        self, key: str, kind: str, text: str, ways: Sequence[Way] = (), aloud: bool = True
    ) -> None:
        """Show a line, or change the one of that key; new words are said aloud, if wanted."""
        if key not in self._lines:
            self._lines[key] = Banner(self._theme, self)
            self._lines[key].show()
        new = self._lines[key].show_line(kind, text, ways)
        self._lay_out()
        if new and aloud:
            self._say(text)

    def take_away(self, key: str) -> None:
        """The line holds no more."""
        line = self._lines.pop(key, None)
        if line is not None:
            had_keys = holds(line, focused(line))
            line.hide()
            line.deleteLater()
            self._lay_out()
            if had_keys:
                self.left.emit()

    def line(self, key: str) -> Banner | None:
        """The line of that key, None when it is not shown."""
        return self._lines.get(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        top = 0
        for line in self._lines.values():
            high = line.fit(self.width())
            line.setGeometry(0, top, self.width(), high)
            line.arrange()
            top += high
        self.setFixedHeight(top)
