"""The keys of the board: those that work on every page, and those on a board that covers it."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.live.bar.lesson_buttons import LessonButtons
from ui.live.keys import HELD, Keys

BLACK, SWAP = Qt.Key.Key_F12, Qt.Key.Key_F9
"""Keys that write nothing, so they work while somebody is typing."""


def add_board_keys(
    window: QWidget,
    black: Callable[[], None],
    swap: Callable[[], None],
    another: Callable[[], None],
) -> None:
    """Let them work on every page of the teacher's window; `another` with Shift and the swap."""
    shifted = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, SWAP)
    for key, do in ((BLACK, black), (SWAP, swap), (shifted, another)):
        action = QAction(window)
        action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)
        action.triggered.connect(do)
        window.addAction(action)


class CoverKeys(QObject):
    """The keys of a board that covers the teacher's window: the clock's, and black and swap.

    What else the console's keys do is about somebody or something that cannot be seen here.
    """

    def __init__(
        self,
        buttons: LessonButtons,
        black: Callable[[], None],
        swap: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._swap = swap
        self._black = black
        self.keys = keys = Keys(lambda: False, self)
        keys.pause.connect(buttons.toggle_pause)
        keys.minutes.connect(buttons.give_minutes)
        # Those that are not held open a question, which the class would read.
        keys.clock.connect(lambda key: buttons.press(key) if key in HELD else None)
        keys.black.connect(black)

    def press(self, event: QKeyEvent) -> None:
        """Do what the key means here, if anything."""
        if event.key() == BLACK:
            self._once(event, self._black)
        elif event.key() == SWAP:
            self._once(event, self._swap)
        else:
            self.keys.press(event, mirrored=False)

    def release(self, event: QKeyEvent) -> None:
        """A key that was held is let go."""
        self.keys.release(event)

    def _once(self, event: QKeyEvent, do: Callable[[], None]) -> None:
        if not event.isAutoRepeat():
            do()
