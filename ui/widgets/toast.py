"""One line that says what was done, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QTimer,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, start
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.toast_button import ToastButton

STAYS_MS = 8000
RISE = 8
BELOW = 12


class Toast(QWidget):
    """Shows one message at a time at the bottom of `area`, its parent.

    It goes after `interval` milliseconds, but stays while it is hovered or has the focus. A new
    message replaces the old one, whose undo remains possible by key.
    """

    hidden = Signal()
    _whole = False  # so again while Python's collector takes it apart and Qt still asks the filter

    def __init__(self, theme: Theme, area: QWidget, keys: str = "Ctrl Z") -> None:
        super().__init__(area)
        self._theme = theme
        self._keys = keys
        self._area = area
        self._undo: Callable[[], None] | None = None
        self._held = False
        self._waits: tuple[str, Callable[[], None] | None, str, str] | None = None
        self._clear = 0.0
        self._sign = Sign(theme, "check", 16, "on_toast")
        self._text = Text(theme, "", "body", "on_toast", weight=500)
        self._button = ToastButton(theme, self.tr("Undo"), keys)
        self._row = QHBoxLayout(self)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._build()
        self._whole = True

    @property
    def interval(self) -> int:
        """Milliseconds a message stays."""
        return self._timer.interval()

    @interval.setter
    def interval(self, milliseconds: int) -> None:
        self._timer.setInterval(milliseconds)

    def keep_clear(self, below: float) -> None:
        """Stay that many design px further up, off what a page has at its foot."""
        self._clear = below
        self._place()

    def message(self) -> str:
        """What it says now."""
        return self._text.text()

    def undo_button(self) -> ToastButton:
        """The button, so that a key may bring the focus to it."""
        return self._button

    def show_message(
        self,
        text: str,
        undo: Callable[[], None] | None = None,
        icon: str = "check",
        way: str = "",
    ) -> None:
        """Say what was done, aloud too; `undo` is called once if the teacher wants it back.

        `way` names another thing that the button does.
        """
        if self._held:
            self._waits = text, undo, icon, way
            return
        self._button.show_way(way or self.tr("Undo"), "" if way else self._keys)
        self._undo = undo
        self._text.setText(text)
        self._sign.set_icon(icon)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self._appear()
        self._announce(text)
        self._wait()

    def set_held(self, held: bool) -> None:
        """Say nothing from now on; when it is let go, the last thing there was to say."""
        self._held = held
        if held:
            self.dismiss()
            return
        waits, self._waits = self._waits, None
        if waits is not None:
            self.show_message(*waits)

    def dismiss(self) -> None:
        """Go now."""
        self._timer.stop()
        self._undo = None
        if self.isVisibleTo(self._area):
            self.hide()
            self.hidden.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew."""
        super().leaveEvent(event)
        self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the area changes, and wait while the button has the focus."""
        if not self._whole:
            return False
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._button and isinstance(event, QFocusEvent):
            self._focus_moved(event.gotFocus())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = start(self)
        frame(painter, QRectF(self.rect()), 10, self._theme.colour("toast"))
        painter.end()

    def _build(self) -> None:
        self.hide()
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer.timeout.connect(self.dismiss)
        self._button.clicked.connect(self._take_back)
        self._button.installEventFilter(self)
        self._area.installEventFilter(self)
        self._theme.changed.connect(self._place)

    def _focus_moved(self, here: bool) -> None:
        if here:
            self._timer.stop()
        else:
            self._wait()

    def _wait(self) -> None:
        if not self.underMouse() and not self._button.hasFocus():
            self._timer.start()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _place(self) -> None:
        """Give it its size and its place; a long message takes several lines."""
        px = self._theme.px
        after = 14 if self._button.isHidden() else 8
        self._row.setContentsMargins(px(14), px(6), px(after), px(6))
        self._row.setSpacing(px(12))
        room = max(px(200), self._area.width() - px(32))
        self._text.setWordWrap(False)
        wide = self._row.sizeHint().width()
        self._text.setWordWrap(wide > room)
        wide = min(wide, room)
        high = self._row.heightForWidth(wide) if self._text.wordWrap() else 0
        self.resize(wide, max(px(44), high))
        self._rise.stop()
        self.move(self._resting_place())

    def _resting_place(self) -> QPoint:
        left = (self._area.width() - self.width()) // 2
        return QPoint(
            left, self._area.height() - self.height() - self._theme.px(BELOW + self._clear)
        )

    def _appear(self) -> None:
        end = self._resting_place()
        self.raise_()
        self.show()
        self._rise.setDuration(self._theme.duration("toast"))
        self._rise.setStartValue(end + QPoint(0, RISE))
        self._rise.setEndValue(end)
        self._rise.start()

    def _announce(self, text: str) -> None:
        # Needed when the first thing is said, and 3 ms too many at start.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
