"""From one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focused(page: QWidget) -> QWidget | None:
    """Where the keyboard is in the page's window; Qt's own answer may be None too."""
    return page.window().focusWidget()


def next_region(regions: Sequence[QWidget], focus: QWidget | None, step: int) -> QWidget | None:
    """The next part of the window that has anything for the keyboard, None when none has."""
    count = len(regions)
    now = next(
        (at for at, part in enumerate(regions) if _holds(part, focus)), -1 if step > 0 else 0
    )
    for far in range(1, count + 1):
        part = regions[(now + far * step) % count]
        if first_stop(part) is not None:
            return part
    return None


def first_stop(part: QWidget) -> QWidget | None:
    """The first widget in a part that Tab reaches, in the order of Tab."""
    if _takes_tab(part):
        return part
    inside = part.nextInFocusChain()
    while inside is not None and inside is not part:
        if part.isAncestorOf(inside) and _takes_tab(inside):
            return inside
        inside = inside.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tab and widget.isVisible() and widget.isEnabled()


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is part or part.isAncestorOf(focus))
