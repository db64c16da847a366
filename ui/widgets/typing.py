"""What fields for typing share."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_for_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether it asks to undo or redo where there is no typing left to take back.

    Such a key is the window's: it takes back what was done last. Qt's fields would keep it.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo)
    redo = event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not can_undo) or (redo and not can_redo)
