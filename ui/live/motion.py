"""Movement of cards. What is where is settled before anything moves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPropertyAnimation

OVERSHOOT = 0.8


class Slides:
    """Lets widgets slide to their places: a card lands, its siblings close the gap."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._running: dict[QWidget, QPropertyAnimation] = {}

    def slide(self, widget: QWidget, to: QPoint) -> None:
        """Move a widget that is seen; one that is not, or in a still theme, is there at once."""
        going = self._running.get(widget)
        if going is not None and going.endValue() == to:
            return
        self.stop(widget)
        duration = self._theme.duration("drop")
        if widget.pos() == to or not duration or not widget.isVisible():
            widget.move(to)
            return
        # At the start everything is in its place.
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation

        move = QPropertyAnimation(widget, b"pos")
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(OVERSHOOT)
        move.setEasingCurve(curve)
        move.setDuration(duration)
        move.setEndValue(to)
        move.finished.connect(lambda: self._running.pop(widget, None))
        self._running[widget] = move
        move.start()

    def stop(self, widget: QWidget) -> None:
        """Leave the widget where it is."""
        going = self._running.pop(widget, None)
        if going is not None:
            going.stop()
