"""Whether the caps lock is on, as far as the keys tell."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsWatch(QObject):
    """Listens to a field; Qt cannot be asked, but a typed letter and its Shift give it away."""

    changed = Signal(bool)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.on = False
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at a key, and let it pass."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._look(event)
        return False

    def _look(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and not event.isAutoRepeat():
            self._set(not self.on and self._was_typed)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            self._was_typed = True
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set(letter.isupper() != shift)

    _was_typed = False
    """Before the first letter nobody knows what the key switched to."""

    def _set(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.changed.emit(on)
