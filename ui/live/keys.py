"""The keys of the live console. They are the page's own, so they never fire while typing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from ui.live.walk import DOWN, FIRST, LAST, LEFT, RIGHT, UP

HOLD_MS = 500
HELD = "npre"
"""Next, back, again and end: what moves the whole class is not done by a slip of the hand."""
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_WAYS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
    Qt.Key.Key_Home: FIRST,
    Qt.Key.Key_End: LAST,
}
_MIRRORED = {LEFT: RIGHT, RIGHT: LEFT}


class Keys(QObject):
    """Turns key events into what they mean here; `lifted` asks whether a student is carried.

    `clock` carries a key of the lesson's clock, those of `HELD` after they were held.
    """

    walked = Signal(str)
    stretched = Signal(str)
    roamed = Signal(str)
    toggled = Signal()
    all_wanted = Signal()
    steered = Signal(str)
    chosen = Signal(int)
    dropped = Signal()
    cancelled = Signal()
    lift_wanted = Signal()
    level = Signal(int)
    tag = Signal()
    flag = Signal()
    pause = Signal()
    minutes = Signal(int)
    clock = Signal(str)
    holding = Signal(str, bool)
    table_time = Signal()
    board = Signal()
    black = Signal()
    capture = Signal()
    region = Signal(int)
    help = Signal()
    menu = Signal()
    lock = Signal()
    absent = Signal()
    done = Signal()
    call_off = Signal()
    roll = Signal()
    who_next = Signal()
    observer = Signal()

    def __init__(self, lifted: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lifted = lifted
        self.hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self.hold.timeout.connect(self._held)
        self._holding = ""
        self._letters: Mapping[str, Callable[[], None]] = {
            "m": self.lift_wanted.emit,
            "t": self.tag.emit,
            "f": self.flag.emit,
            "b": self.board.emit,
            ".": self.black.emit,
            "l": self.lock.emit,
            "i": lambda: self.clock.emit("i"),
            "q": lambda: self.clock.emit("q"),
            "s": self.table_time.emit,
            "a": self.absent.emit,
            "d": self.done.emit,
            "x": self.call_off.emit,
            "h": self.roll.emit,
            "w": self.who_next.emit,
            "o": self.observer.emit,
            "/": self.capture.emit,
            "?": self.help.emit,
            " ": self.pause.emit,
            "+": lambda: self.minutes.emit(1),
            "=": lambda: self.minutes.emit(1),
            "-": lambda: self.minutes.emit(-1),
        }

    def press(self, event: QKeyEvent, mirrored: bool) -> bool:
        """Do what the key means; False when it means nothing here."""
        return self._command(event) or self._arrow(event, mirrored) or self._typed(event)

    def release(self, event: QKeyEvent) -> bool:
        """A held key is let go."""
        if event.isAutoRepeat() or not self._holding or event.key() != ord(self._holding.upper()):
            return False
        self.let_go()
        return True

    def let_go(self) -> None:
        """Nothing is held any more."""
        if self.hold.isActive():
            self.hold.stop()
            self.holding.emit(self._holding, False)
        self._holding = ""

    def _command(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence  # no key at the start, and 1 ms

        if event.matches(QKeySequence.StandardKey.Cut):
            self.lift_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.dropped.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _CTRL:
            self.toggled.emit()
        elif event.key() == Qt.Key.Key_F6:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.region.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Menu or _is_shift_f10(event):
            self.menu.emit()
        else:
            return self._enter(event)
        return True

    def _enter(self, event: QKeyEvent) -> bool:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not self._lifted():
            return False
        self.dropped.emit()
        return True

    def _arrow(self, event: QKeyEvent, mirrored: bool) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is None or held not in {_PLAIN, _SHIFT, _CTRL}:
            return False
        way = _MIRRORED.get(way, way) if mirrored else way
        if self._lifted():
            self.steered.emit(way)
        else:
            {_PLAIN: self.walked, _SHIFT: self.stretched, _CTRL: self.roamed}[held].emit(way)
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_TYPING:
            return False
        text = event.text().lower()
        if len(text) == 1 and text in "0123456789":
            return self._digit(int(text))
        if text and text in HELD:
            return self._hold(text, event)
        if text not in self._letters or event.isAutoRepeat():
            return text in self._letters
        self._letters[text]()
        return True

    def _digit(self, number: int) -> bool:
        if self._lifted():
            self.chosen.emit(number)
        elif number:
            self.level.emit(number)
        return True

    def _hold(self, key: str, event: QKeyEvent) -> bool:
        if not event.isAutoRepeat() and event.modifiers() == _PLAIN:
            self.let_go()
            self._holding = key
            self.hold.start()
            self.holding.emit(key, True)
        return True

    def _held(self) -> None:
        key, self._holding = self._holding, ""
        self.holding.emit(key, False)
        self.clock.emit(key)


def _is_shift_f10(event: QKeyEvent) -> bool:
    shift = Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == shift
