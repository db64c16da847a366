"""Where the keyboard goes in a part of a window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_stop(part: QWidget) -> QWidget | None:
    """The first control of the part that Tab would reach; None when there is none."""
    stop = part.nextInFocusChain()
    while stop is not part:
        if part.isAncestorOf(stop) and _takes_keyboard(stop, part):
            return stop
        stop = stop.nextInFocusChain()
    return None


def _takes_keyboard(widget: QWidget, part: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisibleTo(part)
