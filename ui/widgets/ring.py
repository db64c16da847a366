"""The focus ring: 2 px wide, 2 px away, and only for those who use the keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ui.theme import Theme

REACH = 4
BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
# The same focus comes back after a menu or another window; the ring stays as it was.
UNCHANGED = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class _RingStyle(QProxyStyle):
    """Tells Qt's focus frame how far it reaches and that it lies above its widget."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in {
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        }:
            return REACH
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        answer: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, answer)


class FocusRing(QFocusFrame):
    """Lies around a widget, outside of it, and follows it."""

    def __init__(self, theme: Theme, widget: QWidget, radius: float) -> None:
        super().__init__(widget)
        self._theme = theme
        self._radius = radius
        self._style = _RingStyle()
        self.setStyle(self._style)
        self.setWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring alone; what it surrounds shows through."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, self._radius + 3, self._radius + 3)
        painter.end()


class Ring:
    """Keeps the ring of one widget: hand it the widget's focus events.

    Focus given by code shows no ring unless its reason is Tab, Backtab or Shortcut.
    """

    def __init__(self, theme: Theme, widget: QWidget, radius: float = 8) -> None:
        self._theme = theme
        self._widget = widget
        self._radius = radius
        self._frame: FocusRing | None = None

    @property
    def shown(self) -> bool:
        """Whether the ring is drawn."""
        return self._frame is not None

    def focus_in(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        if event.reason() in BY_KEYBOARD:
            self.show()

    def focus_out(self, event: QFocusEvent) -> None:
        """Take the ring away unless the focus will come back."""
        if event.reason() not in UNCHANGED:
            self.hide()

    def show(self) -> None:
        """Draw the ring now."""
        if self._frame is None:
            self._frame = FocusRing(self._theme, self._widget, self._radius)

    def hide(self) -> None:
        """Draw no ring."""
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None
