"""From one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.focus import first_stop, holds


def next_region(regions: Sequence[QWidget], focus: QWidget | None, step: int) -> QWidget | None:
    """The next part of the window that has anything for the keyboard, None when none has."""
    count = len(regions)
    now = next((at for at, part in enumerate(regions) if holds(part, focus)), -1 if step > 0 else 0)
    for far in range(1, count + 1):
        part = regions[(now + far * step) % count]
        if part.isVisible() and first_stop(part) is not None:
            return part
    return None
