"""The way back inside a toast."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, mirrored, rtl, start
from ui.widgets.pressable import Pressable

ICON = 16


class ToastButton(Pressable):
    """An icon, a verb and the keys that do the same."""

    def __init__(
        self, theme: Theme, text: str, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, radius=6, ring="toast_link")
        self._keys = keys
        self.setText(text)
        self.setAccessibleDescription(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_way(self, text: str, keys: str) -> None:
        """Say something else on it."""
        self._keys = keys
        self.setText(text)
        self.setAccessibleDescription(keys)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """32 px high at 100 %."""
        px = self.theme.px
        inside = px(ICON) + px(6) + self._verb_width() + px(6) * bool(self._keys)
        return QSize(inside + self._keys_width() + 2 * px(10), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, verb and keys; an edge appears under the pointer."""
        painter = start(self)
        px, ink = self.theme.px, self.theme.colour("toast_link")
        if self.underMouse() or self.isDown():
            frame(painter, QRectF(self.rect()), 6, None, ink, 2 if self.isDown() else 1)
        x = px(10)
        self._paint_icon(painter, x)
        x += px(ICON) + px(6)
        self._paint_word(painter, self.label(), x, self._verb_width(), 600)
        x += self._verb_width() + px(6)
        self._paint_word(painter, self._keys, x, self._keys_width(), 400)
        painter.end()

    def _paint_icon(self, painter: QPainter, x: int) -> None:
        side = self.theme.px(ICON)
        ink = self.theme.colour("toast_link")
        place = mirrored(self, QRectF(x, (self.height() - side) // 2, side, side))
        picture = self.theme.icon(
            "arrow-u-up-left" if self._keys else "skip-forward", side, ink, rtl=rtl(self)
        )
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)

    def _paint_word(self, painter: QPainter, word: str, x: int, wide: int, weight: int) -> None:
        painter.setFont(self.theme.font("body", weight))
        place = QRectF(x, 0, wide, self.height())
        paint_words(painter, self, place, word, self.theme.colour("toast_link"))

    def _verb_width(self) -> int:
        return round(self.theme.text_width(self.label(), "body", 600) + 0.5)

    def _keys_width(self) -> int:
        return round(self.theme.text_width(self._keys, "body", 400) + 0.5) if self._keys else 0
