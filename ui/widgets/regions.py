"""From one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.focus import InRegions, first_stop, holds


def regions_of(page: QWidget) -> list[QWidget]:
    """The parts of a page: those it names, or else what lies on it, in the order of reading."""
    if isinstance(page, InRegions):
        return list(page.regions())
    found: list[QWidget] = []
    for child in page.children():
        if isinstance(child, QWidget) and child.isVisibleTo(page):
            only_holds_others = type(child) is QWidget
            found += regions_of(child) if only_holds_others else [child]
    return sorted(found, key=lambda part: _place(part, page))


def next_region(regions: Sequence[QWidget], focus: QWidget | None, step: int) -> QWidget | None:
    """The next part of the window that has anything for the keyboard, None when none has."""
    count = len(regions)
    now = next((at for at, part in enumerate(regions) if holds(part, focus)), -1 if step > 0 else 0)
    for far in range(1, count + 1):
        part = regions[(now + far * step) % count]
        if part.isVisible() and first_stop(part) is not None:
            return part
    return None


def go_to_next(regions: Sequence[QWidget], focus: QWidget | None, step: int) -> bool:
    """Take the keyboard to the next part, or with -1 the one before; False where there is none."""
    found = next_region(regions, focus, step)
    stop = first_stop(found) if found is not None else None
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    return stop is not None


def _place(part: QWidget, page: QWidget) -> tuple[int, int]:
    """From the top, and from where lines begin."""
    at = part.mapTo(page, QPoint(0, 0))
    return at.y(), -at.x() if page.isRightToLeft() else at.x()
