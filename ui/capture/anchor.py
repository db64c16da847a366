"""Keeping the palette above the capture line."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.paint import rtl

INSET = 8


class Anchor(QObject):
    """Places a child of the page over it: its foot in the line, `width` design px wide at most.

    It never leaves the page, so it cannot come up on another screen. `lost` says that the line has
    gone.
    """

    lost = Signal()

    def __init__(
        self, theme: Theme, overlay: QWidget, line: QWidget, page: QWidget, width: int
    ) -> None:
        super().__init__(overlay)
        self._theme = theme
        self._overlay = overlay
        self._line = line
        self._page = page
        self._width = width
        for watched in (line, page):
            watched.installEventFilter(self)

    def place(self) -> None:
        """Put it where it belongs now."""
        if self._overlay.isHidden():
            return
        px = self._theme.px
        inset = px(INSET)
        bar = QRect(self._line.mapTo(self._page, QPoint(0, 0)), self._line.size())
        width = min(px(self._width), bar.width() - 2 * inset)
        mirrored = rtl(self._overlay)
        left = bar.right() + 1 - inset - width if mirrored else bar.left() + inset
        self._overlay.resize(width, self._overlay.height())
        height = self._overlay.sizeHint().height()
        self._overlay.setGeometry(left, bar.bottom() + 1 - inset - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the line, and go when it goes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.place()
        elif event.type() == QEvent.Type.Hide and watched is self._line:
            self.lost.emit()
        return super().eventFilter(watched, event)
