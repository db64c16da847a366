"""The keys that work on every page."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Deed = Callable[[], None]


def add_shortcuts(
    window: QWidget, undo: Deed, redo: Deed, pages: Sequence[Deed], others: Mapping[str, Deed]
) -> None:
    """Undo and redo as this system has them, Ctrl 1 and so on for the pages, and others."""
    for key, deed in others.items():
        _add(window, [QKeySequence(key)], deed)
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
