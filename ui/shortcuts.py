"""The keys that work on every page."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Deed = Callable[[], None]


def add_shortcuts(
    window: QWidget, undo: Deed, redo: Deed, pages: Sequence[Deed], lock: Deed, find: Deed
) -> None:
    """Undo and redo as this system has them, Ctrl 1 and so on for the pages; lock and find."""
    _add(window, [QKeySequence("Ctrl+L")], lock)
    _add(window, QKeySequence.keyBindings(QKeySequence.StandardKey.Find), find)
    standard = QKeySequence.StandardKey
    _add(window, QKeySequence.keyBindings(standard.Undo), undo)
    again = QKeySequence.keyBindings(standard.Redo)
    other = QKeySequence("Ctrl+Y")
    # Where the system has it already, a second one would make it ambiguous, and neither would work.
    _add(window, again if other in again else [*again, other], redo)
    for number, show in enumerate(pages, 1):
        _add(window, [QKeySequence(f"Ctrl+{number}")], show)


def _add(window: QWidget, keys: list[QKeySequence], do: Deed) -> None:
    action = QAction(window)
    action.setShortcuts(keys)
    action.triggered.connect(do)
    window.addAction(action)
