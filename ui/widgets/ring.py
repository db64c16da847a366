"""The focus ring: 2 px wide, 2 px away, and only for those who use the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

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


_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class FocusRing(QWidget):
    """Lies around a widget, outside of it, and follows it.

    Its parent is the nearest scrolled area or the window, so that it is not cut off at the edge of
    a smaller parent. Qt's own QFocusFrame would do this, but its Python binding takes the widget
    away from its parent.
    """

    def __init__(self, theme: Theme, widget: QWidget, radius: float, colour: str) -> None:
        chain = _up_to_host(widget)
        self._host = chain.pop()
        super().__init__(self._host)
        self._theme = theme
        self._colour = colour
        self._widget = widget
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._watched = chain
        for part in chain:
            part.installEventFilter(self)
        widget.destroyed.connect(self.deleteLater)
        self._follow()

    def let_go(self) -> None:
        """Stop following and go."""
        for part in self._watched:
            part.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it or one of its parents moves."""
        if event.type() == QEvent.Type.Hide:
            # It may be the last thing the widget says; asking it where it is would be too late.
            self.hide()
        elif event.type() in _MOVES:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring alone; what it surrounds shows through."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(self._colour), 2))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, self._radius + 3, self._radius + 3)
        painter.end()

    def _follow(self) -> None:
        place = QRect(self._widget.mapTo(self._host, QPoint(0, 0)), self._widget.size())
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))
        self.setVisible(self._widget.isVisibleTo(self._host))
        self.raise_()


def _up_to_host(widget: QWidget) -> list[QWidget]:
    """The widget, its parents, and last the one that carries the ring."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None:
        chain.append(parent)
        if parent.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
            break
    return chain


class Ring:
    """Keeps the ring of one widget: hand it the widget's focus events.

    Focus given by code shows no ring unless its reason is Tab, Backtab or Shortcut.
    """

    def __init__(
        self, theme: Theme, widget: QWidget, radius: float = 8, colour: str = "focus"
    ) -> None:
        self._theme = theme
        self._colour = colour
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
            self._frame = FocusRing(self._theme, self._widget, self._radius, self._colour)

    def hide(self) -> None:
        """Draw no ring."""
        if self._frame is not None:
            self._frame.let_go()
            self._frame = None
