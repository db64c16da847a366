"""Pictures that are drawn once and copied afterwards."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.paint import start

MOST = 3


class Kept:
    """The pictures of a widget in the last few states it was painted in.

    While a card is carried its column is painted again and again, and to lay out the same words
    each time costs 1 ms a head.
    """

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        self._theme = theme
        self._widget = widget
        self._pictures: dict[Hashable, QPixmap] = {}

    def paint(self, state: Hashable, draw: Callable[[QPainter], None]) -> None:
        """Paint the widget as it is in a state, which is all that its look depends on.

        Size, theme and direction of reading need not be told.
        """
        painter = QPainter(self._widget)
        painter.drawPixmap(0, 0, self._picture(state, draw))
        painter.end()

    def _picture(self, state: Hashable, draw: Callable[[QPainter], None]) -> QPixmap:
        widget, theme = self._widget, self._theme
        ratio, size = widget.devicePixelRatioF(), widget.size().toTuple()
        key = (state, size, ratio, theme.scheme, theme.scale, widget.layoutDirection())
        picture = self._pictures.get(key)
        if picture is None:
            while len(self._pictures) >= MOST:
                del self._pictures[next(iter(self._pictures))]
            picture = self._pictures[key] = self._drawn(ratio, draw)
        return picture

    def _drawn(self, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
        picture = QPixmap(self._widget.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = start(picture)
        draw(painter)
        painter.end()
        return picture
