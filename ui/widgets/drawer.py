"""A panel that slides in over the page and leaves the page usable."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.paint import rtl, start

WIDTH = 736
ALONE_BELOW = 900
"""In an area narrower than this (design px) what the drawer leaves free would be of no use."""
SLIDE = 24
EDGE = 2


class Drawer(QWidget):
    """Lies at the side of `area` where reading ends, 736 px wide at 100 %, or covers a narrow one.

    It dims and blocks nothing. Esc closes it and gives the focus back to where it came from.
    """

    closed = Signal()

    def __init__(self, theme: Theme, area: QWidget, width: int = WIDTH) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._width = width
        self._return_to: QWidget | None = None
        self._content: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.hide()
        area.installEventFilter(self)
        self._place()
        theme.changed.connect(self._place)

    def set_content(self, content: QWidget) -> None:
        """Show this inside; what was there before is let go."""
        if self._content is not None and self._content is not content:
            self._rows.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._rows.addWidget(content)

    def is_open(self) -> bool:
        """Whether it is there."""
        return self.isVisibleTo(self._area)

    def open_from(self, origin: QWidget | None = None) -> None:
        """Slide in; closing gives the focus back to `origin`. When open, only that changes."""
        self._return_to = origin
        if self.is_open():
            return
        self._place()
        end = self.pos()
        self.raise_()
        self.show()
        self._slide.setDuration(self._theme.duration("panel"))
        self._slide.setStartValue(end + QPoint(-SLIDE if rtl(self) else SLIDE, 0))
        self._slide.setEndValue(end)
        self._slide.start()

    def close_drawer(self) -> None:
        """Go, and give the focus back."""
        if not self.is_open():
            return
        self._slide.stop()
        self.hide()
        if self._return_to is not None:
            self._return_to.setFocus()
        self._return_to = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep its place when the area changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface and edge."""
        painter = start(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        edge = self.width() - EDGE if rtl(self) else 0
        painter.fillRect(edge, 0, EDGE, self.height(), self._theme.colour("ink"))
        painter.end()

    def _place(self) -> None:
        right = rtl(self)
        self._rows.setContentsMargins(0 if right else EDGE, 0, EDGE if right else 0, 0)
        self._rows.setSpacing(0)
        wide = min(self._theme.px(self._width), self._area.width())
        if self._area.width() < self._theme.px(ALONE_BELOW):
            wide = self._area.width()
        self._slide.stop()
        left = 0 if right else self._area.width() - wide
        self.setGeometry(left, 0, wide, self._area.height())
        self.update()
